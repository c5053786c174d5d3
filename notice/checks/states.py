"""Two states of the data, read without asking for today's shape: the older one may have another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notice.problems import shown
from notice.reading.source import Source, YamlPath
from notice.reading.yaml_file import read


@dataclass(frozen=True)
class Meaning:
    """What an id stands for, and where that is written."""

    words: str
    source: Source
    path: YamlPath


Meanings = Mapping[str, Meaning]


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


def groups(value: Any, path: YamlPath) -> Iterator[tuple[YamlPath, dict[str, Any]]]:
    """Every record in a value, with its place."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from groups(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from groups(inner, (*path, index))
