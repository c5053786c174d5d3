"""The data's version: the same for the same words, another as soon as one character changes."""

from __future__ import annotations

import hashlib

from notice.models import Catalog
from notice.resolved import ResolvedTask

LENGTH = 8  # hexadecimal digits; enough to tell the versions of one project apart on paper


def data_version(catalog: Catalog) -> str:
    """A short content hash of the catalog, as printed on every form.

    Addresses out of use and the history are left out: no form says anything about them. So are
    values that are not written, or a new field of the records would make every form out of date.
    """
    words = catalog.model_dump_json(exclude={"retired", "history"}, exclude_defaults=True)
    return _hash(words)[:LENGTH]


def fingerprint(entry: ResolvedTask) -> str:
    """What a form says about a task in four digits: a change passes unseen once in 65,536."""
    task = entry.task
    return _hash("\n".join((task.text, task.editorial.label, task.editorial.check)))[:4]


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()
