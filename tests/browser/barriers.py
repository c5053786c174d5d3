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
  document.querySelectorAll('[data-colours]').forEach(e => e.removeAttribute('data-colours'));
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
AXE = (
    Axe().axe_script
    + ";axe.configure({rules: [{id: 'color-contrast', selector: '[data-colours]'}]})"
)


def barriers(page: Page, only: str = "", without: str = "") -> list[tuple[str, str]]:
    """What axe-core finds, by all rules, by one or by all but one.

    Of letters that look alike the first ones are judged.

    Returns:
        Each rule that is broken, and the first element that breaks it.
    """
    page.evaluate(MARK_COLOURS)
    page.evaluate(AXE)
    # Naming each element takes a sixth of the time.
    options: dict[str, object] = {
        "resultTypes": ["violations"],
        "preload": False,
        "selectors": False,
    }
    options |= {"runOnly": [only]} if only else {}
    options |= {"rules": {without: {"enabled": False}}} if without else {}
    result = page.evaluate("async options => (await axe.run(options)).violations", options)
    return [(one["id"], one["nodes"][0]["html"]) for one in result]


def leave_out_alike(page: Page) -> None:
    """Remove what is like what stands before it."""
    page.evaluate("s => document.querySelectorAll(s).forEach(e => e.remove())", ALIKE)
