"""Headings of generated pages: templates write them as HTML, generators get them as Markdown.

A generator makes tables of contents, titles and anchors from Markdown's headings only. Values are
escaped, so no text from the data can write a tag: what is a heading is always a template's word.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from markupsafe import Markup

HEADING = re.compile(r'<h([1-6]) id="([^"]*)"(?: class="([^"]*)")?>([^<]*)</h\1>')
# Every character that means something to Markdown or HTML, as a numeric entity.
SPECIAL = {ord(c): f"&#{ord(c)};" for c in "\\`*_{}[]()#+-.!|~^=:<>&\"'$@/"}


def markdown(text: object) -> Markup:
    """Text as Markdown source on one line that reads as exactly that text."""
    return Markup(" ".join(str(text).split()).translate(SPECIAL))  # noqa: S704 - every special character is replaced


def parts(page: str) -> Iterator[tuple[str, str]]:
    """The runs of a rendered page in order: Markdown of a heading (or nothing), HTML after it."""
    heading, at = "", 0
    for found in HEADING.finditer(page):
        yield heading, page[at : found.start()]
        heading, at = _heading(found), found.end()
    yield heading, page[at:]


def with_markdown_headings(page: str) -> str:
    """A rendered page with its headings in Markdown, each between blank lines."""
    return "".join(f"\n\n{heading}\n\n{run}" if heading else run for heading, run in parts(page))


def _heading(found: re.Match[str]) -> str:
    level, name, kind, text = found.groups()
    classes = "".join(f" .{word}" for word in (kind or "").split())
    return f"{'#' * int(level)} {markdown(html.unescape(text))} {{: #{name}{classes} }}"
