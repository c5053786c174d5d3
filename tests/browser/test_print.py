"""The forms on paper, as Chromium prints them: page count, size, and every word of the catalog."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext

from notice.ids import short
from notice.wording import item_text
from tests.conftest import Server, form_of, plain

pytestmark = pytest.mark.slow

A4, A4_LANDSCAPE, A3_LANDSCAPE = (210, 297), (297, 210), (420, 297)


def printed(context: BrowserContext, url: str) -> tuple[list[str], tuple[int, int]]:
    page = context.new_page()
    page.goto(url)
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [p.get_textpage().get_text_range() for p in document]
    width, height = document[0].get_size()
    page.close()
    return texts, (round(width * 25.4 / 72), round(height * 25.4 / 72))


@pytest.mark.parametrize(
    ("name", "size", "fewest", "most"),
    [
        ("inspection-coal-mine", A4, 5, 8),
        ("supervision-earthquake", A4, 2, 3),
        ("selfcheck-gas", A4_LANDSCAPE, 4, 7),
        ("tasks-anweiban", A4_LANDSCAPE, 5, 9),
        ("tasks-jianguan-sheng", A4_LANDSCAPE, 1, 1),
        ("breakdown-counties", A4_LANDSCAPE, 14, 20),
    ],
)
def test_forms_on_paper(
    context: BrowserContext,
    server: Server,
    name: str,
    size: tuple[int, int],
    fewest: int,
    most: int,
) -> None:
    texts, paper = printed(context, f"{server.url}checklists/{name}/")
    assert paper == size
    assert fewest <= len(texts) <= most
    for number, text in enumerate(texts, start=1):
        assert f"{number}/{len(texts)}" in plain(text)
        assert len(plain(text)) > 30, "a page with nothing on it"
    whole = plain("".join(texts))
    for row in form_of(server.site.catalog, name).rows:
        assert plain(row.task.task.text) in whole
        assert short(row.id) in whole
    for chrome in ("搜索", "打印本表", "回到页面顶部", "切换到"):
        assert chrome not in whole


def test_heads_repeat_on_every_sheet(context: BrowserContext, server: Server) -> None:
    texts, _ = printed(context, f"{server.url}checklists/inspection-coal-mine/")
    rows = [text for text in texts if "原文" in text]
    assert len(rows) >= 4
    assert all("检查内容和方法" in plain(text) for text in rows)


@pytest.mark.parametrize("address", ["matrix/", "matrix/sectors/"])
def test_the_matrix_fits_one_a3_sheet(
    context: BrowserContext, server: Server, address: str
) -> None:
    texts, paper = printed(context, server.url + address)
    assert paper == A3_LANDSCAPE
    assert len(texts) == 1
    whole = plain(texts[0])
    assert whole.count("●") > 50
    assert "★" in whole


def test_the_notice_prints_in_full(context: BrowserContext, server: Server) -> None:
    texts, paper = printed(context, f"{server.url}notice/")
    assert paper == A4
    whole = re.sub(r"—\d+/\d+—", "", plain("".join(texts)))  # page numbers stand between pages
    for item in server.site.catalog.items:
        assert plain(item_text(item)) in whole
