"""Keep finished HTML away from parsers that would read it tag by tag for nothing.

A generated page is headings in Markdown and HTML blocks between blank lines; the blocks are most of
it. Markdown parses them only to copy them out unchanged, and the search plugin only to drop those
below a heading marked `data-search-exclude`: together that was more than half of a build.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PLACE = re.compile(r"<!--block (\d+)-->")


@dataclass(frozen=True)
class Block:
    """A run of HTML, and whether search reads it."""

    html: str
    searched: bool


def set_aside(markdown: str) -> tuple[str, list[Block]]:
    """The headings with a numbered comment for each run of HTML, and the runs."""
    kept: list[str] = []
    blocks: list[Block] = []
    for part in re.split(r"^(#.*)$", markdown, flags=re.MULTILINE):
        if part.startswith("#"):
            kept.append(part)
        elif html := part.strip():
            searched = not kept or "data-search-exclude" not in kept[-1]
            kept.append(f"<!--block {len(blocks)}-->")
            blocks.append(Block(html, searched))
    return "\n\n".join(kept), blocks


def put_back(html: str, blocks: list[Block], *, searched: bool) -> str:
    """The page with either kind of block in its place again."""

    def block(place: re.Match[str]) -> str:
        found = blocks[int(place[1])]
        return found.html if found.searched == searched else place[0]

    return PLACE.sub(block, html)
