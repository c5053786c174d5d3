"""The exported folder outlives our generator: two others build it, and nothing is lost."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest

from forms.addresses import item_page
from macros.pages import pages
from notice.models import Catalog
from notice.wording import item_text
from tests.conftest import ROOT, Site

VENV = ROOT / "build" / "generators"
LOCK = ROOT / "requirements" / "other.lock"
PUBLISHED = ROOT / "data" / "published.txt"
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
def programs() -> Path:
    """The other generators, in an environment of their own, made once for each lock."""
    stamp = VENV / "installed"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != digest:
        run(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
        pip = ("pip", "--python", VENV / "bin" / "python", "install", "-qq", "--no-compile")
        run(sys.executable, "-m", *pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        stamp.write_text(digest)
    return VENV / "bin"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Path:
    folder = tmp_path_factory.mktemp("export") / "out"
    said = run(sys.executable, "scripts/export_pages.py", folder)
    assert f"{len(pages(catalog))} 页" in said
    return folder


@pytest.fixture(scope="module", params=GENERATORS)
def other(request: pytest.FixtureRequest, exported: Path, programs: Path, catalog: Catalog) -> Site:
    """The site as one of the other generators builds it."""
    program, *arguments = GENERATORS[request.param]
    run(programs / program, *arguments, folder=exported)
    return Site((exported / "site").rename(exported / request.param), catalog)


def published(catalog: Catalog) -> set[str]:
    """Every address that has to be there: as recorded, or else as the catalog has it now."""
    if PUBLISHED.is_file():
        lines = PUBLISHED.read_text("utf-8").splitlines()
        return {line.removeprefix("/") for line in lines if line and not line.startswith("# ")}
    found = {page.address for page in pages(catalog)}
    for item in catalog.items:
        ids = [item.id, *(task.id for clause in item.clauses for task in clause.tasks)]
        found |= {f"{page}#{name}" for page in (item_page(item), "notice/") for name in ids}
    return found | {"downloads/matrix.pdf", "downloads/tasks-yingji.xlsx", "data/notice.json"}


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
    assert len(expected) > 500
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
    item, form = other.html("items/10/"), other.html("checklists/inspection-gas/")
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
