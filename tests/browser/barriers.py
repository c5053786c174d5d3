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
# At either width a page has the same elements; but for the frame these differ in what is drawn.
BOTH_WIDTHS = {
    "",
    "notice/",
    "items/10/",
    "departments/yingji/",
    "matrix/",
    "checklists/inspection-gas/",
}
# Rows of one list are alike: the first ones stand for them.
ALIKE = ", ".join(
    f"article {rows}"
    for rows in (
        "tbody tr.row:nth-child(n+9)", "tbody:not(.ending) tr:nth-child(n+9)", "li:nth-child(n+6)",
        "dl > :nth-child(n+17)", ".duty:nth-of-type(n+5)", "p:nth-of-type(n+9)", ".scroll:nth-of-type(n+3)", "td a:nth-of-type(n+6)",
    )
)  # fmt: skip
AXE = Axe()
CONTRAST = "color-contrast"
# Marks one element of each colour, background, size and weight of letters that a page has.
MARK_COLOURS = """() => {
  const background = e => {
    for (; e; e = e.parentElement) {
      const { backgroundColor: colour, backgroundImage: image } = getComputedStyle(e);
      if (image !== 'none' || !/^rgba\\(.*, 0\\)$/.test(colour)) return colour + image;
    }
  };
  const seen = new Set();
  for (const e of document.querySelectorAll('body, body *')) {
    const has_letters = e.matches('input, select, textarea')
      || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!has_letters || !e.checkVisibility()) continue;
    const { color, fontSize, fontWeight, opacity } = getComputedStyle(e);
    const kind = [color, fontSize, fontWeight, opacity, background(e)].join();
    if (!seen.has(kind)) e.setAttribute('data-colours', '');
    seen.add(kind);
  }
  return seen.size;
}"""


def barriers(page: Page, without: str = "") -> list[tuple[str, object]]:
    """What axe-core finds, by all rules but one: the rule, and the first element that breaks it."""
    return _found(page, {"rules": {without: {"enabled": False}}} if without else {})


def faint_letters(page: Page) -> list[tuple[str, object]]:
    """Letters with too little contrast: of those that look alike the first is judged."""
    assert page.evaluate(MARK_COLOURS) > 1
    return _found(page, {"runOnly": [CONTRAST]}, "[data-colours]")


def _found(
    page: Page, options: dict[str, object], inside: str = "html"
) -> list[tuple[str, object]]:
    # Naming each element takes a sixth of the time.
    lean = {"resultTypes": ["violations"], "preload": False, "selectors": False}
    result = AXE.run(page, context=inside, options={**lean, **options}).response
    return [(one["id"], one["nodes"][0]["html"]) for one in result["violations"]]


def leave_out_alike(page: Page) -> None:
    """Remove what is like what stands before it."""
    page.evaluate("s => document.querySelectorAll(s).forEach(e => e.remove())", ALIKE)
