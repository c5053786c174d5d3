"""Turn a page of the list, or a handwritten one, into text for a generator."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from macros.environment import Links, plain_in_markdown
from macros.headings import with_markdown_headings
from macros.page import Page
from macros.pages import pages


def render(env: Environment, page: Page, *, directory_urls: bool = True) -> str:
    """The page as HTML, after the front matter that some have: see macros/headings.py."""
    template = env.get_template(page.template)
    known = page_globals(page.address, directory_urls=directory_urls)
    return template.render(page.context, title=page.title, **known) + _tombstones(env, known)


def render_text(env: Environment, text: str, address: str, *, directory_urls: bool = True) -> str:
    """A handwritten page under `docs/` as Markdown; it may call the same macros."""
    known = page_globals(address, directory_urls=directory_urls)
    title = next(page.title for page in pages(env.globals["catalog"]) if page.address == address)
    written = _for_markdown(env).from_string(text).render(known, title=title)
    return written + with_markdown_headings(_tombstones(env, known))


@cache
def _for_markdown(env: Environment) -> Environment:
    """The same environment for text that is read as Markdown afterwards."""
    return env.overlay(finalize=plain_in_markdown, bytecode_cache=None)


def page_globals(address: str, *, directory_urls: bool) -> dict[str, object]:
    """What every template knows besides its own context: where it is and where others are."""
    links = Links(address, directory_urls=directory_urls)
    return {"to": links, "here": address}


def _tombstones(env: Environment, known: dict[str, object]) -> str:
    """What the end of a page says about its anchors and files out of use."""
    return env.get_template("parts/tombstones.md.jinja").render(known)
