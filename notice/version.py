"""The data's version: the same for the same words, another as soon as one character changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from notice.models import Catalog
from notice.resolved import ResolvedTask

# A form finds a row again by its id; actors and sectors decide which forms it is on; measures are
# quoted from the text, which counts.
LEFT_OUT = {"id", "actors", "sectors", "measures"}
LENGTH = 8  # hexadecimal digits; enough to tell the versions of one project apart on paper


def data_version(catalog: Catalog) -> str:
    """A short content hash of the catalog, as printed on every form.

    Addresses out of use, the history and the days on which laws were looked up are left out: no
    form says anything about them. So are values that are not written, or a new field of the records
    would make every form out of date.
    """
    left_out: dict[str, Any] = {
        "retired": True,
        "history": True,
        "laws": {"__all__": {"looked_up"}},
    }
    words = catalog.model_dump_json(exclude=left_out, exclude_defaults=True)
    return _hash(words)[:LENGTH]


def fingerprint(entry: ResolvedTask) -> str:
    """What a form says about a task in four digits: a change passes unseen once in 65,536.

    Every field of the task counts that `LEFT_OUT` does not name, in their order; one that is not
    written counts for nothing, so a new field makes no form out of date.
    """
    said = entry.task.model_dump(exclude=LEFT_OUT, exclude_defaults=True)
    return _hash("\n".join(map(str, _leaves(said))))[:4]


def _leaves(value: object) -> Iterator[object]:
    """The single values in what `model_dump` gives of a record, in the order of its fields."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _leaves(part)
    else:
        yield value


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()
