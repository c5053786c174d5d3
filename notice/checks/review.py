"""Fields that wait for review: named as they are called, and refused where it is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from notice.base import Record, Reviewable
from notice.models import DATA_FILES, Catalog
from notice.problems import DataError, Problem, nearest, shown
from notice.reading.source import Source
from notice.reading.yaml_file import read
from notice.review import unreviewed


def check_unreviewed(catalog: Catalog, sources: dict[str, Source]) -> Iterator[Problem]:
    """Every name under `unreviewed` that is no field of its record."""
    for entry in unreviewed(catalog):
        known = list(_fields(entry.record))
        for index, name in enumerate(entry.record.unreviewed):
            if name not in known:
                place = (*entry.path, "unreviewed", index)
                message = f"没有“{name}”这个字段{nearest(name, known)}"
                yield sources[entry.file].problem(place, message, "、".join(known))


def refuse_unreviewed(catalog: Catalog, data: Path) -> None:
    """Raise DataError with every record of `data` that waits for review; a build calls this."""
    waiting = unreviewed(catalog)
    if not waiting:
        return
    sources = {
        name: read(data / f"{name}.yaml", shown(data / f"{name}.yaml", data.parent))
        for name in DATA_FILES
    }
    raise DataError(_problem(sources[e.file], e.path, e.name, e.record) for e in waiting)


def _problem(source: Source, path: tuple[str | int, ...], name: str, record: Reviewable) -> Problem:
    fields = "、".join(record.unreviewed)
    message = f"{name} 的 {fields} 还没有人复核，不能发布。"
    return source.problem(
        (*path, "unreviewed"), message, "复核后从 unreviewed 中删去，删完就去掉这一行"
    )


def _fields(record: Record) -> Iterator[str]:
    """The fields of a record and of the records in it that are one value, not a list."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name != "unreviewed":
            yield name
        if isinstance(value, Record):
            yield from _fields(value)
