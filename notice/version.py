"""The data's version: the same for the same words, another as soon as one character changes."""

from __future__ import annotations

import hashlib

from notice.models import Catalog

LENGTH = 8  # hexadecimal digits; enough to tell the versions of one project apart on paper


def data_version(catalog: Catalog) -> str:
    """A short content hash of the whole catalog, as printed on every form."""
    return hashlib.sha256(catalog.model_dump_json().encode("utf-8")).hexdigest()[:LENGTH]
