"""Every address that the site promises to keep: pages, files, and the ids of the data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment

from forms.addresses import item_page, law_anchor
from macros.downloads import File
from macros.environment import environment
from macros.pages import generated
from macros.render import render, render_text
from notice.models import Catalog
from notice.record.history import newest_first

ID = re.compile(r'\sid="([^"]+)"')


def handwritten(env: Environment, docs: Path, *, directory_urls: bool = True) -> dict[str, str]:
    """The pages under `docs/` by address, rendered."""
    found = {}
    for path in sorted(docs.rglob("*.md")):
        address = path.relative_to(docs).as_posix().removesuffix("index.md")
        text = path.read_text("utf-8")
        found[address] = render_text(env, text, address, directory_urls=directory_urls)
    return found


def present(catalog: Catalog, texts: Mapping[str, str], files: Iterable[str]) -> tuple[str, ...]:
    """All addresses as `data/published.txt` writes them, retired ones left out.

    Args:
        catalog: says which are retired, and which ids the data has.
        texts: every page as rendered, by address.
        files: the addresses of the files to take away.
    """
    retired = {entry.address for entry in catalog.retired}
    found = [name for name in files if name not in retired]
    promised = _promised_ids(catalog)
    for address, text in texts.items():
        if address in retired:
            continue
        page = address or "/"
        found.append(page)
        ids = (name for name in ID.findall(text) if name in promised.get(address, ()))
        found += dict.fromkeys(f"{page}#{name}" for name in ids)
    return tuple(found)


def _promised_ids(catalog: Catalog) -> dict[str, set[str]]:
    """The ids of the data by the pages where they live. A mere heading is not promised.

    Elsewhere a task is a visitor: that page leads on to where it lives (docs/assets/js/page.js).
    """
    whole = {section.id for section in catalog.sections}
    promised = {
        "notice/": whole,
        "glossary/": {term.id for term in catalog.glossary},
        "laws/": {
            name
            for law in catalog.laws
            for name in (law.slug, *(law_anchor(law, a.article) for a in law.articles))
        },
        "changes/": {f"revision-{number}" for number in newest_first(catalog)},
    }
    for item in catalog.items:
        tasks = (task.id for clause in item.clauses for task in clause.tasks)
        promised[item_page(item)] = {item.id, *tasks}
        whole |= promised[item_page(item)]
    return promised


def addresses(catalog: Catalog, docs: Path, files: Sequence[File]) -> tuple[str, ...]:
    """All addresses of a site that nobody has built yet; `docs` holds its handwritten pages."""
    env = environment(catalog, files)
    texts = {page.address: render(env, page) for page in generated(catalog)} | handwritten(
        env, docs
    )
    return present(catalog, texts, [file.address for file in files])
