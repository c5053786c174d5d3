"""Search as people use it, in a real browser: what they type, and what must come first."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from notice.wording import item_text
from tests.conftest import Server, Site

QUERIES = Path(__file__).parent / "search_queries.tsv"
FIRST = "[...document.querySelectorAll('[data-search-results] a')].map(a => a.href)"
# Each put in as if pasted, one after another, without a way to the test and back between them.
ALL = f"""async queries => {{
  const field = document.querySelector('.md-search__input'), found = [];
  for (const query of queries) {{
    field.value = query;
    field.dispatchEvent(new Event('input', {{ bubbles: true }}));
    await new Promise(requestAnimationFrame);
    found.push({FIRST});
  }}
  return found;
}}"""


@pytest.fixture(scope="module")
def box(chromium: Browser, server: Server) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server.url}about/")
    page.locator(".md-search__input").click()
    expect(page.locator("[data-search-status]")).to_contain_text("输入部门")
    ask(page, server, "煤矿")
    yield page
    page.close()


def ask(page: Page, server: Server, query: str) -> list[str]:
    """What is found for a query put in at once, as if pasted: addresses below the root."""
    page.locator(".md-search__input").fill(query)
    page.wait_for_function("document.querySelector('[data-search-status]').textContent != ''")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    links: list[str] = page.evaluate(FIRST)
    return [unquote(link.removeprefix(server.url).split("#")[0]) for link in links]


def ask_all(page: Page, server: Server, asked: list[str]) -> list[list[str]]:
    """What is found for each of many queries, as `ask` gives it."""
    found: list[list[str]] = page.evaluate(ALL, asked)
    return [[unquote(a.removeprefix(server.url).split("#")[0]) for a in links] for links in found]


def queries() -> list[tuple[str, list[str]]]:
    lines = QUERIES.read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return [("\t".join(pair[:-1]), pair[-1].split("|")) for pair in pairs]


def test_every_page_of_the_site_can_be_found(site: Site, box: Page, server: Server) -> None:
    """By its title; changes of one party and retired pages are reached from what they are about."""
    titles = {}
    for path in sorted(site.folder.rglob("index.html")):
        address = path.parent.relative_to(site.folder).as_posix().removeprefix(".")
        address = f"{address}/" if address else ""
        retired = {entry.address for entry in site.catalog.retired}
        if not address or address.startswith("changes/") or address in retired:
            continue
        titles[address] = site.html(address).xpath("string(//h1)").removesuffix("¶").strip()
    assert len(titles) > 150
    found = ask_all(box, server, [*titles.values()])
    for (address, title), links in zip(titles.items(), found, strict=True):
        assert address in links[:8], (address, title)


def test_what_people_type_comes_first(box: Page, server: Server) -> None:
    missed, third = [], []
    asked = queries()
    assert len(asked) >= 320
    answers = ask_all(box, server, [query for query, _ in asked])
    for (query, wanted), found in zip(asked, answers, strict=True):
        if not found[:1] or found[0] not in wanted:
            missed.append((query, found[:3]))
        if not set(found[:3]) & set(wanted):
            third.append((query, found[:3]))
    assert third == []
    assert len(missed) <= 0.05 * len(asked), missed


def test_any_fragment_of_the_notice_is_found(box: Page, server: Server) -> None:
    """Random runs of 4 to 12 characters: the item they were taken from is among the first three."""
    dice = random.Random(2024)
    texts = {f"items/{item.number}/": item_text(item) for item in server.site.catalog.items}
    cut: list[tuple[str, str]] = []
    for _ in range(100):
        address = dice.choice(list(texts))
        start = dice.randrange(len(texts[address]) - 12)
        fragment = texts[address][start : start + dice.randint(4, 12)]
        if sum(fragment in text for text in texts.values()) <= 3:
            cut.append((fragment, address))
    assert len(cut) > 50
    found = ask_all(box, server, [fragment for fragment, _ in cut])
    assert [c for c, links in zip(cut, found, strict=True) if c[1] not in links[:3]] == []


def test_what_was_asked_is_marked(box: Page, server: Server) -> None:
    ask(box, server, "120万吨/年")
    first = box.locator("[data-search-results] li").first
    assert first.locator("mark").all_text_contents() == ["120万吨/年"]
    ask(box, server, "無視頻不作業")
    assert first.locator("mark").all_text_contents() == ["无视频不作业"]
    ask(box, server, "煤矿 智能化")
    assert "煤矿" in first.locator("mark").all_text_contents()


def test_the_index_is_asked_for_only_when_needed(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.url}items/10/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search/index" in url]
    page.locator(".md-search__input").click()
    page.wait_for_function("window.searchIndex")
    index = server.site.folder / "assets" / "search" / "index.js"
    assert len(gzip.compress(index.read_bytes())) < 150 * 1024
    page.close()


def test_keyboard_from_key_to_page(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    page.goto(server.url)
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.insert_text("第二十一项")
    expect(page.locator("[data-search-results] li").first).to_contain_text("加强重点灾种防范")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-search-results] a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/21/")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).not_to_be_visible()
    page.close()


def test_a_task_is_opened_where_it_stands(box: Page, server: Server) -> None:
    ask(box, server, "无视频不作业")
    href = box.locator("[data-search-results] a").first.get_attribute("href") or ""
    anchor = href.split("#")[1]
    page = server.site.html("items/10/")
    assert "无视频不作业" in page.get_element_by_id(anchor).text_content()


def test_another_notice_is_searched_too(small_site: Site) -> None:
    index = (small_site.folder / "assets" / "search" / "index.js").read_text("utf-8")
    assert "items/3/" in index
    assert "item-10" not in index


def test_what_is_not_there_leads_to_what_is_nearest(box: Page, server: Server) -> None:
    for typed in ("楚天阔", "qqqq", "🚢", "煤层气抽放泵"):
        found = ask(box, server, typed)
        assert any(address.startswith("checklists/") for address in found), typed
    box.locator(".md-search__input").fill("楚天阔")
    expect(box.locator("[data-search-status]")).to_contain_text("没有找到")
