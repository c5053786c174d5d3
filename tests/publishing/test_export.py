"""The exported folder outlives our generator: two others build it, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest

from exports.downloads import lists, planned
from exports.offline_bundle import offer
from forms.addresses import item_page
from forms.registry import every_form
from macros.pages import pages
from notice.models import Catalog
from notice.record.published import read_published
from notice.wording import item_text
from publishing.addresses import addresses
from publishing.content import load_content
from publishing.markdown_export import write_site
from tests.conftest import BASE, ROOT, SMALL, SMALL_RECEIVED, Site, copy_project

PROGRAMS = Path(sys.executable).parent
# Made from a built site, which an export is not.
NOT_EXPORTED = {"downloads/offline.zip"}
GENERATORS = {
    "properdocs": ("properdocs", "build", "--strict", "-f", "mkdocs.yml"),
    "zensical": ("zensical", "build", "-f", "mkdocs.yml"),
}


def run(*command: str | Path, folder: Path = ROOT) -> str:
    """What a command says; it has to end well."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Site:
    """The real notice; its documents are those of the built site."""
    folder = tmp_path_factory.mktemp("export") / "out"
    content = load_content(ROOT / "data")
    for file in planned(content.catalog):
        content = content.with_file(
            replace(file, content=(site.folder / file.address).read_bytes())
        )
    write_site(content, ROOT, folder, BASE)
    return Site(folder, content.catalog)


@pytest.fixture(scope="module")
def exported_small(tmp_path_factory: pytest.TempPathFactory, small: Catalog) -> Site:
    """The small notice, as the command writes it."""
    folder = tmp_path_factory.mktemp("small")
    project = copy_project(folder / "project")
    shutil.rmtree(project / "data")
    shutil.copytree(SMALL, project / "data")
    said = run(sys.executable, "scripts/export_pages.py", folder / "out", folder=project)
    assert f"{len(pages(small))} 页" in said
    return Site(folder / "out", small)


@pytest.fixture(scope="module", params=GENERATORS)
def other(request: pytest.FixtureRequest) -> Site:
    """The site as one of the other generators builds it; the slower one has the small notice."""
    name = "exported" if request.param == "properdocs" else "exported_small"
    source: Site = request.getfixturevalue(name)
    program, *arguments = GENERATORS[request.param]
    run(PROGRAMS / program, *arguments, folder=source.folder)
    return Site((source.folder / "site").rename(source.folder / request.param), source.catalog)


def published(catalog: Catalog) -> set[str]:
    """Every address that has to be there: all that the notice has, and as recorded."""
    files = (*lists(catalog), *planned(catalog), offer())
    listed: Iterable[str] = addresses(catalog, ROOT / "docs", files)
    if catalog.notice.received != SMALL_RECEIVED:
        listed = read_published(ROOT / "data")
    return {address.removeprefix("/") for address in listed}


@pytest.mark.slow
def test_every_published_address_is_there(other: Site) -> None:
    ids = {
        f"{page.parent.relative_to(other.folder).as_posix()}/".removeprefix("./"): set(
            lxml.html.fromstring(page.read_bytes()).xpath("//@id")
        )
        for page in other.folder.rglob("index.html")
    }
    assert ids.keys() == {page.address for page in pages(other.catalog)}
    expected = published(other.catalog) - NOT_EXPORTED
    assert len(expected) > 50
    gone = []
    for address in sorted(expected):
        page, fragment = urldefrag(address)
        file = other.folder / page
        there = page in ids if page.endswith("/") or not page else file.is_file()
        if not there or (fragment and fragment not in ids[page]):
            gone.append(address)
    assert gone == []


@pytest.mark.slow
def test_words_stand_unbroken(other: Site) -> None:
    notice = other.words("notice/")
    for item in other.catalog.items:
        words = "".join(item_text(item).split())
        assert words in notice
        assert words in other.words(item_page(item))


@pytest.mark.slow
def test_what_the_theme_says_and_loads(other: Site) -> None:
    form_page = next(form.address for form in every_form(other.catalog))
    item, form = other.html(item_page(other.catalog.items[0])), other.html(form_page)
    for page in (item, form):
        assert "编写组所加内容不作为执法依据" in page.text_content()
        assert page.xpath("//link[contains(@href, 'assets/css/site.')]")
        assert page.xpath("//script[contains(@src, 'assets/js/site.')]")
    assert not item.xpath("//script[contains(@src, 'assets/js/form.')]")
    assert form.xpath("//script[contains(@src, 'assets/js/form.')]")


@pytest.mark.slow
def test_every_link_leads_somewhere(other: Site) -> None:
    broken = []
    for path in other.folder.rglob("index.html"):
        for found in lxml.html.fromstring(path.read_bytes()).xpath(
            "//article//a/@href | //link[@rel='stylesheet']/@href | //script/@src"
        ):
            link = urldefrag(str(found)).url
            target = path.parent / unquote(link)
            if link and ":" not in link and not (target.is_file() or target.is_dir()):
                broken.append((path.relative_to(other.folder).as_posix(), link))
    assert broken == []


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "docs" / "mine.md"
    kept.parent.mkdir()
    kept.write_text("mine")
    with pytest.raises(AssertionError, match="没有写入"):
        run(sys.executable, "scripts/export_pages.py", tmp_path)
    assert [*tmp_path.rglob("*.md")] == [kept]
