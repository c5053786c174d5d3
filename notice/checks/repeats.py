"""The same thing written twice, in any list of any file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from notice.problems import Problem
from notice.reading.containers import containers
from notice.reading.source import Source, YamlPath

# The parties of a bracket are compared over both of its lists. A page repeats its lines.
LEFT_OUT = {"lead", "departments", "support", "lines"}


def repeated_members(source: Source) -> Iterator[Problem]:
    """Words that one list has twice, wherever in the file the list is."""
    for path, value in containers(source.data):
        if isinstance(value, list) and not (path and path[-1] in LEFT_OUT):
            yield from _members(source, path, value)


def _members(source: Source, path: YamlPath, members: list[Any]) -> Iterator[Problem]:
    seen: list[Any] = []
    for index, member in enumerate(members):
        if not isinstance(member, str):  # counts may be equal
            return
        if member in seen:
            line = source.values[(*path, seen.index(member))][0]
            message = f"“{member}”重复，第 {line} 行已有。"
            yield source.problem((*path, index), message, "同一个列表里只写一次")
        seen.append(member)


def repeated(
    source: Source, places: Iterable[tuple[YamlPath, str]], what: str, hint: str = "各不相同"
) -> Iterator[Problem]:
    """Values that must differ and do not, each at its place with the line of the first."""
    first: dict[str, YamlPath] = {}
    for path, value in places:
        if value in first:
            line = source.values[first[value]][0]
            named = value if value[0] + value[-1] == "“”" else f"“{value}”"
            yield source.problem(path, f"{what}{named}重复，第 {line} 行已有。", hint)
        else:
            first[value] = path
