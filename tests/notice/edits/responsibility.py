"""Responsibility that vanishes with every word equal."""

from __future__ import annotations

from tests.conftest import SMALL_RECEIVED
from tests.notice.edits.edit import (
    BRACKET_3,
    EDITORIAL_32,
    SUPPORTING,
    TASK_31,
    TEXT_32,
    Edit,
)

REST = "省甲厅牵头，省乙局等部门分工负责"


def bracket(received: str, text: str, more: str = "") -> list[Edit]:
    """Another bracket of item-1: as received, as transcribed, and the fields behind its words."""
    return [
        (SMALL_RECEIVED, "(省甲廳牽頭,省乙局等部門分工負責)", received),
        ("items", f"text: （{REST}）\n", f"text: {text}\n{more}"),
    ]


def of_the_rest(party: str, remark: str) -> str:
    """Who is responsible for what follows, and the remark that says so."""
    return f"              remark: {remark}\n              extends_to_rest: [{party}]\n"


WRONG: dict[str, list[Edit]] = {
    # Responsibility that vanishes with every word equal.
    "bracket-in-the-text": [("items", "text: 依照《某条例》处罚。", "text: 依照《某条例》处罚。（各有关部门负责）"), ("items", BRACKET_3, "")],
    "bracket-in-a-task-of-its-own": [
        ("items", TASK_31, TASK_31 + TASK_31.replace("3-1", "3-9").replace("依照《某条例》处罚。", "（各有关部门负责）")),
        ("items", BRACKET_3, ""),
    ],
    "bracket-in-two-tasks": [
        ("items", "text: 依照《某条例》处罚。", "text: 依照《某条例》处罚。（各有关部门"),
        ("items", BRACKET_3, TASK_31.replace("3-1", "3-9").replace("依照《某条例》处罚。", "负责）")),
    ],
    "bracket-in-the-preamble": [(SMALL_RECEIVED, "(quan)生產。", "(quan)生產(省甲廳)。"), ("items", "preamble: 2031年要做好安全生产。", "preamble: 2031年要做好安全生产（省甲厅）。")],
    "bracket-in-a-title": [(SMALL_RECEIVED, "專項整治。", "專項整治(各縣牽頭負責)。"), ("items", "title: 船舶专项整治", "title: 船舶专项整治（各县牵头负责）")],
    "bracket-in-a-heading": [(SMALL_RECEIVED, "專項整治。嚴查", "專項整治\n船舶(省乙局):嚴查"), ("items", "          - tasks:\n              - id: item-3-2", "          - heading: 船舶（省乙局）\n            tasks:\n              - id: item-3-2")],
    "bracket-of-a-party-alone": [(SMALL_RECEIVED, "自查。", "自查(省乙局)。"), ("items", "text: 企业要自查。", "text: 企业要自查（省乙局）。")],
    "bracket-of-a-duty-alone": [(SMALL_RECEIVED, "自查。", "自查(各縣分工負責)。"), ("items", "text: 企业要自查。", "text: 企业要自查（各县分工负责）。")],
    "bracket-with-a-bracket-in-it": [(SMALL_RECEIVED, "自查。", "自查(省甲廳(安委辦)抓好)。"), ("items", "text: 企业要自查。", "text: 企业要自查（省甲厅（安委办）抓好）。")],
    "line-of-duty-in-the-text": [(SMALL_RECEIVED, "自查。", "自查。責任單位:省甲廳。"), ("items", "text: 企业要自查。", "text: 企业要自查。责任单位：省甲厅。")],
    "clause-doubled": [("items", "          - tasks:\n              - id: item-2-1\n                text: 企业要自查。\n                actors: [enterprise]\n                sectors: [all]\n                editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}\n", 2 * "          - tasks:\n              - id: item-2-1\n                text: 企业要自查。\n                actors: [enterprise]\n                sectors: [all]\n                editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}\n")],
    "two-words-changed-side-by-side": [("items", "text: 每季度召开一次会议。", "text: 每月度开展一次会议。")],
    "three-words-changed-side-by-side": [("items", "text: 每季度召开一次会议。", "text: 每月度开会一趟会商。")],
    "clause-without-bracket": [("items", "              - id: item-3-1", "          - tasks:\n              - id: item-3-1")],
    "title-takes-a-sentence": [
        ("items", "title: 船舶专项整治\n", "title: 船舶专项整治。严查“三无”船舶，依照《某条例》处罚\n"),
        ("items", f"""              - id: item-3-2
                {TEXT_32}
                actors: [regulator, enterprise]
                {EDITORIAL_32}
{TASK_31}""", TASK_31.replace("依照《某条例》处罚。", "（各有关部门负责）")),
        ("items", BRACKET_3, ""),
    ],
    "party-left-out": [("items", "              departments: [省乙局]\n", "")],
    "lead-among-the-others": [("items", "lead: [省甲厅]\n              departments: [省乙局]", "departments: [省甲厅, 省乙局]")],
    "named-as-support": [("items", "departments: [省乙局]", "support: [省乙局]")],
    "support-among-the-named": SUPPORTING,
    "support-as-lead": [*SUPPORTING, ("items", "lead: [省甲厅]\n              departments: [省乙局]", "lead: [省甲厅, 省乙局]")],
    "words-of-a-bracket-missing": [("items", "              text: （各有关部门负责）\n", "")],
    "party-of-another-bracket": [("items", "departments: [省乙局]", "departments: [省乙局, 各有关部门]")],
    "parties-in-another-order": [
        (SMALL_RECEIVED, "省乙局等部門", "省乙局、各有關部門"),
        ("items", "省乙局等部门", "省乙局、各有关部门"),
        ("items", "departments: [省乙局]", "departments: [各有关部门, 省乙局]"),
    ],
    "party-above-in-place-of-its-part": [
        (SMALL_RECEIVED, "省乙局等部門", "省乙局一處等部門"),
        ("items", "省乙局等部门", "省乙局一处等部门"),
        ("departments", "- {short_name: 各有关部门", "- {short_name: 省乙局一处, slug: yichu, kind: body, nature: 内设机构, parent: yi}\n- {short_name: 各有关部门"),
    ],
    "nobody-in-a-bracket": [("items", "              departments: [各有关部门]\n", "")],
    "body-not-registered": [(SMALL_RECEIVED, "省乙局等部門", "省丙局、省乙局等部門"), ("items", "省乙局等部门", "省丙局、省乙局等部门")],
    "party-added-to-the-words": [("items", "（各有关部门负责）", "（各有关部门、省乙局负责）")],
    "remark-not-in-the-bracket": [("items", "departments: [省乙局]\n", "departments: [省乙局]\n              remark: 以下均由省乙局负责\n              extends_to_rest: [省乙局]\n")],
    "deadline-not-in-the-bracket": [("items", "departments: [省乙局]\n", "departments: [省乙局]\n              measures: [{quote: 六月底前, kind: deadline}]\n")],
    "fields-of-before": [("items", "departments: [省乙局]\n", "departments: [省乙局]\n              others: 等部门\n              duty: 分工负责\n")],
    "bracket-takes-a-task": [("items", TASK_31, ""), ("items", "text: （各有关部门负责）", "text: 依照《某条例》处罚。（各有关部门负责）")],
    "bracket-takes-the-end-of-a-task": [("items", "text: 依照《某条例》处罚。", "text: 依照《某条例》"), ("items", "text: （各有关部门负责）", "text: 处罚。（各有关部门负责）")],
    "task-takes-a-bracket's-mark": [("items", "text: 依照《某条例》处罚。", "text: 依照《某条例》处罚。（"), ("items", "text: （各有关部门负责）", "text: 各有关部门负责）")],
    "remark-hides-a-party": [("items", "departments: [省乙局]\n", "remark: 省乙局等部门分工负责\n              extends_to_rest: [省乙局]\n")],
    "front-and-preamble": [("items", "  preamble: 2031年要做好安全生产。\n", "  preamble: 别的一段话。\n  front: [{kind: number, text: 某政发〔2031〕7号}, {kind: addressees, text: 各市人民政府：}, {kind: preamble, text: 2031年要做好安全生产。}]\n")],
    "end-and-release": [("items", "  release: （此件公开发布）\n", "  release: （别的）\n  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "section-without-number": [("items", "- id: section-1", "- id: section1")],
    "section-number-too-large": [("items", "- id: section-2", "- id: section-1000")],
    "wrong-character-in-a-name": [("items", "（省甲厅牵头，省乙局等", "（省甲厅牵头，省丙局等")],
    "rule-not-known": [("items", "  received: source/received.txt", "  rules: [pinyn, traditional, width]\n  received: source/received.txt")],
    "rule-left-out": [("items", "  received: source/received.txt", "  rules: [pinyin, traditional]\n  received: source/received.txt")],
    "left-out-line-not-there": [("items", "  received: source/received.txt", "  left_out: [{lines: [网页导航], why: 网页上的文字}]\n  received: source/received.txt")],
    "left-out-lines-in-another-order": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n導航\n某政發〔2031〕7號\n"),
        ("items", "  received: source/received.txt", "  left_out: [{lines: [导航, 首页], why: 网页上的文字}]\n  received: source/received.txt"),
    ],
    "left-out-without-a-reason": [("items", "  received: source/received.txt", "  left_out: [{lines: [网页导航]}]\n  received: source/received.txt")],
    "left-out-line-of-the-notice": [("items", "  received: source/received.txt", "  left_out: [{lines: [（此件公开发布）], why: 网页上的文字}]\n  received: source/received.txt")],
    "mark-not-as-received": [("items", "      - id: item-2\n", "      - id: item-2\n        mark: 2．\n")],
    "mark-empty": [("items", "      - id: item-2\n", "      - id: item-2\n        mark: ''\n")],
    "item-said-to-be-untitled": [("items", "        title: 无括号的一项\n", "        title: 无括号的一项\n        untitled: true\n")],
    "section-mark-not-as-received": [("items", "  - id: section-2\n", "  - id: section-2\n    mark: （二）\n")],
    "group-that-is-not-there": [("items", "      - id: item-2\n", "      - id: item-2\n        group: {mark: 一、, title: 某小节}\n")],
    "intro-that-is-not-there": [("items", "  - id: section-2\n", "  - id: section-2\n    intro: [下面分别说明。]\n")],
    "subject-too-long": [("items", "  received: source/received.txt", "  called: {subject: 安全生产工作的全部内容和要求}\n  received: source/received.txt")],
    "new-line-where-none-is": [("items", "                text: 依照《某条例》处罚。\n", "                text: 依照《某条例》处罚。\n                new_line: true\n")],
    "front-without-the-addressees": [("items", "  addressees: 各市人民政府：\n  preamble: 2031年要做好安全生产。\n", "  front: [{kind: number, text: 某政发〔2031〕7号}, {kind: preamble, text: 2031年要做好安全生产。}]\n")],
    "number-not-in-the-front": [("items", "  addressees: 各市人民政府：\n  preamble: 2031年要做好安全生产。\n", "  front: [{kind: other, text: 某政发〔2031〕7号}, {kind: addressees, text: 各市人民政府：}, {kind: preamble, text: 2031年要做好安全生产。}]\n")],
    "date-not-of-the-end": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"), ("items", "issued: 2031-03-05", "issued: 2031-03-06")],
    "kind-of-a-line-not-known": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: day, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "encoding-of-another-file": [("items", "  received: source/received.txt", "  encoding: utf-16\n  received: source/received.txt")],
    "received-is-no-document": [("items", "  received: source/received.txt", "  rules: [docx]\n  received: source/received.txt")],
    "task-of-one-mark": [
        ("items", TEXT_32, "text: 严查“三无”船舶"),
        ("items", TASK_31, TASK_31.replace("3-1", "3-9").replace("依照《某条例》处罚。", "，") + TASK_31),
    ],
    "cut-in-a-word": [
        ("items", TEXT_32, "text: 严查“三无”船"),
        ("items", "text: 依照《某条例》处罚。", "text: 舶，依照《某条例》处罚。"),
    ],
    "cut-in-a-quotation": [
        ("items", TEXT_32, "text: 严查“三无"),
        ("items", "text: 依照《某条例》处罚。", "text: ”船舶，依照《某条例》处罚。"),
    ],
    "cut-before-a-mark": [
        ("items", TEXT_32, "text: 严查“三无”船舶"),
        ("items", "text: 依照《某条例》处罚。", "text: ，依照《某条例》处罚。"),
    ],
    # Brackets of two sentences.
    "stranger-before-a-whole-remark": bracket(
        "(省甲廳牽頭,省乙局、省丙局等部門分工負責。省甲廳對其後各項負責)",
        "（省甲厅牵头，省乙局、省丙局等部门分工负责。省甲厅对其后各项负责）",
        of_the_rest("省甲厅", "省甲厅对其后各项负责"),
    ),
    "second-sentence-of-a-party-without-a-remark": [
        *bracket("(省甲廳牽頭。省乙局對其後各項負責)", "（省甲厅牵头。省乙局对其后各项负责）"),
        ("items", "              departments: [省乙局]\n", ""),
    ],
    "remark-of-a-bracket-with-a-stop-behind-it": bracket(
        "(省甲廳牽頭,省乙局等部門分工負責)。", f"（{REST}）。", of_the_rest("省甲厅", "省甲厅对其后各项负责")
    ),
}  # fmt: skip

# The remark of the real notice, which the small one has not.
REMARK = """              remark: 以下均需市、县人民政府负责，不再一一列出
"""
EXTENDS = """              extends_to_rest: [各市、县人民政府]
"""
REAL: dict[str, list[Edit]] = {
    "remark-without-parties": [("items", EXTENDS, "")],
    "parties-without-remark": [("items", REMARK, "")],
    "remark-and-parties-deleted": [("items", REMARK, ""), ("items", EXTENDS, "")],
    "remark-with-a-stop": [("items", REMARK, REMARK.replace("不再一一列出", "不再一一列出。"))],
    "remark-of-other-parties": [("items", EXTENDS, EXTENDS.replace("各市、县人民政府", "省安委办"))],
    "remark-of-more-parties": [("items", EXTENDS, EXTENDS.replace("]", ", 省应急厅]"))],
    "remark-cut-short": [("items", REMARK, REMARK.replace("，不再一一列出", ""))],
    "remark-takes-the-duty": [("items", REMARK, REMARK.replace("以下均需", "和各市、县人民政府负责。以下均需")), ("items", "departments: [省安委办, 各市、县人民政府]", "departments: [省安委办]")],
    "form-found-everywhere": [("glossary", "forms: [党政同责]", "forms: [党政同责, 风险]")],
    "boundary-in-a-word": [
        ("items", "text: 坚持党政同责、一岗双责、齐抓共管、失职追责，", "text: 坚持党政同责、一岗双责、齐抓共管、失职追"),
        ("items", "text: 动态编制并落实", "text: 责，动态编制并落实"),
    ],
}  # fmt: skip
