"""Everything can be told from its ground, light and dark: every page kind, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.barriers import KINDS, barriers, leave_out_alike
from tests.conftest import Server


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_everything_can_be_told_from_its_ground(
    chromium: Browser, server: Server, width: int, scheme: str
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for address in KINDS:
        page.goto(server.url + address)
        leave_out_alike(page)
        found += [(address, *one) for one in barriers(page, only="color-contrast")]
    context.close()
    assert found == []
