"""Several styles or scripts put into one file, named by its content. Knows no site generator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pygments.lexers import get_lexer_for_filename
from pygments.token import Comment, Whitespace


@dataclass(frozen=True)
class Asset:
    """One published file: its address, what is in it, and the files of `docs/` it is made of."""

    address: str
    content: str
    sources: tuple[str, ...]


def concatenate_assets(docs: Path, address: str, sources: Iterable[str]) -> Asset:
    """The listed files of `docs` as one; raises OSError when one is missing."""
    names = tuple(sources)
    content = "".join(_strip_comments((docs / name).read_text("utf-8"), name) for name in names)
    digest = hashlib.sha256(content.encode("utf-8")).hexdigest()[:8]
    stem, dot, suffix = address.rpartition(".")
    return Asset(f"{stem}.{digest}{dot}{suffix}", content, names)


def _strip_comments(text: str, name: str) -> str:
    """Without comments and indentation, a fifth of what goes over the wire.

    Pygments comes with the theme and runs anywhere; minifiers in Python lack wheels for Windows.
    """
    kept = []
    for kind, value in get_lexer_for_filename(name, stripnl=False).get_tokens(text):
        if kind in Comment:
            continue
        blank = kind in Whitespace or not value.strip()
        kept.append(("\n" if "\n" in value else " ") if blank else value)
    lines = "".join(kept).splitlines()
    return "".join(f"{line}\n" for line in lines if line.strip())
