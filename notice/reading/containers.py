"""Walking through data as read, before it has become records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notice.reading.source import YamlPath


def containers(value: Any, path: YamlPath = ()) -> Iterator[tuple[YamlPath, Any]]:
    """Every group of fields and every list in a value, itself first, each with its place."""
    if not isinstance(value, dict | list):
        return
    yield path, value
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list):  # most values are single ones
            yield from containers(inner, (*path, step))


def groups(value: Any, path: YamlPath = ()) -> Iterator[tuple[YamlPath, dict[str, Any]]]:
    """Every group of fields in a value, with its place."""
    return ((at, found) for at, found in containers(value, path) if isinstance(found, dict))
