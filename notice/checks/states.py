"""Two states of the data, read without asking for today's shape: the older one may have another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notice.problems import shown
from notice.reading.containers import groups
from notice.reading.source import Source, YamlPath
from notice.reading.yaml_file import read


@dataclass(frozen=True)
class Meaning:
    """What an id stands for, and where that is written."""

    words: str
    source: Source
    path: YamlPath


Meanings = Mapping[str, Meaning]
LISTED = 3  # ids in a message
# Who corrects a mistake says so in a comment of its own, by the name of the field, with a reason.
CONFIRMED = r"\s*# ?已核 ?{} ?[：:] ?(?!原因)\S.{{3,}}"


def meanings(data: Path, name: str, key: str, words: str) -> dict[str, Meaning]:
    """What each id of a list stands for, by the field that is the id."""
    source = read_state(data, name)
    return {
        str(node[key]): Meaning(str(node[words]), source, (*path, key))
        for path, node in groups(source.data, ())
        if key in node and words in node
    }


def read_state(data: Path, name: str) -> Source:
    """A file of a state by its name without the end."""
    path = data / f"{name}.yaml"
    return read(path, shown(path, data.parent))


def is_meant(old: tuple[Source, YamlPath], new: tuple[Source, YamlPath], field: str) -> bool:
    """Whether a record says that a loss is meant, by a comment that it did not have before."""
    comment = re.compile(CONFIRMED.format(field))
    then, now = (
        {line.strip() for line in source.written(path) if comment.fullmatch(line)}
        for source, path in (old, new)
    )
    return bool(now - then)


def way_out(*fields: str) -> str:
    """What to write where something is struck out because it was wrong."""
    written = "、".join(f"“# 已核 {field}：原因”" for field in fields)
    return f"原来真错了的，在这一条里另起一行写{written}，原因写明白"


def listed(names: Sequence[str]) -> str:
    """The first of some names, for a message."""
    return "、".join(names[:LISTED]) + (f" 等 {len(names)} 处" if len(names) > LISTED else "")
