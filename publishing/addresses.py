"""Every address of the site as it is made: pages, their anchors, files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment

from forms.addresses import place, tombstones
from macros.downloads import File
from macros.environment import environment
from macros.pages import generated
from macros.render import render, render_text
from notice.models import Catalog

ID = re.compile(r"""(?:\sid="|\{: #)([a-z0-9_-]+)""")
TASK = re.compile(r"item-[0-9-]+")
# Elsewhere a task is a visitor: its page leads on to where it lives (docs/assets/js/page.js).
HOMES = re.compile(r"items/[0-9]+/|notice/")


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
        catalog: says which are retired.
        texts: every page's Markdown by address.
        files: the addresses of the files to take away.
    """
    retired = {entry.address for entry in catalog.retired}
    found = [name for name in files if name not in retired]
    for address, text in texts.items():
        if address in retired:
            continue
        page = address or "/"
        found.append(page)
        gone = {place(entry.address)[1] for entry in tombstones(catalog, address)}
        for name in dict.fromkeys(ID.findall(text)):
            if name not in gone and (HOMES.fullmatch(address) or not TASK.fullmatch(name)):
                found.append(f"{page}#{name}")
    return tuple(found)


def addresses(catalog: Catalog, docs: Path, files: Sequence[File]) -> tuple[str, ...]:
    """All addresses of a site that nobody has built yet; `docs` holds its handwritten pages."""
    env = environment(catalog, files)
    texts = {page.address: render(env, page) for page in generated(catalog)} | handwritten(
        env, docs
    )
    return present(catalog, texts, [file.address for file in files])
