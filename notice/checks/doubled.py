"""A record written twice in its list: told once, and nothing of what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from notice.problems import Problem
from notice.reading.source import Source, YamlPath

LINES = {"front", "end"}  # a page may repeat its lines
# What tells records of a list from each other; two with all of these alike are one, copied.
NAMES = ("id", "slug", "short_name", "full_name", "term", "title", "text", "name", "address")

T = TypeVar("T")
Doubles = dict[YamlPath, dict[int, int]]  # by list: which members, and of which ones before them


def without_doubles(source: Source) -> Source:
    """A file as read without the records that stand in their list already; each is a problem.

    Every other problem is told as if these were struck out, so a path counts without them.
    """
    doubles = {path: found for path, found in _doubles((), source.data) if found}
    if not doubles:
        return source
    told = [
        _told(source, path, first, second)
        for path, found in doubles.items()
        for second, first in found.items()
    ]
    return replace(
        source,
        data=_without(source.data, (), doubles),
        values=_places(source.values, doubles),
        keys=_places(source.keys, doubles),
        raw=_places(source.raw, doubles),
        problems=[*source.problems, *told],
    )


def _told(source: Source, path: YamlPath, first: int, second: int) -> Problem:
    records = source.data
    for step in path:
        records = records[step]
    record = records[second]
    name = next((f"“{record[key]}”" for key in NAMES if key in record), "")
    line = source.values[(*path, first)][0]
    if record == records[first]:
        whole = f"{name}整条" if name else "这一条"
        message, hint = f"{whole}写了两遍，第 {line} 行已有。", "删去一遍"
    else:
        message, hint = f"{name}写了两遍，内容不全一样，第 {line} 行已有。", "留下对的一遍"
    return source.problem((*path, second), message, hint)


def _doubles(path: YamlPath, value: Any) -> Iterator[tuple[YamlPath, dict[int, int]]]:
    """The doubles of every list; none of what is inside a double."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):  # most values are single ones
                yield from _doubles((*path, key), inner)
    elif isinstance(value, list):
        lines = bool(path) and path[-1] in LINES
        found: dict[int, int] = {}
        named: dict[tuple[str, ...], int] = {}
        for index, inner in enumerate(value):
            first = index
            if isinstance(inner, dict) and not lines:
                names: tuple[str, ...] = ()
                if len(value) > 1:
                    names = tuple(f"{key}: {inner[key]}" for key in NAMES if key in inner)
                several = len(names) > 1
                first = named.setdefault(names, index) if several else value.index(inner)
            if first < index:
                found[index] = first
            else:
                yield from _doubles((*path, index), inner)
        yield path, found


def _places(places: dict[YamlPath, T], doubles: Doubles) -> dict[YamlPath, T]:
    moved = ((_moved(path, doubles), found) for path, found in places.items())
    return {path: found for path, found in moved if path is not None}


def _moved(path: YamlPath, doubles: Doubles) -> YamlPath | None:
    """Where a place is when the doubles are struck out; None inside one of them."""
    moved: list[str | int] = []
    for depth, step in enumerate(path):
        if isinstance(step, int):
            gone = doubles.get(path[:depth], {})
            if step in gone:
                return None
            step -= sum(index < step for index in gone)
        moved.append(step)
    return tuple(moved)


def _without(value: Any, path: YamlPath, doubles: Doubles) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner, (*path, key), doubles) for key, inner in value.items()}
    if isinstance(value, list):
        gone = doubles.get(path, {})
        members = ((n, inner) for n, inner in enumerate(value) if n not in gone)
        return [_without(inner, (*path, n), doubles) for n, inner in members]
    return value
