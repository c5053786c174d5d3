"""Several styles or scripts put into one file, named by its content. Knows no site generator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asset:
    """One published file: its address, what is in it, and the files of `docs/` it is made of."""

    address: str
    content: str
    sources: tuple[str, ...]


def joined(docs: Path, address: str, sources: Iterable[str]) -> Asset:
    """The listed files of `docs` as one; raises OSError when one is missing."""
    names = tuple(sources)
    content = "\n".join((docs / name).read_text("utf-8") for name in names)
    digest = hashlib.sha256(content.encode("utf-8")).hexdigest()[:8]
    stem, dot, suffix = address.rpartition(".")
    return Asset(f"{stem}.{digest}{dot}{suffix}", content, names)
