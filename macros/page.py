"""A page of the site, as the list of pages holds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page of the site: where it is, what it is called, what it is made of.

    Attributes:
        address: its URL below the root, with a slash at the end; the home page has none.
        template: its template below macros/templates/; empty for a page written by hand, which is
            in docs/ under its address.
        title: its heading of the first level, and what search finds it by.
        kind: what search calls it; a page without is not found by itself.
        search: other words that people use for it.
        nav: its name in the navigation; most pages are not in it.
        context: what its template is given besides the title.
    """

    address: str
    template: str
    title: str
    kind: str = "页面"
    search: tuple[str, ...] = ()
    nav: str = ""
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The Markdown file the page is or would be: items/10/ → items/10/index.md."""
        return f"{self.address}index.md"
