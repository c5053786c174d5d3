"""An input method at work is left alone: half a syllable is no answer, and no question."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_checklist import KEY, SHEET, ready
from tests.conftest import Server

HALF, WHOLE = "wa si", "瓦斯"


def compose(page: Page, text: str) -> None:
    """What an input method shows before a word is chosen; an empty one is given up."""
    method = page.context.new_cdp_session(page)
    method.send(
        "Input.imeSetComposition",
        {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
    )


def choose(page: Page, text: str) -> None:
    page.context.new_cdp_session(page).send("Input.insertText", {"text": text})


def stored(page: Page) -> str:
    return str(page.evaluate("key => localStorage.getItem(key)", KEY) or "")


def test_a_note_is_stored_when_the_word_is_chosen(context: BrowserContext, server: Server) -> None:
    page, other = context.new_page(), context.new_page()
    for one in (page, other):
        one.goto(server.url + SHEET)
        ready(one)
    note = page.locator("tr.row").nth(0).locator("textarea").last
    note.click()
    compose(page, HALF)
    assert HALF not in stored(page)
    # What another tab stores is shown here, but not in the field that is being written.
    task = page.locator("tr.row").nth(0).get_attribute("id")
    other.locator(f"#{task} textarea").last.fill("别处")
    other.locator("tr.row").nth(1).locator("textarea").last.fill("第二行")
    expect(page.locator("tr.row").nth(1).locator("textarea").last).to_have_value("第二行")
    assert note.input_value() == HALF
    choose(page, WHOLE)
    expect(note).to_have_value(WHOLE)
    rows = json.loads(stored(page))["rows"]
    assert WHOLE in rows[task]["fields"].values()
    expect(other.locator(f"#{task} textarea").last).to_have_value(WHOLE)


def test_a_search_begins_when_the_word_is_chosen(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(server.url)
    field, found = page.locator(".md-search__input"), page.locator("[data-search-results] li")
    field.click()
    field.fill("尾矿库")
    expect(found.first).to_be_visible()
    before = found.all_text_contents()
    field.press("End")
    compose(page, HALF)
    page.wait_for_timeout(200)
    assert found.all_text_contents() == before
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'ArrowDown', bubbles: true, isComposing: true}))"
    )
    expect(field).to_be_focused()
    compose(page, "")
    field.fill("")
    field.click()
    compose(page, HALF)
    choose(page, WHOLE)
    expect(found.first).to_contain_text(WHOLE)
