"""The whole site as a folder of plain Markdown with a configuration, for another generator.

What the MkDocs hook does while it builds is done here beforehand: pages, styles, scripts, search
index, downloads. What is left runs nothing of ours (docs-dev/adr/0015).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from macros.downloads import File
from macros.environment import TEMPLATES, environment
from macros.headings import with_markdown_headings
from macros.naming import site_description, site_name
from macros.pages import generated, navigation
from macros.render import render, render_text
from macros.search_index import INDEX_ADDRESS, search_index
from notice.models import Catalog
from publishing.assets import site_assets
from publishing.content import Content

# What mkdocs.yml says to any generator; the rest is for our hook.
KEPT = ("theme", "plugins", "markdown_extensions", "validation")
BOX_STYLE = "assets/css/zensical.css"
HEAD = "# 由 scripts/export_pages.py 生成，勿手改。\n"


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, where `!ENV [NAME, value]` is read as the value."""


def _default(loader: _Settings, node: yaml.SequenceNode) -> Any:
    return loader.construct_sequence(node)[-1]


_Settings.add_constructor("!ENV", _default)


def write_site(content: Content, project: Path, out: Path, site_url: str) -> int:
    """Write `out/mkdocs.yml`, `out/docs/` and `out/theme/`.

    Args:
        content: what the pages are made from, and the files they offer.
        project: the folder with mkdocs.yml, docs/ and theme/.
        out: the folder to write to; a `docs/` in it is replaced.
        site_url: where the site will be.

    Returns:
        The number of pages.
    """
    settings = yaml.load((project / "mkdocs.yml").read_text("utf-8"), Loader=_Settings)  # noqa: S506
    docs = out / "docs"
    catalog = content.catalog
    pages = write_pages(catalog, project / "docs", docs, content.files)
    assets = _assets(docs, settings)
    for address, file in content.by_address().items():
        _write(docs / address, file)
    _write(docs / INDEX_ADDRESS, search_index(catalog))
    _write(docs / BOX_STYLE, (TEMPLATES / "plain" / "zensical.css").read_bytes())
    shutil.copytree(project / "theme", out / "theme")
    config = {key: settings[key] for key in KEPT if key in settings} | assets
    config |= {"site_name": site_name(catalog), "site_description": site_description(catalog)}
    config |= {"nav": navigation(catalog), "site_url": site_url}
    config["theme"] |= {"custom_dir": "theme"}
    config["extra"] |= {"catalog": _said_by_the_theme(catalog), "generator": False}
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (out / "mkdocs.yml").write_text(HEAD + text, "utf-8")
    return pages


def write_pages(catalog: Catalog, docs: Path, out: Path, files: Iterable[File] = ()) -> int:
    """Write handwritten pages, generated pages and assets as plain files.

    Args:
        catalog: what the pages are made from.
        docs: the handwritten pages and assets.
        out: the folder to fill; what is in it is deleted.
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


def _assets(docs: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """Put styles and scripts together as a build does; the settings that ask for them."""
    assets = site_assets(
        docs,
        settings["extra_css"],
        settings["extra_javascript"],
        settings["extra"]["form_javascript"],
    )
    for asset in assets:
        for source in asset.sources:
            (docs / source).unlink()
        (docs / asset.address).write_text(asset.content, "utf-8")
    return {
        "extra_css": [assets.styles.address, BOX_STYLE],
        "extra_javascript": [{"path": assets.scripts.address, "defer": True}],
        "extra": {"form_script": assets.form_scripts.address},
    }


def _said_by_the_theme(catalog: Catalog) -> dict[str, Any]:
    """The facts that theme/ prints on every page, under the names it asks for."""
    notice = catalog.notice
    later = notice.superseded_by
    facts = {"name": notice.name, "year": notice.year}
    return {"notice": {**facts, "superseded_by": later.model_dump() if later else None}}


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
