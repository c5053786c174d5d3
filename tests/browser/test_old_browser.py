"""The main path in the oldest browser that the site promises to work in, a real one."""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from tests.browser.old_chromium import OldChromium
from tests.conftest import Server, plain

FORMS = {
    "inspection-coal-mine": (210, 297),
    "selfcheck-gas": (297, 210),
    "tasks-anweiban": (297, 210),
    "breakdown-counties": (297, 210),
}
MARKS = [f"第{number}处" for number in range(40)]
NOTE = "，".join(MARKS)
READY = "document.querySelector('[data-fill-bar]:not([aria-busy])')"
ROW = "tr.row:nth-of-type(4)"  # the third row, after the heading of its group


@pytest.fixture(scope="module")
def browser(old_chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OldChromium]:
    browser = OldChromium(old_chromium, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def page(browser: OldChromium, tmp_path: Path) -> Iterator[OldChromium]:
    """The page, whose scripts must not fail, and which saves into an empty folder."""
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    yield browser
    assert browser.trouble == []


def saved(page: OldChromium, action: str, folder: Path, kind: str) -> str:
    """What a button of the bar saves."""
    page.click(f"[data-action={action}]")
    for _ in range(100):
        if found := [path for path in folder.glob(f"*.{kind}") if path.stat().st_size]:
            return found[0].read_text("utf-8")
        time.sleep(0.05)
    raise AssertionError(f"no {kind} was saved")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_filled_in_kept_taken_away_and_printed(
    page: OldChromium, server: Server, tmp_path: Path, form: str
) -> None:
    page.goto(f"{server.url}checklists/{form}/")
    page.wait(READY)
    if form.startswith(("inspection", "selfcheck")):
        page.click(f"{ROW} button.box")
    else:
        page.run(
            f"""(() => {{ const one = document.querySelector("{ROW} select");
            one.selectedIndex = 3; one.dispatchEvent(new Event('input')); }})()"""
        )
    page.click(f"{ROW} textarea")
    page.call("Input.insertText", text=NOTE)
    page.goto(f"{server.url}checklists/{form}/")
    page.wait(READY)
    assert page.run(f"document.querySelector('{ROW} textarea').value") == NOTE
    assert "已填 1 /" in page.run("document.querySelector('[data-fill-count]').textContent")
    task = page.run(f"document.querySelector('{ROW}').id")
    backup = json.loads(saved(page, "json", tmp_path, "json"))
    assert NOTE in backup["rows"][task]["fields"].values()
    assert NOTE in saved(page, "csv", tmp_path, "csv")
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf()))
    size = tuple(round(length * 25.4 / 72) for length in document[0].get_size())
    assert size == FORMS[form]
    text = plain("".join(one.get_textpage().get_text_range() for one in document))
    assert [mark for mark in MARKS if mark not in text] == []


def test_search_finds(page: OldChromium, server: Server) -> None:
    page.goto(server.url)
    page.click(".md-search__input")
    page.call("Input.insertText", text="无视频不作业")
    page.wait("document.querySelectorAll('[data-search-results] mark').length > 0")


def test_links_are_copied(page: OldChromium, server: Server) -> None:
    page.goto(f"{server.url}items/10/")
    page.click(".cite [data-copy=link]")
    page.wait("document.querySelector('.copied').textContent === '已复制'")


def test_the_page_says_so_where_scripts_fail(browser: OldChromium, server: Server) -> None:
    """As before any browser that cannot read them: nothing dead is left to press."""
    browser.call("Network.enable")
    browser.call("Network.setBlockedURLs", urls=["*/assets/js/site.*", "*/assets/js/form.*"])
    browser.goto(f"{server.url}checklists/selfcheck-gas/")
    browser.call("Network.setBlockedURLs", urls=[])
    said = browser.run("document.querySelector('.scripts-note').innerText")
    assert "这个浏览器太旧" in said
    for dead in ("[data-fill-bar]", ".md-search"):
        assert browser.run(f"document.querySelector('{dead}').offsetHeight") == 0
    browser.trouble.clear()


def test_the_about_page_names_this_browser(browser: OldChromium, server: Server) -> None:
    version = re.search(r"Chrome/(\d+)", browser.run("navigator.userAgent"))
    assert version
    assert f"Chromium{version[1]}" in server.site.words("about/")
