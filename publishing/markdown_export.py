"""The whole site as a folder of plain Markdown with a configuration, for another generator.

What the MkDocs hook does while it builds is done here beforehand: pages, styles, scripts, search
index, downloads. What is left runs nothing of ours (docs-dev/adr/0015).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import copytree
from typing import Any, Protocol

import yaml

from macros.downloads import File
from macros.environment import TEMPLATES
from macros.pages import navigation
from macros.search_index import INDEX_ADDRESS, search_index
from notice.models import Catalog
from notice.record.retired import moved_files
from publishing.concatenation import concatenate_assets
from publishing.folder import write_pages

# What mkdocs.yml says to any generator; the rest is for our hook.
KEPT = ("site_name", "site_description", "theme", "plugins", "markdown_extensions", "validation")
BOX_STYLE = "assets/css/zensical.css"
HEAD = "# 由 scripts/export_pages.py 生成，勿手改。\n"


class Content(File, Protocol):
    """A file to take away, with what is in it."""

    @property
    def content(self) -> bytes:
        """The file itself."""


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, where `!ENV [NAME, value]` stands for the value."""


def _default(loader: _Settings, node: yaml.SequenceNode) -> Any:
    return loader.construct_sequence(node)[-1]


_Settings.add_constructor("!ENV", _default)


def write_site(
    catalog: Catalog, project: Path, out: Path, site_url: str, files: Sequence[Content]
) -> int:
    """Write `out/mkdocs.yml`, `out/docs/` and `out/theme/`.

    Args:
        catalog: what the pages are made from.
        project: the folder with mkdocs.yml, docs/ and theme/.
        out: the folder to write to; a `docs/` in it is made anew.
        site_url: where the site will stand.
        files: what the pages offer to take away.

    Returns:
        The number of pages.
    """
    settings = yaml.load((project / "mkdocs.yml").read_text("utf-8"), Loader=_Settings)  # noqa: S506
    docs = out / "docs"
    pages = write_pages(catalog, project / "docs", docs, files)
    assets = _assets(docs, settings)
    contents = {file.address: file.content for file in files}
    moved = moved_files(catalog).items()
    contents |= {old: contents[new] for old, new in moved if new in contents}
    for address, content in contents.items():
        _write(docs / address, content)
    _write(docs / INDEX_ADDRESS, search_index(catalog))
    _write(docs / BOX_STYLE, (TEMPLATES / "plain" / "zensical.css").read_bytes())
    copytree(project / "theme", out / "theme")
    config = {key: settings[key] for key in KEPT} | assets
    config |= {"nav": navigation(catalog), "site_url": site_url}
    config["theme"] |= {"custom_dir": "theme"}
    config["extra"] |= {"catalog": _said_by_the_theme(catalog), "generator": False}
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (out / "mkdocs.yml").write_text(HEAD + text, "utf-8")
    return pages


def _assets(docs: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """Put styles and scripts together as a build does; the settings that ask for them."""
    styles = concatenate_assets(docs, "assets/css/site.css", settings["extra_css"])
    scripts = concatenate_assets(docs, "assets/js/site.js", settings["extra_javascript"])
    forms = concatenate_assets(docs, "assets/js/form.js", settings["extra"]["form_javascript"])
    for asset in (styles, scripts, forms):
        for source in asset.sources:
            (docs / source).unlink()
        (docs / asset.address).write_text(asset.content, "utf-8")
    return {
        "extra_css": [styles.address, BOX_STYLE],
        "extra_javascript": [{"path": scripts.address, "defer": True}],
        "extra": {"form_script": forms.address},
    }


def _said_by_the_theme(catalog: Catalog) -> dict[str, Any]:
    """The facts that theme/ prints on every page, under the names it asks for."""
    notice = catalog.notice
    later = notice.superseded_by
    told = {"number": notice.number, "year": notice.year}
    return {"notice": {**told, "superseded_by": later.model_dump() if later else None}}


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
