"""Keep finished HTML away from parsers that would read it tag by tag for nothing.

A generated page is headings and HTML between them; the HTML is most of it. Markdown would parse it
only to copy it out unchanged, and the search plugin for an index that is not used: together that
was more than half of a build.
"""

from __future__ import annotations

import re

from macros.headings import parts

PLACE = re.compile(r"<!--block (\d+)-->")


def stash(page: str) -> tuple[str, list[str]]:
    """The headings in Markdown with a numbered comment for each run of HTML, and the runs."""
    kept: list[str] = []
    blocks: list[str] = []
    for heading, run in parts(page):
        if heading:
            kept.append(heading)
        if html := run.strip():
            kept.append(f"<!--block {len(blocks)}-->")
            blocks.append(html)
    return "\n\n".join(kept), blocks


def unstash(html: str, blocks: list[str]) -> str:
    """The page with every run of HTML in its place again."""
    return PLACE.sub(lambda place: blocks[int(place[1])], html)
