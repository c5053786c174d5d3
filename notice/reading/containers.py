"""Walking through data as read, before it has become records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notice.reading.source import YamlPath

COLLECTIONS = (dict, list)


def containers(value: Any, path: YamlPath = ()) -> Iterator[tuple[YamlPath, Any]]:
    """Every group of fields and every list in a value, itself first, each with its place."""
    left = [(path, value)] if isinstance(value, COLLECTIONS) else []
    while left:
        path, value = left.pop()
        yield path, value
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        inside = [((*path, step), inner) for step, inner in steps if isinstance(inner, COLLECTIONS)]
        left += reversed(inside)


def groups(value: Any, path: YamlPath = ()) -> Iterator[tuple[YamlPath, dict[str, Any]]]:
    """Every group of fields in a value, with its place."""
    return ((at, found) for at, found in containers(value, path) if isinstance(found, dict))
