"""Citing one task: its link and its citation, from a list and from the notice's own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Server

SOURCE = "晋政发〔2024〕1号第（十）项，《山西省人民政府关于做好2024年安全生产工作的通知》"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("address", ["items/10/", "sectors/coal-mine/", "departments/yingji/"])
def test_from_a_list(page: Page, server: Server, address: str) -> None:
    page.goto(server.url + address)
    row = page.locator(".tasks > li", has_text="推行“无视频不作业”。").first
    task = row.locator(".task-id").inner_text()
    row.hover()
    row.get_by_role("button", name="复制链接").click()
    expect(row.get_by_role("button", name="已复制")).to_be_visible()
    link = f"{server.url}items/10/#{task}"
    assert copied(page) == link
    row.get_by_role("button", name="复制引用").click()
    assert copied(page) == f"{SOURCE}：推行“无视频不作业”。 {link}"


@pytest.mark.parametrize("address", ["items/10/", "notice/"])
def test_over_the_words(page: Page, server: Server, address: str) -> None:
    page.goto(server.url + address)
    words = page.locator("span.task", has_text="推行“无视频不作业”").first
    task = words.get_attribute("id")
    words.hover()
    bar = page.locator(".cite-bar")
    expect(bar).to_contain_text(task or "?")
    bar.get_by_role("button", name="复制引用").click()
    assert copied(page) == f"{SOURCE}：推行“无视频不作业”。 {server.url}items/10/#{task}"


def test_keyboard_reaches_the_buttons(page: Page, server: Server) -> None:
    page.goto(f"{server.url}items/10/")
    first = page.locator(".tasks > li").first
    first.locator(".task-id").focus()
    page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="复制链接")).to_be_focused()
    expect(first.get_by_role("button", name="复制链接")).to_have_css("opacity", "1")


def test_arriving_by_link_shows_the_task(page: Page, server: Server) -> None:
    task = server.site.catalog.items[9].clauses[0].tasks[-1].id
    page.goto(f"{server.url}items/10/#{task}")
    expect(page.locator(".cite-bar")).to_contain_text(task)
    colour = page.locator(f"#{task}").evaluate("e => getComputedStyle(e).backgroundColor")
    assert colour not in {"rgba(0, 0, 0, 0)", "transparent"}
