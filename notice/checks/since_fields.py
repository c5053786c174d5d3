"""Against an older state: no record loses a field of the editors', or part of a list, in silence.

Each may be left out of a new record, so that one state alone does not show what was struck out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from notice.checks.states import is_meant, listed, read_state, way_out
from notice.problems import Problem
from notice.reading.containers import groups
from notice.reading.source import Source, YamlPath

# Each file with the field that its records are known by, and the words that each stands for.
FILES = (
    ("items", "id", "text"),
    ("items", "id", "title"),
    ("departments", "slug", "short_name"),
    ("sectors", "slug", "name"),
    ("glossary", "id", "term"),
    ("laws", "slug", "short_name"),
)
# What a record may be without, or may have less of.
FIELDS = (
    "note", "limit", "why", "condition", "penalty", "also", "full_name", "source", "parent",
    "meaning", "forms", "looked_up",
)  # fmt: skip
# Records inside one that is known, and what tells those of a list apart.
INSIDE = ("editorial", "enterprise", "authority", "basis", "penalty", "measures")
APART = ("law", "article", "paragraph", "item", "target", "quote")


def check_fields(base: Path, head: Path) -> Iterator[Problem]:
    """Each field that records have lost, told once for all of them, at the first."""
    for name, key, words in FILES:
        before, source = (read_state(data, name) for data in (base, head))
        known = _known(before, key, words)
        lost: dict[str, list[tuple[str, YamlPath]]] = {}
        for (id_, said), (path, node) in _known(source, key, words).items():
            if (was := known.get((id_, said))) is None:
                continue  # new, or something else by now: told for itself
            for field in dict.fromkeys(_lost(was[1], node)):
                if not is_meant((before, was[0]), (source, path), field):
                    lost.setdefault(field, []).append((id_, path))
        for field, records in lost.items():
            yield _problem(source, field, records)


def _known(
    source: Source, key: str, words: str
) -> dict[tuple[str, str], tuple[YamlPath, dict[str, Any]]]:
    """The records of a file by their ids and what they stand for."""
    found = ((path, node) for path, node in groups(source.data, ()) if {key, words} <= node.keys())
    return {(str(node[key]), str(node[words])): (path, node) for path, node in found}


def _problem(source: Source, field: str, records: list[tuple[str, YamlPath]]) -> Problem:
    message = f"{listed([id_ for id_, _ in records])}：{field} 比原来少了。"
    return source.problem(records[0][1], message, f"用 Git 恢复；{way_out(field)}")


def _lost(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """The fields that a record, and the records inside it, had and have no more."""
    for field, was in old.items():
        now = new.get(field)
        if field in FIELDS and _size(now) < _size(was):
            yield field
        if field in INSIDE and isinstance(was, dict) and isinstance(now, dict):
            yield from _lost(was, now)
        elif field in INSIDE:
            known = {_identity(record): record for record in _records(now)}
            for record in _records(was):
                yield from _lost(record, known.get(_identity(record)) or record)


def _size(value: Any) -> int:
    """How much is there: entries of a list, one for anything else that says something."""
    return len(value) if isinstance(value, list) else int(value not in (None, ""))


def _records(value: Any) -> list[dict[str, Any]]:
    """The records of a list; in an older state there may be words in it, or no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _identity(record: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(record.get(field)) for field in APART)
