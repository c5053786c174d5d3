"""Which fields of the data nobody has reviewed yet: a draft may be looked at, never published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

from notice.base import Record, Reviewable
from notice.models import DATA_FILES, Catalog

Path = tuple[str | int, ...]
NAMES = ("id", "slug", "short_name", "address")


@dataclass(frozen=True)
class Unreviewed:
    """A record with fields that wait for review: its file and place, what it is called, which."""

    file: str
    path: Path
    name: str
    record: Reviewable


@lru_cache(maxsize=2)  # check, build and page ask; two for a live preview
def unreviewed(catalog: Catalog) -> tuple[Unreviewed, ...]:
    """Every record that says of a field that nobody has reviewed it, in the order of the files."""
    return tuple(
        Unreviewed(file, path, name, record)
        for file in DATA_FILES
        for path, name, record in _records(_content(catalog, file), (), file)
        if record.unreviewed
    )


def waiting(record: Record) -> tuple[str, ...]:
    """The fields of a record, and of the records in it, that nobody has reviewed yet."""
    within = (found for _, _, found in _records(record, (), ""))
    return tuple(dict.fromkeys(field for found in within for field in found.unreviewed))


def is_draft(catalog: Catalog) -> bool:
    """Whether anything waits for review: then the site says 草稿 and is not to be published."""
    return bool(unreviewed(catalog))


def left(catalog: Catalog) -> str:
    """How much waits for review, by field, in one line; empty where nothing does."""
    counted = Counter(field for entry in unreviewed(catalog) for field in entry.record.unreviewed)
    if not counted:
        return ""
    listed = "、".join(f"{field} {number} 处" for field, number in sorted(counted.items()))
    return f"待复核 {sum(counted.values())} 处（{listed}），复核完才能发布。"


def _content(catalog: Catalog, file: str) -> Any:
    if file == "items":
        return {"notice": catalog.notice, "sections": catalog.sections}
    return getattr(catalog, file)


@cache
def _holders(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that can hold others."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if _holds(field.annotation))


@cache
def _names(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that can say what it is called, the best first."""
    return tuple(name for name in NAMES if name in kind.model_fields)


def _holds(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Record)
    return any(_holds(part) for part in get_args(annotation))


def _records(value: Any, path: Path, name: str) -> Iterator[tuple[Path, str, Reviewable]]:
    """The records in a value, each called by the id, slug or name nearest to it."""
    if isinstance(value, Record):
        name = next((own for key in _names(type(value)) if (own := getattr(value, key))), name)
        if isinstance(value, Reviewable):
            yield path, name, value
        value = {field: getattr(value, field) for field in _holders(type(value))}
    inside: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, tuple):
        inside = enumerate(value)
    for step, inner in inside:
        if isinstance(inner, Record | tuple | dict):  # most values are single ones
            yield from _records(inner, (*path, step), name)
