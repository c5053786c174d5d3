"""Limits at their edge, the record behind one that is passed over, and messages heard seldom."""

from __future__ import annotations

from notice.wording import numeral
from tests.conftest import SMALL_RECEIVED
from tests.notice.edits.edit import (
    EDITORIAL_31,
    EDITORIAL_32,
    LAW_1,
    SECOND_LAW,
    SIDES_32,
    Edit,
    cited,
    law,
    method,
)
from tests.notice.edits.laws import OLD_TEXT, REGULATION

LAST_ARTICLE = "    - {article: 21, items: [3], about: 没有开会的处分}\n"
LATER = "number: 某政发〔2032〕1号, title: 某省人民政府关于做好2032年安全生产工作的通知, year: 2032"
PART = "- {short_name: 省乙局丙处, slug: bing, kind: body, nature: 内设机构, parent: yi}\n"


def meeting(
    received: str, text: str, quote: str, asked: str = "今年是否每季度都开过会？"
) -> list[Edit]:
    """Another duty of task item-1-1: as received, as transcribed, what is quoted and asked."""
    return [
        (SMALL_RECEIVED, "每季度召開一次", received),
        ("items", "text: 每季度召开一次", f"text: {text}"),
        ("items", "quote: 每季度召开一次会议", f"quote: {quote}"),
        ("items", "今年是否每季度都开过会？", asked),
    ]


def later(number: str, title: str, year: int) -> list[Edit]:
    """Another notice that replaces this one."""
    return [("items", LATER, f"number: {number}, title: {title}, year: {year}")]


def local(name: str, kind: str) -> list[Edit]:
    """A party of another name and kind in the place of 省乙局."""
    return [
        (SMALL_RECEIVED, "省乙局", name),
        ("items", "省乙局", name),
        ("items", "departments: [省乙局]", f"departments: [{name}]"),
        ("departments", "short_name: 省乙局, slug: yi, kind: body, nature: 省政府部门, parent: jia", f"short_name: {name}, slug: yi, kind: {kind}, nature: 待核"),
    ]  # fmt: skip


def gap(second: int, third: int) -> list[Edit]:
    """The items behind the first with other numbers, in the received text as well."""
    return [
        (SMALL_RECEIVED, "(三)", f"({numeral(third)})"),
        (SMALL_RECEIVED, "(二)", f"({numeral(second)})"),
        ("items", "- id: item-3\n", f"- id: item-{third}\n"),
        ("items", "- id: item-3-2", f"- id: item-{third}-2"),
        ("items", "- id: item-3-1", f"- id: item-{third}-1"),
        ("items", "- id: item-2\n", f"- id: item-{second}\n"),
        ("items", "- id: item-2-1", f"- id: item-{second}-7"),
    ]


FIRST_ITEM = (
    "      - id: item-2\n        title: 无括号的一项\n        clauses:\n          - tasks:\n"
)
WRONG: dict[str, list[Edit]] = {
    # Articles at the edge of a law, and laws of one name.
    "law-penalty-in-its-last-article": [cited(LAW_1.replace("article: 21, item: 3,", "article: 30,"))],
    "law-penalty-just-before-its-penalties": [cited(LAW_1.replace("article: 21, item: 3,", "article: 19,"))],
    "law-penalty-just-behind-its-penalties": [cited(LAW_1.replace("article: 21, item: 3,", "article: 29,"))],
    "law-last-article-nobody-read": [cited(LAW_1.replace("article: 7, paragraph: 2, item: 1,", "article: 30,"))],
    "law-penalties-of-one-article": [law("[20, 28]", "[20, 20]")],
    "law-penalties-turned-round": [law("[20, 28]", "[28, 20]")],
    "law-penalties-of-three-numbers": [law("[20, 28]", "[20, 24, 28]")],
    "law-penalty-twice-on-a-condition": [cited(LAW_1.replace("kind: [discipline]}", "kind: [discipline], condition: 逾期未改正}, {article: 21, item: 3, target: official, kind: [order], condition: 逾期未改正}"))],
    "law-of-a-regulation": REGULATION,
    "law-of-rules": [law("full_name: 中华人民共和国某法", "full_name: 某项管理办法"), law("short_name: 某法", "short_name: 某项办法"), ("items", "law: 某法", "law: 某项办法")],
    "law-short-name-of-two": [law(LAST_ARTICLE, LAST_ARTICLE + SECOND_LAW.lstrip().replace("中华人民共和国二法", "中华人民共和国某管理法").replace("short_name: 二法", "short_name: 某法"))],
    "law-old-text-in-force-behind-another-law": [law("- slug: moufa", SECOND_LAW.lstrip() + OLD_TEXT.replace("slug: erfa", "slug: moufa-2020").replace("  in_force_to: 2030-06-01\n  replaced_by: 某法\n", "") + "- slug: moufa")],
    "law-article-of-the-longer-name": [law("- slug: moufa", SECOND_LAW.lstrip().replace("中华人民共和国二法", "某法条例").replace("二法", "某法条例").replace("rank: law", "rank: regulation") + "- slug: moufa"), method("对照某法条例第十条抽查船舶证书")],
    "law-text-of-the-year-before-the-first": [law("text_date: 2030-01-01", "text_date: 1948-12-31"), law("in_force_from: 2030-06-01", "in_force_from: 1949-01-01")],
    "law-in-force-after-six-years": [law("in_force_from: 2030-06-01", "in_force_from: 2036-01-01")],
    "law-ends-in-six-years": [law("in_force_from: 2030-06-01", "in_force_from: 2030-06-01\n  in_force_to: 2037-01-01")],
    "law-looked-up-the-day-before": [law("looked_up: 2031-01-01", "looked_up: 2029-12-31")],
    "law-condition-of-nothing": [cited(LAW_1.replace("kind: [discipline]}", "kind: [discipline], condition: 全部}"))],
    "law-why-with-a-stop": [cited(LAW_1.replace("fit: exact,", "fit: partial, why: 只定了开会。,"))],
    "article-named-behind-one-that-is-there": [method("对照《某法》第七条、第三十一条抽查船舶证书")],
    # Figures, quotations, the years of notices.
    "question-of-a-period-behind-a-count": meeting("每季度召開3次", "每季度召开3次", "每季度召开3次会议", "今年是否开过3次会，每月都有记录？"),
    "quote-cut-behind-its-first-digit": meeting("每季度召開120次", "每季度召开120次", "每季度召开1"),
    "quote-cut-behind-its-first-character": meeting("每季度召開二十四次", "每季度召开二十四次", "每季度召开二"),
    "quote-cut-before-its-limit": meeting("每季度召開3次以上", "每季度召开3次以上", "每季度召开3次"),
    "note-of-a-quote-with-a-narrow-mark": [("items", "kind: cadence}", "kind: cadence, note: '起止日期待核,见附件'}")],
    "later-year-of-another-time": later("某政发〔2032〕1号", "某省人民政府关于做好安全生产工作的通知", 2034),
    "later-year-before-its-number": later("某政发〔2033〕1号", "某省人民政府关于做好安全生产工作的通知", 2032),
    "later-number-of-another-time": later("某政发〔2035〕1号", "某省人民政府关于做好2032年安全生产工作的通知", 2032),
    "later-notice-of-the-year-before": later("某政发〔2030〕1号", "某省人民政府关于做好2030年安全生产工作的通知", 2030),
    "subject-with-a-stop": [("items", "  received: ", "  called: {subject: 防汛抗旱。}\n  received: ")],
    "left-out-for-a-reason-with-a-narrow-mark": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n某政發〔2031〕7號\n"), ("items", "  received: ", "  left_out: [{lines: [首页], why: '网页,导航'}]\n  received: ")],
    # Numbers that go on from a gap.
    "items-from-a-gap": gap(3, 4),
    "items-from-a-gap-of-two": gap(4, 5),
    # Parties.
    "government-as-a-body": local("某县人民政府", "body"),
    "departments-as-a-government": local("成员单位", "local"),
    "parent-of-itself-above-another": [("departments", "parent: jia", "parent: yi"), ("departments", "slug: jia,", "slug: jia, parent: yi,")],
    "moved-into-a-circle": [("retired", "[]", "- {address: a/, moved_to: [b/], reason: 并入}\n- {address: b/, moved_to: [b/], reason: 并入}")],
    "place-that-is-none-behind-one-that-is": [("retired", "[]", "- {address: '#item-1-9', moved_to: ['#item-1-1', '#item-1-8'], reason: 拆开}")],
    # What stands behind a record that is passed over.
    "label-behind-a-task-without-one": [("items", EDITORIAL_32, f"editorial: {{label: 三无船舶。, {SIDES_32}}}"), ("items", "                editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}\n", "")],
    "heading-with-a-comma": [(SMALL_RECEIVED, "(三)船舶專項整治。嚴查", "(三)船舶專項整治\n海上,江上:嚴查"), ("items", "          - tasks:\n              - id: item-3-2", "          - heading: 海上，江上\n            tasks:\n              - id: item-3-2")],
    # Files and characters that YAML reads in a way of its own.
    "line-breaks-of-an-old-machine": [("sectors", "kind: sector}\n- {slug: typhoon, name: 台风, kind: hazard}\n", "kind: sector}\r- {slug: typhoon, name: 台风, kind: hazard}\r")],
    "comment-alone-without-a-space": [("retired", "[]", "#并入")],
    "question-mark-in-front": [method("? 查台账")],
    "exclamation-mark-in-front": [method("!查台账")],
    "bar-in-front": [method("|查台账")],
    "ampersand-in-front": [method("&查台账")],
    "comma-twice": [("items", "[regulator, enterprise]", "[regulator,, enterprise]")],
    "fraction-as-a-name": [("items", "title: 落实责任", "title: 1.5")],
    # Records.
    "clause-of-all-and-another": [("items", FIRST_ITEM, FIRST_ITEM.replace("- tasks:", "- sectors: [all, ship]\n            tasks:"))],
    "address-retired-twice": [("retired", "[]", "- {address: '#item-1-9', moved_to: ['#item-1-1'], reason: 并入}\n- {address: '#item-1-9', reason: 撤销}")],
    "label-in-the-clause-of-a-task-without-one": [("items", f"                {EDITORIAL_32}\n", ""), ("items", EDITORIAL_31, EDITORIAL_31.replace("label: 依法处罚", "label: 依法处罚。"))],
    "glossary-also-of-a-sector": [("glossary", "term: 三无船舶,", "term: 三无船舶, also: [台风],")],
}  # fmt: skip
