"""The MkDocs adapter: add the pages, render handwritten ones, copy the files to take away.

No decision about content is made here: `publishing/markdown_export.py` is a second adapter.
"""

from __future__ import annotations

import gc
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp

from exports.downloads import Download
from macros.environment import CompiledTemplates, environment
from macros.naming import site_description, site_name
from macros.pages import generated, navigation
from macros.render import render
from macros.search_index import INDEX_ADDRESS, search_index
from notice.problems import DataError
from notice.reading.source_lines import source_lines
from notice.record.published import check_published, read_published
from notice.review import left
from publishing.addresses import handwritten, present
from publishing.assets import Assets, site_assets
from publishing.content import Content, load_content, with_documents
from publishing.content_policy import SERVER_CONFIG, add_csp, nginx_site
from publishing.html_stash import stash, unstash
from publishing.web_address import problem_with

# The box in the header has an engine and an index of its own (docs-dev/adr/0003).
UNUSED = ("search", "assets/javascripts/lunr", "assets/javascripts/workers")


COMPILED_THEME = CompiledTemplates()


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml has for us under `extra`, and what scripts/build.py adds to it.

    Attributes:
        data: the folder of the YAML files.
        documents: whether PDFs and workbooks are made.
        repository: what precedes data/items.yaml in the repository's address.
        preview: whether a live preview is built: without documents and security policy.
        content: the content, where it is ready before the build.
        bundle: the offline bundle, where there is one.
        form_javascript: the scripts of the forms.
    """

    data: Path
    documents: bool
    repository: str
    preview: bool
    content: Content | None
    bundle: Download | None
    form_javascript: tuple[str, ...]

    @classmethod
    def of(cls, config: MkDocsConfig) -> Settings:
        """The settings of a configuration; raises KeyError where one is missing."""
        extra = config.extra
        return cls(
            data=Path(config.config_file_path).parent / extra["data"],
            documents=extra["documents"],
            repository=extra["repository"],
            preview=extra["preview"],
            content=extra["content"],
            bundle=extra["bundle"],
            form_javascript=tuple(extra["form_javascript"]),
        )


class MkDocsSite:
    """One build after the other by MkDocs: its events in the order in which they come."""

    settings: Settings
    content: Content
    env: Environment
    assets: Assets
    handwritten: dict[str, str]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the data named in mkdocs.yml; wrong data ends the build with every problem.

        Until the build ends nobody looks for garbage: it keeps nearly all that it makes, and with
        ten times the items looking was a fifteenth of it.
        """
        gc.disable()
        self.settings = settings = Settings.of(config)
        _check_web_addresses(config.site_url or "", settings.repository)
        try:
            self.content = settings.content or _content(settings, config.site_url or "")
        except DataError as error:
            raise Abort(f"\n{error}") from None
        if settings.bundle:
            self.content = self.content.with_file(settings.bundle)
        catalog = self.content.catalog
        lines = source_lines(settings.data, settings.repository)
        self.env = environment(catalog, self.content.files, lines)
        self.assets = _assets(config, settings)
        config.nav = navigation(catalog)
        config.site_name = site_name(catalog)
        config.site_description = site_description(catalog)
        # What theme/ prints.
        config.extra |= {"draft": left(catalog)}
        config.extra |= {"catalog": catalog, "form_script": self.assets.form_scripts.address}
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a file for every generated page, and everything else that is made."""
        catalog, urls = self.content.catalog, config.use_directory_urls
        texts = {}
        for page in generated(catalog):
            texts[page.address] = render(self.env, page, directory_urls=urls)
            files.append(File.generated(config, page.source, content=texts[page.address]))
        self.handwritten = handwritten(self.env, Path(config.docs_dir), directory_urls=urls)
        self._check_addresses(texts | self.handwritten)
        for asset in self.assets:
            for source in asset.sources:
                if (found := files.get_file_from_path(source)) is not None:
                    files.remove(found)
            files.append(File.generated(config, asset.address, content=asset.content))
        files.append(File.generated(config, INDEX_ADDRESS, content=search_index(catalog)))
        for address, content in self.content.by_address().items():
            files.append(File.generated(config, address, content=content))
        return files

    def _check_addresses(self, texts: dict[str, str]) -> None:
        """End the build when a published address is lost. Only a whole site has all of them."""
        settings = self.settings
        if settings.preview or not (settings.documents and settings.bundle):
            return
        catalog = self.content.catalog
        found = present(catalog, texts, [file.address for file in self.content.files])
        report = check_published(read_published(settings.data), found, catalog.retired).report()
        if report:
            raise Abort(f"\n{report}")

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Compile the theme's templates once for both builds."""
        env.bytecode_cache = COMPILED_THEME

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str | None:
        """A handwritten page as rendered for the address check; the file of any other page."""
        return self.handwritten.get(page.file.src_uri.removesuffix("index.md"))

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Keep the HTML of generated pages from the Markdown parser."""
        if page.file.generated_by:
            markdown, page.meta["blocks"] = stash(markdown)
        return markdown

    def on_page_context(
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Put the HTML back; a hook comes after the search plugin."""
        page.content = unstash(page.content or "", page.meta.pop("blocks", []))

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Correct the page and add its policy, but leave a live preview room for its script."""
        return output if self.settings.preview else add_csp(_fix_theme_html(output))

    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """The same for 404.html."""
        if template_name != "404.html" or self.settings.preview:
            return output_content
        return add_csp(_fix_theme_html(output_content))

    def on_build_error(self, error: Exception) -> None:
        """What a build that failed has left is garbage."""
        gc.enable()

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Delete the theme's own search and debugging maps; write the web server's policy."""
        if not self.settings.preview:
            gc.freeze()  # the process ends soon, and would look through all of it on its way out
        gc.enable()
        site = Path(config.site_dir)
        for folder in UNUSED:
            shutil.rmtree(site / folder, ignore_errors=True)
        for path in site.rglob("*.map"):
            path.unlink()
        if config.use_directory_urls and not self.settings.preview:
            server = site / SERVER_CONFIG
            server.parent.mkdir(exist_ok=True)
            server.write_text(nginx_site(site, config.site_url or ""), "utf-8")


def _check_web_addresses(site_url: str, repository: str) -> None:
    problems = [problem_with("SITE_URL", site_url)] if site_url else []
    problems += [problem_with("REPOSITORY_URL", repository)] if repository else []
    if found := [problem for problem in problems if problem]:
        raise Abort("\n" + "\n".join(found))


def _content(settings: Settings, site_url: str) -> Content:
    content = load_content(settings.data, draft=settings.preview)
    if settings.documents and not settings.preview:
        return with_documents(content, site_url, get_build_timestamp())
    return content


def _assets(config: MkDocsConfig, settings: Settings) -> Assets:
    """Put the listed files together and have the pages ask for the results."""
    listed = (config.extra_css, config.extra_javascript, settings.form_javascript)
    assets = site_assets(Path(config.docs_dir), *(map(str, files) for files in listed))
    config.extra_css = [assets.styles.address]
    script = ExtraScriptValue(assets.scripts.address)
    script.defer = True
    config.extra_javascript = [script]
    return assets


def _fix_theme_html(html: str) -> str:
    """Valid HTML where the theme's is not (checked with the Nu HTML checker)."""
    theme, content, ours = html.partition('<div class="md-content"')
    theme = re.sub(r'(<input class="md-toggle"[^>]*?) autocomplete="off"', r"\1", theme)
    if 'id="__toc"' not in theme:  # pages outside the navigation have the label, not what it is for
        theme = theme.replace(' for="__toc"', "")
    return theme + content + ours
