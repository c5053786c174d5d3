"""The MkDocs adapter, kept thin: add the pages, render handwritten ones, copy the exports.

No decision about content is made here; a second adapter can write the same pages elsewhere.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # MkDocs puts only this file's folder on the path
    sys.path.insert(0, str(ROOT))

from mkdocs.config.config_options import ExtraScriptValue  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils import get_build_timestamp  # noqa: E402

from exports.downloads import documents, lists  # noqa: E402
from exports.offline_bundle import belongs  # noqa: E402
from macros.environment import environment  # noqa: E402
from macros.pages import generated, navigation  # noqa: E402
from macros.render import render, render_text  # noqa: E402
from macros.search_index import INDEX_ADDRESS, search_index  # noqa: E402
from notice.catalog import load_catalog  # noqa: E402
from notice.problems import DataError  # noqa: E402
from notice.reading.source_lines import source_lines  # noqa: E402
from notice.record.published import check_published, read_published  # noqa: E402
from notice.record.retired import moved_files  # noqa: E402
from publishing.addresses import handwritten, present  # noqa: E402
from publishing.assets import Assets, site_assets  # noqa: E402
from publishing.content_policy import SERVER_CONFIG, add_csp, nginx_site  # noqa: E402
from publishing.html_stash import stash, unstash  # noqa: E402

# The box in the header has an engine and an index of its own (docs-dev/adr/0003).
UNUSED = ("search", "assets/javascripts/lunr", "assets/javascripts/workers")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data named in mkdocs.yml; wrong data ends the build with every problem told."""
    data = Path(config.config_file_path).parent / config.extra["data"]
    try:
        catalog = load_catalog(data)
    except DataError as error:
        raise Abort(f"\n{error}") from None
    made = lists(catalog)
    if config.extra["documents"] and not config.extra["preview"]:
        made += documents(catalog, config.site_url or "", get_build_timestamp())
    if not config.use_directory_urls:
        made = tuple(download for download in made if belongs(download))
    if config.extra["bundle"]:
        made += (config.extra["bundle"],)
    env = environment(catalog, made, source_lines(data, config.extra["repository"]))
    config.extra |= {"catalog": catalog, "downloads": made, "jinja": env}
    config.extra["assets"] = _assets(config)
    config.nav = navigation(catalog)
    return config


def _assets(config: MkDocsConfig) -> Assets:
    """Put the listed files together and have the pages ask for the results."""
    listed = (config.extra_css, config.extra_javascript, config.extra["form_javascript"])
    assets = site_assets(Path(config.docs_dir), *(map(str, files) for files in listed))
    config.extra_css = [assets.styles.address]
    script = ExtraScriptValue(assets.scripts.address)
    script.defer = True
    config.extra_javascript = [script]
    config.extra["form_script"] = assets.form_scripts.address
    return assets


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a Markdown file for every generated page, and everything else that is made."""
    texts = {}
    for page in generated(config.extra["catalog"]):
        text = render(config.extra["jinja"], page, directory_urls=config.use_directory_urls)
        texts[page.address] = text
        files.append(File.generated(config, page.source, content=text))
    _keep_addresses(config, texts)
    for asset in config.extra["assets"]:
        for source in asset.sources:
            if (found := files.get_file_from_path(source)) is not None:
                files.remove(found)
        files.append(File.generated(config, asset.address, content=asset.content))
    index = search_index(config.extra["catalog"])
    files.append(File.generated(config, INDEX_ADDRESS, content=index))
    contents = {download.address: download.content for download in config.extra["downloads"]}
    for old, new in moved_files(config.extra["catalog"]).items():
        if new in contents:
            contents[old] = contents[new]
    for address, content in contents.items():
        files.append(File.generated(config, address, content=content))
    return files


def _keep_addresses(config: MkDocsConfig, texts: dict[str, str]) -> None:
    """End the build when an address once published is lost. Only a whole site has all of them."""
    extra = config.extra
    if extra["preview"] or not (extra["documents"] and extra["bundle"]):
        return
    data = Path(config.config_file_path).parent / extra["data"]
    texts = texts | handwritten(extra["jinja"], Path(config.docs_dir))
    names = [download.address for download in extra["downloads"]]
    found = present(extra["catalog"], texts, names)
    report = check_published(read_published(data), found, extra["catalog"].retired).report()
    if report:
        raise Abort(f"\n{report}")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Render handwritten pages; generated ones are rendered already and never rendered twice."""
    if page.file.generated_by:
        skeleton, page.meta["blocks"] = stash(markdown)
        return skeleton
    address = page.file.src_uri.removesuffix("index.md")
    env = config.extra["jinja"]
    return render_text(env, markdown, address, directory_urls=config.use_directory_urls)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Put the HTML back; a hook comes after the search plugin."""
    page.content = unstash(page.content or "", page.meta.pop("blocks", []))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend and seal the page, unless a live preview is to put its script into it."""
    return output if config.extra["preview"] else add_csp(_fix_theme_html(output))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for 404.html."""
    if template_name != "404.html" or config.extra["preview"]:
        return output_content
    return add_csp(_fix_theme_html(output_content))


def _fix_theme_html(html: str) -> str:
    """Valid HTML where the theme's is not (checked with the Nu HTML checker)."""
    html = re.sub(r'(<input class="md-toggle"[^>]*?) autocomplete="off"', r"\1", html)
    if 'id="__toc"' not in html:  # pages outside the navigation have the label, not what it is for
        html = html.replace(' for="__toc"', "")
    return html


def on_post_build(config: MkDocsConfig) -> None:
    """Take away the theme's own search and its debugging maps; tell a web server its policy."""
    site = Path(config.site_dir)
    for folder in UNUSED:
        shutil.rmtree(site / folder, ignore_errors=True)
    for path in site.rglob("*.map"):
        path.unlink()
    if config.use_directory_urls and not config.extra["preview"]:
        server = site / SERVER_CONFIG
        server.parent.mkdir(exist_ok=True)
        server.write_text(nginx_site(site, config.site_url or ""), "utf-8")
