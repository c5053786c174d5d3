"""Styles and scripts as they are published: each kind put into one file named by its content.

A changed file has a new name, so a server may let browsers keep it for ever (deploy/nginx.conf),
and a page never gets the styles of another version. The sources stay apart, one file, one job.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pygments.lexer import Lexer
from pygments.lexers.css import CssLexer
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, Whitespace

LEXERS: dict[str, type[Lexer]] = {".css": CssLexer, ".js": JavascriptLexer}


@dataclass(frozen=True)
class Asset:
    """One published file: its address, what is in it, and the files of `docs/` it is made of."""

    address: str
    content: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Assets:
    """The published files: styles and scripts of every page, and the scripts of the forms."""

    styles: Asset
    scripts: Asset
    form_scripts: Asset

    def __iter__(self) -> Iterator[Asset]:
        """Every file."""
        return iter((self.styles, self.scripts, self.form_scripts))


def site_assets(
    docs: Path, styles: Iterable[str], scripts: Iterable[str], form_scripts: Iterable[str]
) -> Assets:
    """The listed files of `docs`, each list as one; raises OSError when a file is missing."""
    return Assets(
        _concatenated(docs, "assets/css/site.css", styles),
        _concatenated(docs, "assets/js/site.js", scripts),
        _concatenated(docs, "assets/js/form.js", form_scripts),
    )


def _concatenated(docs: Path, address: str, sources: Iterable[str]) -> Asset:
    names = tuple(sources)
    content = "".join(_strip_comments((docs / name).read_text("utf-8"), name) for name in names)
    digest = hashlib.sha256(content.encode("utf-8")).hexdigest()[:8]
    stem, dot, suffix = address.rpartition(".")
    return Asset(f"{stem}.{digest}{dot}{suffix}", content, names)


@cache  # a full build makes the same files twice
def _strip_comments(text: str, name: str) -> str:
    """Without comments and indentation, a fifth of what goes over the wire.

    Pygments comes with the theme and runs anywhere; minifiers in Python lack wheels for Windows.
    """
    kept = []
    for kind, value in LEXERS[Path(name).suffix](stripnl=False).get_tokens(text):
        if kind in Comment:
            continue
        blank = kind in Whitespace or not value.strip()
        kept.append(("\n" if "\n" in value else " ") if blank else value)
    lines = "".join(kept).splitlines()
    return "".join(f"{line}\n" for line in lines if line.strip())
