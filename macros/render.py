"""Turn a page of the list into Markdown text."""

from __future__ import annotations

from jinja2 import Environment

from macros.environment import Links
from macros.pages import Page


def render(env: Environment, page: Page, *, directory_urls: bool = True) -> str:
    """The page as Markdown: headings in Markdown, everything else in HTML blocks."""
    template = env.get_template(page.template)
    known = page_globals(page.address, directory_urls=directory_urls)
    return template.render(page.context, **known) + _tombstones(env, known)


def render_text(env: Environment, text: str, address: str, *, directory_urls: bool = True) -> str:
    """A handwritten page under `docs/`, which may call the same macros."""
    known = page_globals(address, directory_urls=directory_urls)
    return env.from_string(text).render(known) + _tombstones(env, known)


def page_globals(address: str, *, directory_urls: bool) -> dict[str, object]:
    """What every template knows besides its own context: where it is and where others are."""
    links = Links(address, directory_urls=directory_urls)
    return {"to": links, "here": address}


def _tombstones(env: Environment, known: dict[str, object]) -> str:
    """What is told at the end of a page about its anchors and files out of use."""
    return env.get_template("parts/tombstones.md.jinja").render(known)
