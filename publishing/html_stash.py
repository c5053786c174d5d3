"""Keep finished HTML away from parsers that would read it tag by tag for nothing.

A generated page is headings in Markdown and HTML blocks between blank lines; the blocks are most of
it. Markdown would parse them only to copy them out unchanged, and the search plugin for an index
that is not used: together that was more than half of a build.
"""

from __future__ import annotations

import re

PLACE = re.compile(r"<!--block (\d+)-->")


def stash(markdown: str) -> tuple[str, list[str]]:
    """The headings with a numbered comment for each run of HTML, and the runs."""
    kept: list[str] = []
    blocks: list[str] = []
    for part in re.split(r"^(#.*)$", markdown, flags=re.MULTILINE):
        if part.startswith("#"):
            kept.append(part)
        elif html := part.strip():
            kept.append(f"<!--block {len(blocks)}-->")
            blocks.append(html)
    return "\n\n".join(kept), blocks


def unstash(html: str, blocks: list[str]) -> str:
    """The page with every run of HTML in its place again."""
    return PLACE.sub(lambda place: blocks[int(place[1])], html)
