"""Two whole builds of the same commit, on what might be two machines, and the offline bundle.

The bundle is unpacked into a folder and opened from there, with nothing behind it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from exports.downloads import documents, planned
from notice.models import Catalog
from tests.browser.test_access import WATCH
from tests.conftest import BASE, Site, build_whole

# All that may differ between two machines; what must not is the commit, its time and the address.
OTHER_MACHINE = {
    "TZ": "America/St_Johns",
    "LC_ALL": "C.UTF-8",
    "LANG": "zh_CN.UTF-8",
    "PYTHONHASHSEED": "4242",
    "COLUMNS": "40",
}


def files(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def unpacked(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of a whole build, as somebody gets it on a stick."""
    folder = tmp_path_factory.mktemp("offline")
    bundle = site.folder / "downloads" / "offline.zip"
    assert bundle.stat().st_size < 10_000_000
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder / "stick")
    return next((folder / "stick").iterdir())


def test_documents_are_the_same_however_they_are_divided(small: Catalog) -> None:
    whole = documents(small, "https://example.cn/", 0)
    assert documents(small, "https://example.cn/", 0, processes=2) == whole
    empty = [replace(file, content=b"", pages=None) for file in whole]
    assert [*planned(small)] == empty


@pytest.mark.slow
def test_two_machines_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    other = build_whole(tmp_path / "a longer" / "路径", OTHER_MACHINE)
    first, second = files(site.folder), files(other)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    for kind in (".html", ".pdf", ".xlsx", ".csv", ".json", ".zip", ".gz"):
        assert any(name.endswith(kind) for name in first), kind
    assert len(first) > 150
    assert BASE.encode() in first["index.html"]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(offline=True, accept_downloads=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    errors: list[str] = []
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
    assert page.evaluate("window.violations ?? []") == []
    context.close()


@pytest.mark.slow
def test_from_the_first_page_to_a_ticked_sheet(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("link", name="执法检查").click()
    page.get_by_role("link", name="燃气", exact=True).first.click()
    assert unquote(page.url).endswith("checklists/inspection-gas/index.html")
    page.locator("tr.row button.box").first.click()
    page.reload()
    expect(page.locator("button.box[aria-pressed=true]")).to_have_count(1)
    link = page.locator(".downloads a").first.get_attribute("href") or ""
    assert (Path(unquote(page.url.removeprefix("file://"))).parent / link).is_file()


@pytest.mark.slow
def test_search_opens_a_page(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "sectors" / "gas" / "index.html").as_uri())
    page.locator(".md-search__input").fill("无视频不作业")
    expect(page.locator("[data-search-results] li").first).to_contain_text("煤矿领域专项整治")
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/10/index.html#item-10-*")
    expect(page.locator(":target")).to_contain_text("无视频不作业")


@pytest.mark.slow
def test_every_link_in_it_leads_to_a_file(unpacked: Path) -> None:
    broken = []
    pages = [path for path in unpacked.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 150
    for path in pages:
        for link in lxml.html.fromstring(path.read_bytes()).xpath(
            "//a/@href | //link[@rel='stylesheet']/@href | //script/@src"
        ):
            target = str(link).split("#")[0]
            if target and ":" not in target and not (path.parent / unquote(target)).is_file():
                broken.append((path.relative_to(unpacked).as_posix(), link))
    assert broken == []
