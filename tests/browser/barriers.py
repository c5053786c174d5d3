"""What axe-core finds on a page, and the pages that stand for all."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

KINDS = (
    "", "notice/", "items/", "items/10/", "items/21/", "sectors/", "sectors/coal-mine/",
    "sectors/geological/", "departments/", "departments/yingji/", "departments/shixian/",
    "departments/youguan/", "matrix/", "matrix/sectors/", "overview/", "checklists/",
    "checklists/inspection-gas/", "checklists/selfcheck-gas/", "checklists/selfcheck-geological/",
    "checklists/tasks-lincao/", "checklists/breakdown-counties/", "downloads/", "measures/",
    "glossary/", "citations/", "laws/", "laws/sectors/", "about/", "data/", "data/fields/", "contribute/", "contribute/slip/",
)  # fmt: skip
# Rows of one list are alike: the first ones stand for them.
ALIKE = ", ".join(
    f"article {rows}"
    for rows in (
        "tbody tr.row:nth-child(n+9)", "tbody:not(.ending) tr:nth-child(n+9)", "li:nth-child(n+6)",
        "dl > :nth-child(n+17)", ".duty:nth-of-type(n+5)", "p:nth-of-type(n+9)", ".scroll:nth-of-type(n+3)", "td a:nth-of-type(n+6)",
    )
)  # fmt: skip
AXE = Axe()


def barriers(page: Page, without: str = "") -> list[tuple[str, object]]:
    """What axe-core finds, by all rules but one: the rule, and the first element that breaks it."""
    options: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
    options |= {"selectors": False}  # naming each element takes a sixth of the time
    options |= {"rules": {without: {"enabled": False}}} if without else {}
    result = AXE.run(page, options=options).response
    return [(one["id"], one["nodes"][0]["html"]) for one in result["violations"]]


def leave_out_alike(page: Page) -> None:
    """Remove what is like what stands before it."""
    page.evaluate("s => document.querySelectorAll(s).forEach(e => e.remove())", ALIKE)
