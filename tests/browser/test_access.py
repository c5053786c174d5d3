"""Everyone can read it, and nothing but its own code runs: every page kind, in a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.barriers import (
    BOTH_WIDTHS,
    CONTRAST,
    KINDS,
    barriers,
    leave_out_alike,
)
from tests.conftest import Server, launch

WATCH = """document.addEventListener('securitypolicyviolation',
e => { (window.violations ??= []).push(e.violatedDirective + ' ' + e.blockedURI); });"""

WIDE = 1280


@pytest.fixture(scope="module")
def onlooker(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that draws in one thread: a fifth quicker where nobody clicks."""
    browser = launch(playwright, "--disable-threaded-compositing")
    yield browser
    browser.close()


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (390, "dark")])
def test_no_barrier_on_any_page_kind(
    onlooker: Browser, server: Server, width: int, scheme: str
) -> None:
    context = onlooker.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for address in KINDS:
        page.goto(server.url + address)
        leave_out_alike(page)
        only = "" if width == WIDE or address in BOTH_WIDTHS else CONTRAST
        found += [(address, *one) for one in barriers(page, only)]
    context.close()
    assert found == []


@pytest.mark.parametrize("address", ["items/10/", "checklists/tasks-lincao/"])
def test_no_barrier_in_any_row(chromium: Browser, server: Server, address: str) -> None:
    page = chromium.new_page()
    page.goto(server.url + address)
    assert barriers(page, without=CONTRAST) == []
    page.close()


@pytest.fixture
def guarded(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script(WATCH)
    yield page
    assert page.evaluate("window.violations ?? []") == []
    context.close()


def test_every_feature_works_under_the_policy(guarded: Page, server: Server) -> None:
    guarded.goto(f"{server.url}items/10/")
    policy = (
        guarded.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    )
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    guarded.get_by_role("button", name="复制引用").first.click()
    expect(guarded.locator(".copied").first).to_have_text("已复制")
    guarded.locator("label[for^=__palette]:visible").click()
    guarded.locator(".md-search__input").fill("瓦斯")
    expect(guarded.locator("[data-search-results] li").first).to_be_visible()
    guarded.keyboard.press("Escape")
    guarded.mouse.wheel(0, 3000)
    guarded.wait_for_timeout(200)
    assert guarded.evaluate("window.violations ?? []") == []


def test_filling_in_works_under_the_policy(guarded: Page, server: Server) -> None:
    guarded.goto(f"{server.url}checklists/selfcheck-gas/")
    guarded.locator("tr.row button.box").first.click()
    guarded.locator("td textarea").first.fill("两行\n内容")
    for name in ("导出 CSV", "导出备份"):
        with guarded.expect_download():
            guarded.get_by_role("button", name=name).click()


def test_one_policy_on_every_page(server: Server) -> None:
    """Scripts of the site's own and those that its templates write into a page, by their hashes."""
    policies = set()
    pages = [*server.site.folder.rglob("*.html")]
    assert len(pages) > 150
    for path in pages:
        page = lxml.html.fromstring(path.read_bytes())
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        inline = [script.encode() for script in page.xpath("//script[not(@src or @type)]/text()")]
        hashed = [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in inline]
        allowed = re.findall("'sha256-(.*?)'", policy)
        assert set(allowed) == set(hashed), path
        policies.add(re.sub("'sha256-.*?' ?", "", policy))
    (policy,) = policies
    assert "default-src 'none'; script-src 'self' ;" in policy


@pytest.mark.parametrize(
    "address", ["", "items/10/", "checklists/inspection-gas/", "contribute/slip/"]
)
def test_a_strange_script_does_not_run(chromium: Browser, server: Server, address: str) -> None:
    """The policy is on every page: what somebody slips in stays inert."""
    page = chromium.new_page()
    page.goto(server.url + address)
    page.evaluate(
        """() => { const s = document.createElement('script'); s.textContent = 'window.slipped = 1';
        document.body.append(s);
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.slipped = 2">'); }"""
    )
    page.wait_for_timeout(50)
    assert page.evaluate("window.slipped ?? 0") == 0
    page.close()


def test_forced_colours_show_which_box_is_ticked(chromium: Browser, server: Server) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{server.url}checklists/inspection-gas/")
    box = page.locator("tr.row button.box").first
    box.click()
    assert box.evaluate("e => getComputedStyle(e, '::after').borderBottomWidth") == "2px"
    context.close()


def test_faint_letters_are_found(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    page.goto(f"{server.url}items/10/")
    page.locator("article h2").last.evaluate("e => { e.style.color = '#bbb' }")
    assert {rule for rule, _ in barriers(page)} == {CONTRAST}
    page.close()


def test_chinese_is_declared(server: Server) -> None:
    for address in KINDS:
        assert server.site.html(address).get("lang") == "zh", address
