"""Words of ours in seldom places, and two mistakes of one kind that are not the same."""

from __future__ import annotations

from tests.notice.edits.edit import EDITORIAL_31, EDITORIAL_32, LAW_1, OF_A_HAZARD, Edit, cited

LATER_TITLE = "title: 某省人民政府关于做好2032年安全生产工作的通知"
LAW_2 = LAW_1.replace("actor: government", "actor: unit")

WRONG: dict[str, list[Edit]] = {
    # Words of ours in the head of the notice.
    "provenance-with-a-narrow-mark": [("items", "  received: ", "  provenance: '网页,导航已删'\n  received: ")],
    "later-title-with-a-narrow-mark": [("items", LATER_TITLE, LATER_TITLE.replace("title: ", "title: '").replace("做好", "做好,") + "'")],
    # What stands behind a task without words of ours in the same clause.
    "label-in-the-clause-of-a-task-without-one": [("items", f"                {EDITORIAL_32}\n", ""), ("items", EDITORIAL_31, EDITORIAL_31.replace("label: 依法处罚", "label: 依法处罚。"))],
    # Names and citations twice, or of something else.
    "glossary-also-of-a-sector": [("glossary", "term: 三无船舶,", "term: 三无船舶, also: [台风],")],
    "laws-against-two-actors": [cited(f"{LAW_2}, {LAW_2.replace('paragraph: 2, item: 1,', 'paragraph: 9,')}")],
    "law-of-a-hazard-behind-an-unknown-sector": [*OF_A_HAZARD, ("items", "sectors: [typhoon]", "sectors: [typhon]")],
}  # fmt: skip
