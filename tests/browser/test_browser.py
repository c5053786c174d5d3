"""The site in a real Chromium: what the four readers click, copy and see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from notice.wording import item_text
from tests.browser.barriers import KINDS
from tests.conftest import Server, form_of

pytestmark = pytest.mark.slow


@pytest.fixture
def watched(context: BrowserContext, server: Server) -> Iterator[Page]:
    """A page whose every request must stay on the site and whose console must stay silent."""
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda m: trouble.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    local = (server.url.split("/safety/")[0], "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else trouble.append(r.url))
    yield page
    assert trouble == []


DOORS = [
    ("省直部门", "省应急厅", "省应急厅任务清单"),
    ("市县", "县级任务分解表", "县（市、区）2024年安全生产重点任务分解表"),
    ("执法检查", "煤矿", "煤矿安全生产现场检查表"),
    ("企业自查", "燃气", "燃气企业安全生产自查表"),
    ("督查", "地质灾害", "地质灾害督查表"),
]


@pytest.mark.parametrize(("door", "entry", "sheet"), DOORS)
def test_each_reader_reaches_a_sheet_in_two_clicks(
    watched: Page, server: Server, door: str, entry: str, sheet: str
) -> None:
    watched.goto(server.url)
    watched.locator("a.door", has_text=door).click()
    heading = watched.locator("h2", has_text=door)
    expect(heading).to_be_in_viewport()
    heading.locator("xpath=following-sibling::ul[1]").get_by_role(
        "link", name=entry, exact=True
    ).click()
    expect(watched.locator("h1")).to_have_text(sheet)
    assert watched.locator("tr.row").count() > 5


def test_copying_the_citation(context: BrowserContext, watched: Page, server: Server) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    address = f"{server.url}items/10/"
    watched.goto(address)
    watched.locator(".cite").get_by_role("button", name="复制引用").click()
    expect(watched.locator(".copied")).to_have_text("已复制")
    copied = watched.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "晋政发〔2024〕1号第（十）项，《山西省人民政府关于做好2024年安全生产工作的通知》，"
        f"{address}#item-10"
    )
    watched.locator(".cite").get_by_role("button", name="复制链接").click()
    expect(watched.locator(".copied")).to_have_text("已复制")
    assert watched.evaluate("navigator.clipboard.readText()") == f"{address}#item-10"


def test_selecting_the_words_copies_only_the_words(watched: Page, server: Server) -> None:
    watched.goto(f"{server.url}items/12/")
    copied = watched.evaluate(
        """() => { const s = getSelection();
        s.selectAllChildren(document.querySelector('.item-document')); return s.toString(); }"""
    )
    text = next(i for i in server.site.catalog.items if i.number == 12)
    assert copied.strip() == item_text(text)


@pytest.mark.parametrize("page", ["items/10/", "notice/", "departments/yingji/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_deep_links_land_below_the_sticky_header(
    watched: Page, server: Server, page: str, width: int
) -> None:
    """To the last task of an item that the department is named in."""
    item = next(i for i in server.site.catalog.items if i.number == 10)
    watched.set_viewport_size({"width": width, "height": 800})
    watched.goto(f"{server.url}{page}#{item.clauses[-1].tasks[-1].id}")
    watched.wait_for_timeout(300)
    top = watched.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    header = watched.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    assert header <= top + 1
    assert top < 800


def test_a_term_explains_itself_on_keyboard_focus(watched: Page, server: Server) -> None:
    watched.goto(f"{server.url}items/8/")
    term = watched.locator("a.term", has_text="四不两直").first
    term.focus()
    watched.keyboard.press("Shift+Tab")
    watched.keyboard.press("Tab")
    told = term.evaluate("e => getComputedStyle(e, '::after').content")
    assert "不发通知" in told


@pytest.mark.parametrize("width", [1280, 390])
def test_the_matrix_keeps_its_heads_in_sight(watched: Page, server: Server, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 800})
    watched.goto(f"{server.url}matrix/")
    frame = watched.locator(".matrix-frame")
    frame.scroll_into_view_if_needed()
    frame.evaluate("e => e.scrollTo(400, 400)")
    box = frame.bounding_box()
    corner = watched.locator(".corner").bounding_box()
    assert box
    assert corner
    assert abs(corner["x"] - box["x"]) < 3
    assert abs(corner["y"] - box["y"]) < 3
    anchor = server.site.catalog.items[16].clauses[0].tasks[0].id
    mark = watched.locator(f"tr:has(a[href*='{anchor}']) td.mark a").first
    mark.click()
    assert f"#{anchor}" in watched.url


# The forms with most columns or rows.
LARGE = ("checklists/inspection-fire/", "checklists/selfcheck-fire/", "checklists/tasks-anweiban/")


def test_no_page_is_wider_than_the_screen(watched: Page, server: Server) -> None:
    """Nor with letters of 200 %, which halve a screen of 1280."""
    for address in (*KINDS, *LARGE):
        watched.set_viewport_size({"width": 1280, "height": 800})
        watched.goto(server.url + address)
        for width in (1280, 640, 390):
            watched.set_viewport_size({"width": width, "height": 800})
            wide = watched.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (address, width)


def test_everything_is_said_without_javascript(chromium: object, server: Server) -> None:
    context = chromium.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{server.url}items/10/")
    expect(page.get_by_text("晋政发〔2024〕1号第（十）项")).to_be_visible()
    expect(page.locator(".cite").get_by_role("button", name="复制引用")).to_be_hidden()
    page.goto(f"{server.url}checklists/inspection-gas/")
    form = form_of(server.site.catalog, "inspection-gas")
    assert page.locator("tr.row").count() == len(form.rows)
    expect(page.locator("[data-fill-bar]")).to_be_hidden()
    context.close()
