"""Edits that a careful editor makes by accident: each refused, at its line, with what to do.

To accept new words after reading them:
UPDATE_GOLDEN=1 python3 scripts/test.py tests/notice/test_wrong_edits.py
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.problems import DataError
from tests.conftest import ROOT, SMALL, SMALL_RECEIVED

GOLDEN = Path(__file__).parent / "golden" / "edits"
# A file of the data, or the received text where a notice of other words is meant; what is there;
# what an editor writes instead.
Edit = tuple[str, str, str]

TEXT_32 = "text: 严查“三无”船舶，"
SIDES_32 = (
    "enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, "
    "authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}"
)
EDITORIAL_32 = f"editorial: {{label: 三无船舶, {SIDES_32}}}"
EDITORIAL_31 = "editorial: {label: 依法处罚, authority: {question: 该罚的是否都已处罚？, method: 抽处罚案卷核对}}"
TASK_31 = f"""              - id: item-3-1
                text: 依照《某条例》处罚。
                actors: [regulator]
                {EDITORIAL_31}
"""
BRACKET_3 = """            responsible:
              text: （各有关部门负责）
              departments: [各有关部门]
"""
BLOCK_32 = """editorial:
                  label: 三无船舶
                  authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}
                  enterprise:
                    question: 船舶证书是否齐全？
                    method: 抽查船舶证书"""


def editorial(written: str) -> Edit:
    """The editors' words of task item-3-2, in lines of their own, with one of them written wrong."""
    return "items", EDITORIAL_32, written


def method(words: str) -> Edit:
    return editorial(BLOCK_32.replace("抽查船舶证书", words))


def question(words: str) -> Edit:
    return editorial(BLOCK_32.replace("船舶证书是否齐全？", words))


LAW_1 = "{law: 某法, article: 7, paragraph: 2, item: 1, actor: government, fit: exact, penalty: [{article: 21, item: 3, target: official, kind: [discipline]}]}"
SECOND_LAW = """
- slug: erfa
  full_name: 中华人民共和国二法
  short_name: 二法
  rank: law
  text_date: 2020-01-01
  in_force_from: 2020-06-01
  article_count: 9
  source: 公开的法律法规全文汇编
  looked_up: 2031-01-01
"""


def cited(written: str) -> Edit:
    """The law behind task item-1-1, with something of it written wrong."""
    return "items", LAW_1, written


def law(before: str, after: str) -> Edit:
    return "laws", before, after


# A notice in which somebody only supports: received and transcribed alike, the lists as before.
SUPPORTING: list[Edit] = [
    (SMALL_RECEIVED, "省乙局等部門分工負責", "省乙局配合"),
    ("items", "省乙局等部门分工负责", "省乙局配合"),
]

# The lines of the head one by one.
FRONT_LINES: Edit = (
    "items",
    "  addressees: 各市人民政府：\n  preamble: 2031年要做好安全生产。\n",
    "  front: [{kind: number, text: 某政发〔2031〕7号}, {kind: addressees, text: 各市人民政府：}, {kind: preamble, text: 2031年要做好安全生产。}]\n",
)

# The title received as well, over two lines.
TITLED: list[Edit] = [
    (SMALL_RECEIVED, "某政發〔2031〕7號\n", "某省人民政府\n關於做好2031年安全生產工作的通知\n某政發〔2031〕7號\n")
]  # fmt: skip
TITLE_FRONT = FRONT_LINES[2].replace(
    "front: [", "front: [{kind: title, text: 某省人民政府}, {kind: title, text: 关于做好2031年安全生产工作的通知}, "
)  # fmt: skip

EDITS: dict[str, list[Edit]] = {
    # Text that is not what was typed.
    "comment-cuts-a-check": [method("抽台账 #2 号，看有无遗漏")],
    "comment-cuts-a-label": [editorial(BLOCK_32.replace("三无船舶", "三无 #1 船舶"))],
    "comment-cuts-a-meaning": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: 无名 #无证}")],
    "comment-cuts-a-text": [("items", TEXT_32, "text: 严查 #“三无”船舶，")],
    "comment-behind-two-spaces": [method("抽台账  # 二号")],
    "comment-behind-a-quotation": [method('"抽台账" #2 号')],
    "comment-in-place-of-a-value": [method("#2 号台账")],
    "comment-behind-a-list": [("items", "actors: [regulator, enterprise]", "actors: [regulator, enterprise] #查")],
    "comment-behind-a-dash": [("items", "              - id: item-3-1", "              - #1\n                id: item-3-1")],
    "comment-without-a-space": [method("抽台账\n                  #2 号，看有无遗漏")],
    "line-break-in-a-check": [method("|\n                      抽台账\n                      # 二号")],
    "line-break-kept-in-a-check": [method(">\n                      抽台账\n\n                      二号")],
    "line-break-in-a-label": [editorial(f'editorial: {{label: "三无\\n船舶", {SIDES_32}}}')],
    "line-break-in-a-meaning": [("glossary", "status: not-found}", 'status: seen, source: 待核, meaning: "一\\n# 二"}')],
    "line-break-in-a-nature": [("departments", "nature: 泛指群体", 'nature: "泛指\\n群体"')],
    "line-break-in-a-sector": [("sectors", "name: 船舶", 'name: "船\\n舶"')],
    "line-break-in-a-reason": [("retired", "[]", '- {address: "#item-1-9", reason: "并\\n入"}')],
    "blank-label": [editorial(f'editorial: {{label: "  ", {SIDES_32}}}')],
    "blank-check": [method('" "')],
    "blank-meaning": [("glossary", "status: not-found}", 'status: seen, source: 待核, meaning: " "}')],
    "blank-nature": [("departments", "nature: 泛指群体", 'nature: "　"')],
    "blanks-in-the-middle": [method("抽查   船舶证书")],
    "blank-at-the-end": [method('"抽查船舶证书 "')],
    "escaped-direction": [method('"抽查\\u202e船舶"')],
    "escaped-line-separator": [method('"抽查\\u2028船舶"')],
    "conflict": [("items", f"                {TEXT_32}\n", f"<<<<<<< HEAD\n                {TEXT_32}\n=======\n                text: 严查船舶，\n>>>>>>> edit\n")],
    "conflict-half-resolved": [("items", f"                {TEXT_32}\n", f"                {TEXT_32}\n=======\n")],
    "conflict-in-a-list": [("departments", "- {short_name: 省乙局", "<<<<<<< HEAD\n- {short_name: 省乙局")],
    "git-lfs": [("glossary", "- {id", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n# {id")],
    "wide-colon": [editorial(BLOCK_32.replace("label: ", "label："))],
    "wide-colon-of-an-id": [("items", "- id: item-3-1", "- id：item-3-1")],
    "wide-colon-in-braces": [editorial(f"editorial: {{label：三无船舶, {SIDES_32}}}")],
    "wide-comma-in-braces": [editorial(f"editorial: {{label: 三无船舶，{SIDES_32}}}")],
    "wide-comma-in-a-list": [("items", "[regulator, enterprise]", "[regulator，enterprise]")],
    "wide-mark-in-a-list": [("items", "[regulator, enterprise]", "[regulator、enterprise]")],
    "wide-brackets": [("items", "[regulator, enterprise]", "［regulator, enterprise］")],
    "wide-braces": [editorial("editorial: ｛label: 三无船舶｝")],
    "wide-dash": [("items", "              - id: item-3-1", "              － id: item-3-1")],
    "wide-spaces-before": [("items", f"                {TEXT_32}", f"　　　　　　　　{TEXT_32}")],
    "no-space-behind-a-colon": [editorial(BLOCK_32.replace("label: ", "label:"))],
    "no-space-behind-a-colon-in-braces": [editorial(f"editorial: {{label:三无船舶, {SIDES_32}}}")],
    "no-space-behind-a-dash": [("items", "- id: item-3-1", "-id: item-3-1")],
    "no-colon": [("items", "            responsible:\n              text: （各", "            responsible\n              text: （各")],
    "colon-in-a-check": [method("抽台账: 看有无遗漏")],
    "one-space-less": [editorial(BLOCK_32.replace("                  label", "                 label"))],
    "one-space-more": [editorial(BLOCK_32.replace("                  authority", "                   authority"))],
    "two-spaces-less": [editorial(BLOCK_32.replace("                  label", "                label"))],
    "two-spaces-more": [editorial(BLOCK_32.replace("                  authority", "                    authority"))],
    "two-spaces-less-in-the-second-line": [editorial(BLOCK_32.replace("                  authority", "                authority"))],
    "four-spaces-more-before-a-dash": [("items", "              - id: item-3-1", "                  - id: item-3-1")],
    "two-spaces-less-before-a-dash": [("items", "              - id: item-3-1", "            - id: item-3-1")],
    "two-spaces-more-behind-a-comment": [editorial(BLOCK_32.replace("                  authority", "                  # 注\n\n                    authority"))],
    "wide-bracket-of-one": [("items", "actors: [regulator]", "actors: ［regulator］")],
    "wide-braces-of-words": [editorial("editorial: ｛label：三无船舶，check：抽查｝")],
    "no-colon-behind-a-dash": [("items", "          - tasks:\n              - id: item-3-2", "          - tasks\n              - id: item-3-2")],
    "no-colon-behind-a-comment": [("items", "            responsible:\n              text: （各", "            responsible\n            # 注\n              text: （各")],
    "wide-space-in-a-comment": [method("抽查船舶证书\n                  # 二号　台账另查")],
    "wide-space-before-a-comment": [method("抽查船舶证书\n　　# 台账另查")],
    "comment-in-a-list-of-two-lines": [("items", "actors: [regulator, enterprise]", "actors: [regulator,\n                  enterprise #]")],
    "quotation-in-a-quotation": [method('"查"三无"船舶台账"')],
    "star-in-front": [method("*查台账")],
    "percent-in-front": [method("%查台账")],
    "at-in-front": [method("@查台账")],
    "two-values-in-a-line": [method("- 查台账")],
    "two-words-changed": [
        ("items", "text: 每季度召开一次会议。", "text: 每季召开二次会议。"),
        ("items", TEXT_32, "text: 严查“三无”船只，"),
        ("items", "text: 依照《某条例》处罚。", "text: 依据《某条例》处理。"),
    ],
    "a-task-removed": [("items", TASK_31, "")],
    "a-task-doubled": [("items", TASK_31, TASK_31 + TASK_31.replace("3-1", "3-9"))],
    "bracket-removed": [("items", BRACKET_3, "")],
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
    # What cannot be printed.
    "emoji": [editorial(f"editorial: {{label: 三无船舶🚢, {SIDES_32}}}")],
    "rare-character": [method("查𠮷县台账")],
    "lost-character": [method("查\ufffd台账")],
    "combining-mark": [editorial(f"editorial: {{label: 三无船\u0301, {SIDES_32}}}")],
    "foreign-script": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: นิยาม}")],
    "status-without-name": [("departments", "省乙局, slug", "省乙局, full_name_status: seen, slug")],
    "name-without-status": [("departments", "省乙局, slug", "省乙局, full_name: 某省乙局, slug")],
    "one-name-for-two": [("departments", "省乙局, slug", "省乙局, full_name: 某省甲厅, full_name_status: seen, slug")],
    "slug-too-long": [("sectors", "slug: typhoon", f"slug: {'typhoon-' * 30}x")],
    "slug-of-a-device": [("departments", "slug: yi,", "slug: con,")],
    "slug-of-another-device": [("sectors", "slug: typhoon", "slug: lpt1")],
    "slug-of-a-page": [("sectors", "slug: typhoon", "slug: index")],
    "slug-out-of-use": [("retired", "[]", "- {address: sectors/typhoon/, reason: 并入}")],
    # Doubles and strays.
    "actor-twice": [("items", "[regulator, enterprise]", "[regulator, regulator]")],
    "sector-twice": [("items", "sectors: [ship]", "sectors: [ship, ship]")],
    "quote-twice": [("items", "- {quote: 每季度召开一次会议, kind: cadence}", "- {quote: 每季度召开一次会议, kind: cadence}\n                  - {quote: 每季度召开一次会议, kind: target}")],
    "quote-of-a-mark": [("items", "quote: 每季度召开一次会议", "quote: 。")],
    "quote-of-a-character": [("items", "quote: 每季度召开一次会议", "quote: 每")],
    "form-in-two-terms": [("glossary", "status: not-found}", "status: not-found}\n- {id: er, term: 又一词, forms: [“三无”船舶], status: not-found}")],
    "form-of-a-character": [("glossary", "forms: [“三无”船舶]", "forms: [查]")],
    "term-of-a-character": [("glossary", "term: 三无船舶", "term: 三")],
    "form-twice": [("glossary", "forms: [“三无”船舶]", "forms: [“三无”船舶, “三无”船舶]")],
    "label-of-another-task": [editorial(f"editorial: {{label: 依法处罚, {SIDES_32}}}")],
    "question-that-is-none": [question("查船舶证书")],
    "question-with-a-narrow-mark": [question("船舶证书是否齐全?")],
    "two-questions-in-one": [question("船舶证书是否齐全？是否有效？")],
    "question-without-yes-or-no": [question("船舶证书怎么样？")],
    "question-of-empty-words": [question("有关要求是否切实落实到位？")],
    "question-that-is-the-name": [question("是否都已三无船舶？")],
    "question-that-is-the-text": [question("是否严查“三无”船舶？")],
    "question-of-another-task": [question("隐患是否都自己查过？")],
    "question-longer-than-a-row": [question("船舶证书是否齐全，" * 8 + "有效？")],
    "method-that-finds-nothing": [method("查阅台账和记录")],
    "side-missing": [editorial(BLOCK_32.partition("\n                  enterprise")[0])],
    "side-of-nobody": [("items", "actors: [regulator, enterprise]", "actors: [regulator]")],
    "check-of-before": [editorial("editorial: {label: 三无船舶, check: 抽查船舶证书}")],
    "meaning-without-source": [("glossary", "status: not-found}", "status: seen, meaning: 无证的船}")],
    "word-for-search-that-the-notice-has": [("sectors", "kind: hazard}", "kind: hazard, also: [三无, 船舶]}")],
    "word-for-search-in-two-places": [
        ("sectors", "kind: hazard}", "kind: hazard, also: [大风]}"),
        ("departments", "slug: jia,", "slug: jia, also: [大风],"),
    ],
    "aim-that-the-preamble-has-not": [("items", "  release: ", "  aims: [杜绝事故]\n  release: ")],
    "narrow-mark-in-a-label": [editorial(f"editorial: {{label: 三无船(舶, {SIDES_32}}}")],
    "narrow-mark-in-front-of-a-word": [editorial(f'editorial: {{label: ")三无船舶", {SIDES_32}}}')],
    "label-in-no-language": [editorial(f"editorial: {{label: CCTV, {SIDES_32}}}")],
    "check-in-no-language": [method("TODO")],
    "check-longer-than-a-sheet": [method("抽查船舶证书，" * 30)],
    "narrow-comma-in-a-check": [method("抽查船舶证书,看有无遗漏")],
    "narrow-brackets-in-a-meaning": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: 无证(照)的船}")],
    "mark-written-twice": [method("抽查船舶证书。。")],
    "full-name-of-another": [("departments", "full_name: 某省甲厅", "full_name: 某省乙管理局")],
    "collective-that-is-a-body": [("departments", "kind: collective", "kind: body")],
    "body-that-is-collective": [("departments", "slug: yi, kind: body", "slug: yi, kind: collective")],
    "party-made-of-two-unknown": [("departments", "short_name: 省乙局", "short_name: 省丁局；省戊局")],
    "party-with-a-mark-that-is-collective": [("departments", "short_name: 各有关部门", "short_name: 各市、县有关部门")],
    "slug-of-a-party-out-of-use": [("retired", "[]", "- {address: departments/yi/, reason: 并入}")],
    "party-not-named": [("departments", "- {short_name: 各有关部门", "- {short_name: 省戊局, slug: wu, kind: body, nature: 省政府部门}\n- {short_name: 各有关部门")],
    "party-made-of-two": [
        ("departments", "- {short_name: 各有关部门", "- {short_name: 省甲厅、省乙局, slug: jiayi, kind: body, nature: 省政府部门}\n- {short_name: 各有关部门"),
    ],
    "parent-of-itself": [("departments", "parent: jia", "parent: yi")],
    "parents-in-a-circle": [("departments", "slug: jia,", "slug: jia, parent: yi,")],
    "label-of-a-mark": [editorial(f"editorial: {{label: 。, {SIDES_32}}}")],
    "year-of-another-time": [("items", "year: 2031", "year: 2042")],
    "year-of-the-title": [("items", "做好2031年安全", "做好2032年安全")],
    "later-notice-is-this-one": [("items", "number: 某政发〔2032〕1号", "number: 某政发〔2031〕7号")],
    "a-long-line-too-many": [("items", "preamble: 2031年要做好安全生产。", "preamble: 2031年要做好安全生产。" + "要长抓不懈，" * 12)],
    "two-actors-and-no-side": [("items", "actors: [regulator]\n                editorial: {label: 依法处罚,", "actors: [regulator, staff, public]\n                editorial: {label: 依法处罚,")],
    "law-unknown": [cited(LAW_1.replace("law: 某法", "law: 某甲法"))],
    "law-beyond-its-end": [cited(LAW_1.replace("article: 7", "article: 31"))],
    "law-article-nobody-read": [cited(LAW_1.replace("article: 7", "article: 8"))],
    "law-paragraph-beyond": [cited(LAW_1.replace("paragraph: 2", "paragraph: 3"))],
    "law-item-beyond": [cited(LAW_1.replace("item: 1", "item: 5"))],
    "law-item-of-no-paragraph": [cited(LAW_1.replace("paragraph: 2, ", ""))],
    "law-article-none": [cited(LAW_1.replace("article: 7", "article: 0"))],
    "law-for-somebody-else": [cited(LAW_1.replace("actor: government", "actor: department"))],
    "law-of-the-other-side": [cited(LAW_1.replace("actor: government", "actor: unit")), law("actors: [government]", "actors: [unit]")],
    "law-partial-without-why": [cited(LAW_1.replace("fit: exact", "fit: partial"))],
    "law-exact-with-why": [cited(LAW_1.replace("fit: exact", "fit: exact, why: 只管一半"))],
    "law-cited-twice": [cited(f"{LAW_1}, {LAW_1}")],
    "law-no-penalty-there": [cited(LAW_1.replace("article: 21, item: 3", "article: 7"))],
    "law-penalty-item-beyond": [cited(LAW_1.replace("item: 3", "item: 4"))],
    "law-penalty-twice": [cited(LAW_1.replace("kind: [discipline]}", "kind: [discipline]}, {article: 21, item: 3, target: official, kind: [order]}"))],
    "law-penalty-of-the-same-law": [cited(LAW_1.replace("{article: 21", "{law: 某法, article: 21"))],
    "law-penalty-of-no-law": [cited(LAW_1.replace("{article: 21", "{law: 某乙法, article: 21"))],
    "law-penalty-of-no-kind": [cited(LAW_1.replace("[discipline]", "[scolding]"))],
    "law-replaced-before": [law("in_force_from: 2030-06-01", "in_force_from: 2030-06-01\n  in_force_to: 2031-03-05")],
    "law-ended-before-it-began": [law("in_force_from: 2030-06-01", "in_force_from: 2030-06-01\n  in_force_to: 2030-06-01")],
    "law-in-force-before-it-was-made": [law("in_force_from: 2030-06-01", "in_force_from: 2029-06-01")],
    "law-replaced-by-nothing-known": [law("article_count: 30", "replaced_by: 某甲法\n  article_count: 30")],
    "law-replaced-by-itself": [law("article_count: 30", "replaced_by: 某法\n  article_count: 30")],
    "law-sector-unknown": [law("article_count: 30", "sectors: [boat]\n  article_count: 30")],
    "law-penalties-beyond-its-end": [law("[20, 28]", "[20, 38]")],
    "law-penalties-from-one-number": [law("[20, 28]", "[20]")],
    "law-articles-out-of-order": [law("article: 21", "article: 5")],
    "law-article-beyond-its-end": [law("{article: 21, items: [3]", "{article: 31, items: [3]")],
    "law-name-twice": [("laws", "- slug: moufa", SECOND_LAW.strip().replace("short_name: 二法", "short_name: 某法") + "\n- slug: moufa")],
    "law-anchor-twice": [("laws", "- slug: moufa", SECOND_LAW.strip().replace("slug: erfa", "slug: moufa") + "\n- slug: moufa")],
    "law-about-too-long": [law("政府每季度开会", "政府每季度要开一次会来研究解决安全生产中的重大问题")],
    "law-about-with-a-narrow-mark": [law("政府每季度开会", "政府开会(每季度)")],
    "law-limit-with-a-narrow-mark": [cited(LAW_1.replace("fit: exact", 'fit: exact, limit: "省,市"'))],
    "law-day-in-quotes": [law("text_date: 2030-01-01", 'text_date: "2030-01-01"')],
    "unreviewed-of-no-field": [editorial(f"editorial: {{label: 三无船舶, {SIDES_32}, unreviewed: [labl]}}")],
    # What the notice says of itself.
    "date-called-something-else": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: other, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"), ("items", "issued: 2031-03-05", "issued: 2031-04-05")],
    "date-line-left-out": [("items", "issued: 2031-03-05", "issued: 2031-04-05"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: release, text: （此件公开发布）}]\n  left_out: [{lines: [2031年3月5日], why: 文件信息表}]\n")],
    "date-not-written": [("items", "  issued: 2031-03-05\n", ""), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "number-cut-short": [("items", "  number: 某政发〔2031〕7号", "  number: 7号"), FRONT_LINES],
    "number-not-written": [("items", "  number: 某政发〔2031〕7号\n", ""), FRONT_LINES],
    "issuer-cut-short": [("items", "  issuer: 某省人民政府", "  issuer: 人民政府"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "year-not-written": [("items", "  year: 2031\n", "")],
    "title-of-another-province": [("items", "title: 某省人民政府关于", "title: 云河省人民政府关于")],
    "title-with-a-remark": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作的通知（全文）\n")],
    "title-not-known-and-no-mark": [("items", "  title: 某省人民政府关于做好2031年安全生产工作的通知\n", "  title: 待核\n")],
    "title-ends-with-a-stop": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作的通知。\n")],
    "title-with-narrow-brackets": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作的通知(全文)\n")],
    "title-not-of-the-front": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT), ("items", "  title: 某省人民政府关于做好2031年", "  title: 某省人民政府关于抓好2031年")],
    "title-of-half-a-line": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT), ("items", "  title: 某省人民政府关于做好2031年", "  title: 人民政府关于做好2031年")],
    "number-beside-something-else": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "文號：某政發〔2031〕7號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("text: 某政发〔2031〕7号}", "text: 文号：某政发〔2031〕7号}")), ("items", "  number: 某政发〔2031〕7号", "  number: 某政发〔2031〕")],
    "two-numbers-called-other": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "某政發〔2031〕7號\n某政辦〔2031〕8號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("{kind: number, text: 某政发〔2031〕7号}", "{kind: other, text: 某政发〔2031〕7号}, {kind: other, text: 某政办〔2031〕8号}"))],
    "issuer-of-no-line": [("items", "  release: （此件公开发布）\n", "  end: [{kind: other, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "issuer-not-written": [("items", "  issuer: 某省人民政府\n", ""), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "release-beside-the-end": [("items", "  release: （此件公开发布）\n", "  release: （此件公开发布）\n  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "later-number-in-other-brackets": [("items", "number: 某政发〔2032〕1号", "number: 某政发(2032)1号")],
    "mark-that-is-the-usual-one": [("items", "        title: 船舶专项整治", "        mark: （三）\n        title: 船舶专项整治")],
    "heading-as-a-mark": [(SMALL_RECEIVED, "(三)船舶專項整治。嚴查", "(三)船舶專項整治。\n海上:嚴查"), ("items", "          - tasks:\n              - id: item-3-2", "          - mark: 海上：\n            tasks:\n              - id: item-3-2")],
    "bundle-of-a-device": [("items", "  received: ", "  called: {bundle: con}\n  received: ")],
    # Sectors.
    "sector-of-the-title-left-out": [("items", "        sectors: [ship]\n", "")],
    "sector-of-the-title-changed": [("items", "sectors: [ship]", "sectors: [typhoon]")],
    "sectors-of-a-task-emptied": [("items", "actors: [regulator, enterprise]\n", "actors: [regulator, enterprise]\n                sectors: []\n")],
    "sector-of-a-heading-left-out": [(SMALL_RECEIVED, "(三)船舶專項整治。嚴查", "(三)船舶專項整治\n颱風:嚴查"), ("items", "          - tasks:\n              - id: item-3-2", "          - heading: 台风\n            tasks:\n              - id: item-3-2")],
    "sector-called-in-chinese": [("sectors", "name: 船舶, kind: sector", "name: 船舶, kind: 行业领域")],
    # Figures.
    "quote-without-its-limit": [(SMALL_RECEIVED, "每季度召開一次", "每季度至少召開1次以上"), ("items", "text: 每季度召开一次会议。", "text: 每季度至少召开1次以上会议。"), ("items", "quote: 每季度召开一次会议", "quote: 召开1次")],
    "quote-cut-in-its-number": [(SMALL_RECEIVED, "每季度召開一次", "每季度召開120次"), ("items", "text: 每季度召开一次会议。", "text: 每季度召开120次会议。"), ("items", "quote: 每季度召开一次会议", "quote: 20次会议")],
    "quote-turned-round": [(SMALL_RECEIVED, "每季度召開一次", "每季度不得超過3次"), ("items", "text: 每季度召开一次会议。", "text: 每季度不得超过3次会议。"), ("items", "quote: 每季度召开一次会议", "quote: 超过3次")],
    "quote-cut-in-a-fraction": [(SMALL_RECEIVED, "每季度召開一次", "每季度抽查1.5%的"), ("items", "text: 每季度召开一次会议。", "text: 每季度抽查1.5%的会议。"), ("items", "quote: 每季度召开一次会议", "quote: 5%的会议")],
    "quote-cut-in-a-number-in-words": [(SMALL_RECEIVED, "每季度召開一次", "每季度召開二十四次"), ("items", "text: 每季度召开一次会议。", "text: 每季度召开二十四次会议。"), ("items", "quote: 每季度召开一次会议", "quote: 四次会议")],
    # Questions, methods, names.
    "question-whose-yes-is-wrong": [question("船上是否存在无证人员？")],
    "question-of-what-is-lacking": [question("船上是否有人没有证书？")],
    "two-questions-with-one-mark": [question("船舶证书是否齐全，船员是否持证？")],
    "question-of-nothing": [question("是否都已？")],
    "question-with-another-ending": [question("船舶证书是不是齐全？")],
    "method-of-a-problem": [method("发现问题及时整改")],
    "method-of-data": [method("加强数据汇总和质量管理")],
    "method-that-is-a-question": [method("抽查的船舶证书是否齐全？")],
    "method-turned-round": [method("抽查船舶证书，缺一项即符合")],
    "self-for-already": [question("船舶证书是否都己办齐？")],
    "katakana-for-a-number": [question("船舶证书是否ー船一本？")],
    "letter-in-a-number": [method("抽查12O座码头")],
    "full-width-digit": [method("抽查３艘船舶")],
    "traditional-character": [method("抽查船舶證書")],
    "straight-quotation-marks": [method("'抽查\"三无\"船舶证书'")],
    "full-stop-of-another-kind": [method("抽查船舶证书.看有无遗漏")],
    "label-with-a-stop": [editorial(BLOCK_32.replace("label: 三无船舶", "label: 三无船舶。"))],
    "label-that-is-none": [editorial(BLOCK_32.replace("label: 三无船舶", "label: 待核"))],
    "label-with-an-id": [editorial(BLOCK_32.replace("label: 三无船舶", "label: item-3-2船舶"))],
    # Parties, terms, words for search.
    "kind-of-a-government": [("departments", "slug: yi, kind: body", "slug: yi, kind: local")],
    "kind-in-chinese": [("departments", "slug: yi, kind: body", "slug: yi, kind: 点名部门")],
    "full-name-of-another-province": [("departments", "full_name: 某省甲厅", "full_name: 云河省甲厅"), ("items", "issuer: 某省人民政府", "issuer: 山河省人民政府"), ("items", "title: 某省人民政府关于", "title: 山河省人民政府关于"), (SMALL_RECEIVED, "某省人民(min)政府", "山河省人民(min)政府")],
    "meaning-of-what-is-not-found": [("glossary", "status: not-found}", "source: 待核, meaning: 没有证书, status: not-found}")],
    "form-of-another-term": [("glossary", "forms: [“三无”船舶]", "forms: [自查]"), ("glossary", "status: not-found}", "status: not-found}\n- {id: huiyi, term: 季度会议, forms: [“三无”船舶], status: not-found}")],
    "source-that-the-notice-has-not": [("glossary", "status: not-found}", "status: seen, source: 通知第（九）项, meaning: 没有证书}")],
    "term-out-of-use": [("retired", "[]", "- {address: glossary/#sanwu, reason: 改了编号}")],
    "words-for-search-in-one": [("sectors", "name: 台风, kind: hazard", "name: 台风, kind: hazard, also: [大风、热带气旋]")],
    "word-for-search-that-is-a-name": [("sectors", "name: 台风, kind: hazard", "name: 台风, kind: hazard, also: [某省甲厅]")],
    # Laws.
    "law-of-another-rank": [law("rank: law", "rank: rule")],
    "law-called-by-another-name": [law("short_name: 某法", "short_name: 乙法"), ("items", "law: 某法", "law: 乙法")],
    "law-replaced-by-an-older-one": [law("- slug: moufa", SECOND_LAW.strip() + "\n- slug: moufa"), law("  article_count: 30", "  replaced_by: 二法\n  article_count: 30")],
    "law-in-force-in-another-century": [law("in_force_from: 2030-06-01", "in_force_from: 2300-06-01")],
    "law-looked-up-before-it-was-made": [law("looked_up: 2031-01-01", "looked_up: 2021-01-01")],
    "law-for-another-sector": [law("  liability: [20, 28]", "  liability: [20, 28]\n  sectors: [typhoon]"), ("items", "actors: [party-government]\n", "actors: [party-government]\n                sectors: [ship]\n")],
    "law-for-all-sectors": [law("  liability: [20, 28]", "  liability: [20, 28]\n  sectors: [all]")],
    "law-duty-as-a-penalty": [law("  liability: [20, 28]\n", ""), cited(LAW_1.replace("article: 21, item: 3,", "article: 7, paragraph: 2, item: 1,"))],
    "directive-of-another-yaml": [("sectors", "- {slug: ship", "%YAML 9.9\n---\n- {slug: ship")],
    "misaligned-below-comments": [("items", "                actors: [regulator, enterprise]\n", "                # 对象\n\n                # 两类\n               actors: [regulator, enterprise]\n")],
    "field-without-a-colon-below-a-comment": [("items", "        title: 船舶专项整治\n        sectors: [ship]\n", "        title\n        # 标题\n          船舶专项整治: 一\n        sectors: [ship]\n")],
    "pair-that-does-not-close": [editorial(BLOCK_32.replace("label: 三无船舶", "label: “三无船舶"))],
    "bracket-that-does-not-close": [method("抽查船舶证书（含副本，看有无遗漏")],
    "markup-in-a-method": [method("抽查**船舶**证书")],
    "marks-together": [method("抽查船舶证书，；看有无遗漏")],
    "another-character-for-already": [method("抽船舶证书，看是否巳办结")],
    "method-cut-off": [method("抽查船舶证书，缺一本或")],
    "method-with-a-slip-at-its-end": [method("抽查船舶证书，缺一本即不符和")],
    "method-of-another-task": [method("抽处罚案卷核对")],
    "question-of-your-unit": [question("贵单位船舶证书是否齐全？")],
    "question-of-a-wrong": [question("船舶是否擅自超载航行？")],
    "question-with-a-second-one-behind": [question("船舶证书是否齐全，有没有过期的？")],
    "question-with-a-number-of-its-own": [question("3年内的船舶证书是否齐全？")],
    "label-with-a-blank": [editorial(BLOCK_32.replace("label: 三无船舶", "label: 三无 船舶"))],
    "label-of-another-task-in-quotes": [editorial(BLOCK_32.replace("label: 三无船舶", "label: “依法处罚”"))],
    "called-the-wrong-way-round": [("items", "  received: ", "  called: {subject: 省直部门, departments: 防汛抗旱}\n  received: ")],
    "aim-cut-in-a-sentence": [("items", "  received: ", "  aims: [做好安全生产]\n  received: ")],
    "deadline-without-a-time": [("items", "quote: 每季度召开一次会议, kind: cadence", "quote: 召开一次会议, kind: deadline")],
    "cadence-without-a-count": [("items", "quote: 每季度召开一次会议, kind: cadence", "quote: 季度召开, kind: cadence")],
    "quote-within-a-quote": [("items", "                  - {quote: 每季度召开一次会议, kind: cadence}\n", "                  - {quote: 每季度召开一次会议, kind: cadence}\n                  - {quote: 每季度, kind: cadence}\n")],
    "law-unit-in-prison": [cited(LAW_1.replace("target: official, kind: [discipline]", "target: unit, kind: [fine, detention]"))],
    "law-official-closed-down": [cited(LAW_1.replace("kind: [discipline]", "kind: [suspension]"))],
    "law-official-of-an-enterprise": [("items", "enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}", "enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书, basis: [{law: 某法, article: 9, actor: unit, fit: exact, penalty: [{article: 21, item: 3, target: official, kind: [fine, stop]}]}]}"), law("    - {article: 21,", "    - {article: 9, items: [0], actors: [unit], about: 证书}\n    - {article: 21,")],
    "law-limit-of-nothing": [cited(LAW_1.replace("fit: exact,", "fit: exact, limit: 无,"))],
    "law-limit-said-twice": [cited(LAW_1.replace("fit: exact,", "fit: exact, limit: 限矿山企业,"))],
    "law-text-of-another-age": [law("text_date: 2030-01-01", "text_date: 1030-01-01"), ("laws", "in_force_from: 2030-06-01", "in_force_from: 1030-06-01")],
    "law-ended-in-another-age": [law("in_force_from: 2030-06-01", "in_force_from: 2030-06-01\n  in_force_to: 2302-01-01")],
    "law-of-no-place": [law("rank: law", "rank: local"), ("laws", "full_name: 中华人民共和国某法", "full_name: 某法实施条例"), ("laws", "liability: [20, 28]", "liability: [20, 28]")],
    "law-regulation-as-a-rule": [law("rank: law", "rank: rule"), ("laws", "full_name: 中华人民共和国某法", "full_name: 某法实施条例")],
    "parent-that-is-no-body": [("departments", "parent: jia", "parent: youguan")],
    "parent-of-another-name": [("departments", "- {short_name: 各有关部门", "- {short_name: 省乙局丙处, slug: bing, kind: body, nature: 内设机构, parent: jia}\n- {short_name: 各有关部门")],
    "full-name-as-the-notice-has-it": [("departments", "full_name_status: unverified", "full_name_status: from-notice")],
    "meaning-that-is-none": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: 待核}")],
    "meaning-of-another-term": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: 没有证书}\n- {id: er, term: 会议, forms: [会议], status: seen, source: 待核, meaning: 没有证书}")],
    "form-with-a-mark": [("glossary", "forms: [“三无”船舶]", "forms: ['“三无”船舶，']")],
    "word-for-search-of-one-character": [("sectors", "name: 台风, kind: hazard", "name: 台风, kind: hazard, also: [风]")],
    "release-called-an-issuer": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: issuer, text: （此件公开发布）}]\n")],
    # Values in another writing.
    "day-that-is-none": [("items", "issued: 2031-03-05", "issued: 2031-02-30")],
    "day-beyond-all-days": [("items", "issued: 2031-03-05", "issued: 99999999999999999999-01-01")],
    "time-that-is-none": [("items", "issued: 2031-03-05", "issued: 2031-03-05 25:00:00")],
    "day-with-a-short-year": [("items", "issued: 2031-03-05", "issued: 31-03-05")],
    "day-in-another-writing": [("items", "issued: 2031-03-05", "issued: 2031/3/5")],
    "year-in-full-width": [("items", "  year: 2031", "  year: ２０３１")],
    "article-in-words": [cited(LAW_1.replace("article: 7,", "article: 第7条,"))],
    "deep-value-of-a-field-written-twice": [("retired", "[]", "- {address: a/, reason: 改, reason: " + "[" * 25 + "]" * 25 + "}")],
    "anchor-in-a-field-written-twice": [("retired", "[]", "- {address: a/, reason: 改, reason: &乙 改}")],
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
    "boundary-in-a-word": [
        ("items", "text: 坚持党政同责、一岗双责、齐抓共管、失职追责，", "text: 坚持党政同责、一岗双责、齐抓共管、失职追"),
        ("items", "text: 动态编制并落实", "text: 责，动态编制并落实"),
    ],
}  # fmt: skip


def refusal(source: Path, folder: Path, edits: list[Edit]) -> str:
    data = Path(shutil.copytree(source, folder / "data"))
    for file, before, after in edits:
        path = data / (file if file == SMALL_RECEIVED else f"{file}.yaml")
        text = path.read_text("utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), "utf-8", newline="")
    with pytest.raises(DataError) as refused:
        load_catalog(data)
    return str(refused.value) + "\n"


@pytest.mark.parametrize("name", [*EDITS, *REAL])
def test_it_is_refused(name: str, tmp_path: Path) -> None:
    source = SMALL if name in EDITS else ROOT / "data"
    told = refusal(source, tmp_path, EDITS.get(name) or REAL[name])
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    messages = re.sub(
        "“.*?”",
        "",
        "\n".join(line for line in told.splitlines() if "|" not in line and "git" not in line),
    )
    assert not re.search("[a-z]+ [a-z]+ [a-z]+", messages), "what libyaml says is in English"


def test_every_golden_file_has_its_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*EDITS, *REAL}


LAWFUL: dict[str, list[Edit]] = {
    "a left-out line as it stands in the file": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n某政發〔2031〕7號\n"), ("items", "  received: ", "  left_out: [{lines: [首頁], why: 网页上的文字}]\n  received: ")],
    "the same line left out twice": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n首頁\n某政發〔2031〕7號\n"), ("items", "  received: ", "  left_out: [{lines: [首页, 首页], why: 网页上的文字}]\n  received: ")],
    "words between quotation marks": [method('"抽查船舶证书：看 #2 号"')],
    "a folded line": [method("抽查船舶证书，\n                      再看台账")],
    "a comment in a line of its own": [method("抽查船舶证书\n                  # 二号台账另查")],
    "a comment with what cannot be printed": [method("抽查船舶证书\n                  # 🚢 二号台账另查")],
    "a full name without the province": [("departments", "full_name: 某省甲厅", "full_name: 某甲工业厅")],
    "an unused sector": [("sectors", "- {slug: typhoon", "- {slug: flood, name: 洪水, kind: hazard}\n- {slug: typhoon")],
    "a task cut at a mark": [
        ("items", TEXT_32, "text: 严查“三无”船舶，"),
        (
            "items",
            "actors: [regulator]\n                editorial: {label: 依法处罚,",
            "actors: [regulator, staff]\n                editorial: {label: 依法处罚, enterprise: {question: 罚过的是否都已改正？, method: 现场复看},",
        ),
    ],
    "a bracket that says no duty": [(SMALL_RECEIVED, "自查。", "自查(每年)。"), ("items", "text: 企业要自查。", "text: 企业要自查（每年）。")],
    "a line that says whose duty it is": [(SMALL_RECEIVED, "(各有關部門負責)", "責任單位:各有關部門"), ("items", "text: （各有关部门负责）", "text: 责任单位：各有关部门")],
    "a law that is not cited": [("laws", "- slug: moufa", SECOND_LAW.strip() + "\n- slug: moufa")],
    "a penalty under two conditions": [
        cited(LAW_1.replace("kind: [discipline]}", "kind: [discipline]}, {article: 21, item: 3, target: official, kind: [order], condition: 逾期未改正}")),
    ],
    "a law that ended after the notice": [law("in_force_from: 2030-06-01", "in_force_from: 2030-06-01\n  in_force_to: 2032-01-01")],
    "a party that supports": [*SUPPORTING, ("items", "departments: [省乙局]", "support: [省乙局]")],
    "a line that is no part of the notice": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁 > 文件\n某政發〔2031〕7號\n"),
        ("items", f"  received: {SMALL_RECEIVED}", f"  left_out: [{{lines: [首页 > 文件], why: 网页上的文字}}]\n  received: {SMALL_RECEIVED}"),
    ],
    # What reads like a slip and is none.
    "questions that ask for what is there": [question("配电箱里是否有漏电保护器、可燃气体泄漏报警装置？")],
    "a question with a rule in it": [question("是否有未通过验收不得开工的规定？")],
    "a question about what is kept": [question("隐患是否存在台账里，一条不少？")],
    "a method of counting": [method("清点灭火器数量，少于配置清单即不符合")],
    "a method of weighing": [method("称粉尘质量，超过10μm标准限值的即不符合")],
    "a standard, a file and a version in a method": [method("对照GB 50016-2014和方案.docx，看2.0版以后谁自己改过")],
    "self in a method": [method("问职工是否以安全为己任，对照据为己有的记录")],
    "rays of a Greek letter": [method("对照γ射线探伤记录，抽二噁英检测报告")],
    "local governments in brackets": [
        (SMALL_RECEIVED, "省乙局等部門", "各縣(市、區)等部門"), ("items", "省乙局等部门", "各县（市、区）等部门"),
        ("items", "departments: [省乙局]", "departments: [各县（市、区）]"),
        ("departments", "short_name: 省乙局, slug: yi, kind: body", "short_name: 各县（市、区）, slug: yi, kind: local"),
    ],
    "a title with the opposite of a sector": [
        (SMALL_RECEIVED, "船舶專項整治", "非船舶專項整治"), ("items", "title: 船舶专项整治", "title: 非船舶专项整治"),
        ("items", "        sectors: [ship]\n", ""),
    ],
    "sectors written on each task": [
        ("items", "        sectors: [ship]\n", ""),
        ("items", "actors: [regulator, enterprise]\n", "actors: [regulator, enterprise]\n                sectors: [ship]\n"),
    ],
    "words for search in letters and digits": [("sectors", "name: 台风, kind: hazard", 'name: 台风, kind: hazard, also: [LNG, "119"]')],
    "a form with no character of its term": [("glossary", "forms: [“三无”船舶]", "forms: [“三无”船舶, 召开一次会议]")],
    "a code among the laws": [law("- slug: moufa", SECOND_LAW.strip().replace("二法", "二法典") + "\n- slug: moufa")],
    "a law with its year": [law("- slug: moufa", SECOND_LAW.strip().replace("short_name: 二法", "short_name: 二法2020") + "\n- slug: moufa")],
    "a rule of a department": [law("- slug: moufa", SECOND_LAW.strip().replace("中华人民共和国二法", "二法实施办法").replace("rank: law", "rank: rule") + "\n- slug: moufa")],
    "a later notice numbered in another way": [("items", "number: 某政发〔2032〕1号", "number: 某省应急厅公告2032年第1001号")],
    "a source that is an address": [("departments", "nature: 泛指群体", "nature: 泛指群体, source: example.gov.cn/sanding")],
    "a redirect corrected with a reason": [("retired", "[]", "- {address: '#item-1-9', moved_to: ['#item-1-1'], reason: 并入，原来误写为 3-1}")],
    "a quotation from its own number on": [
        (SMALL_RECEIVED, "每季度召開一次", "每季度統一召開2次以上"), ("items", "text: 每季度召开一次会议。", "text: 每季度统一召开2次以上会议。"),
        ("items", "quote: 每季度召开一次会议", "quote: 召开2次以上会议"),
    ],
    "a date in characters": [
        (SMALL_RECEIVED, "2031年3月5日", "二〇三一年三月五日"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 二〇三一年三月五日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a date with a point": [
        (SMALL_RECEIVED, "2031年3月5日", "2031.3.5"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031.3.5}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a title that waits for review": [("items", "  title: 某省人民政府关于做好2031年安全生产工作的通知\n", "  title: 待核\n  unreviewed: [title]\n")],
    "a number set apart by spaces": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "急件 某政發〔2031〕7號 共20份\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("text: 某政发〔2031〕7号}", "text: 急件 某政发〔2031〕7号 共20份}"))],
    "an issuer in two lines": [
        (SMALL_RECEIVED, "某省人民(min)政府\n", "某省人民\n政府辦公廳\n"), ("items", "issuer: 某省人民政府", "issuer: 某省人民政府办公厅"),
        ("items", "title: 某省人民政府关于", "title: 某省人民政府办公厅关于"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民}, {kind: issuer, text: 政府办公厅}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "one of two issuers": [
        (SMALL_RECEIVED, "某省人民(min)政府\n", "某省軍區\n某省 人民政府\n"), ("items", "issuer: 某省人民政府", "issuer: 某省 人民政府"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省军区}, {kind: issuer, text: 某省 人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a title of two lines": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT)],
    "the second line of a title alone": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT), ("items", "  title: 某省人民政府关于做好", "  title: 关于做好")],
    "a number behind its name": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "文號：某政發〔2031〕7號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("text: 某政发〔2031〕7号}", "text: 文号：某政发〔2031〕7号}"))],
    "an older number in a line of its own": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "某政發〔2031〕7號\n某政辦〔2031〕8號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("{kind: number, text: 某政发〔2031〕7号}", "{kind: number, text: 某政发〔2031〕7号}, {kind: other, text: 某政办〔2031〕8号}"))],
    "a number with who signed": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", "某政發〔2031〕7號簽發人：張三\n"),
        ("items", FRONT_LINES[1], FRONT_LINES[2].replace("7号}", "7号签发人：张三}")),
    ],
    "an issuer with a seal": [
        (SMALL_RECEIVED, "某省人民(min)政府\n", "某省人民(min)政府（章）\n"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府（章）}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a later notice that names the years of a plan": [("items", "某省人民政府关于做好2032年安全生产工作的通知, year: 2032", "某省关于落实《2029年要点》做好2032年工作的通知, year: 2032")],
    "a title that passes on another's words": [("items", "title: 某省人民政府关于做好", "title: 某省转发云河省人民政府关于做好")],
    "a law of a province": [law("- slug: moufa", SECOND_LAW.strip().replace("中华人民共和国二法", "某省二条例").replace("short_name: 二法", "short_name: 二条例").replace("rank: law", "rank: local") + "\n- slug: moufa")],
    "words that hold others": [question("所有关键岗位、双重视频监控，是否都已对相关方讲明紧急情况下的做法？")],
    "a yes to what was told": [question("是否发生事故都如实上报？")],
    "a question with a quotation": [question("台账是否都答了“是否合格”？")],
    "a method of both": [method("抽三艘看证，都有即符合，缺一本即不符合")],
    "formulas and solvents": [method("取样测H2SO4、正己烷和10μm粉尘")],
    "a collective without 部门": [
        (SMALL_RECEIVED, "省乙局等部門", "省屬企業等部門"), ("items", "省乙局等部门", "省属企业等部门"),
        ("items", "departments: [省乙局]", "departments: [省属企业]"),
        ("departments", "short_name: 省乙局, slug: yi, kind: body", "short_name: 省属企业, slug: yi, kind: collective"),
    ],
    "a sector within the name of another": [
        ("sectors", "- {slug: ship", "- {slug: repair, name: 船舶专项, kind: sector}\n- {slug: ship"), ("items", "sectors: [ship]", "sectors: [repair]"),
    ],
    "a line like a release that is something else": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: other, text: （此件公开发布）}]\n")],
    "an item for every sector": [("items", "        sectors: [ship]\n", "        sectors: [all]\n")],
    "what waits for review": [editorial(f"editorial: {{label: 三无船舶, {SIDES_32}, unreviewed: [label]}}")],
}  # fmt: skip


@pytest.mark.parametrize("name", LAWFUL)
def test_a_lawful_edit_passes(name: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    for file, before, after in LAWFUL[name]:
        path = data / (file if file == SMALL_RECEIVED else f"{file}.yaml")
        text = path.read_text("utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), "utf-8")
    assert load_catalog(data).notice.received == SMALL_RECEIVED
