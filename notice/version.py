"""The data's version: the same for the same words, another as soon as one character changes."""

from __future__ import annotations

import hashlib

from notice.entries import TaskEntry
from notice.models import Catalog

LENGTH = 8  # hexadecimal digits; enough to tell the versions of one project apart on paper


def data_version(catalog: Catalog) -> str:
    """A short content hash of the whole catalog, as printed on every form."""
    return _short(catalog.model_dump_json())


def fingerprint(entry: TaskEntry) -> str:
    """A short hash of what a form says about a task: what is filled in is kept beside it."""
    task = entry.task
    return _short("\n".join((task.text, task.editorial.label, task.editorial.check)))


def _short(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:LENGTH]
