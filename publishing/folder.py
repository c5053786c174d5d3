"""The second adapter: the same pages as files, for a generator that runs no hook of ours."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from macros.downloads import File
from macros.environment import environment
from macros.headings import with_markdown_headings
from macros.pages import generated
from macros.render import render, render_text
from notice.models import Catalog


def write_pages(catalog: Catalog, docs: Path, out: Path, files: Iterable[File] = ()) -> int:
    """Write handwritten pages, generated pages and assets as plain files.

    Args:
        catalog: what the pages are made from.
        docs: the handwritten pages and assets.
        out: the folder to fill; it is made anew.
        files: what the pages offer to take away; written elsewhere.

    Returns:
        The number of pages written.
    """
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(docs, out)
    env = environment(catalog, files)
    handwritten = sorted(out.rglob("*.md"))
    for path in handwritten:
        address = path.relative_to(out).as_posix().removesuffix("index.md")
        path.write_text(render_text(env, path.read_text("utf-8"), address), "utf-8")
    made = generated(catalog)
    for page in made:
        path = out / page.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_markdown_headings(render(env, page)), "utf-8")
    return len(handwritten) + len(made)
