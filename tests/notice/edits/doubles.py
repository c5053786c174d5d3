"""Doubles and strays: the same thing twice, or what nothing else knows."""

from __future__ import annotations

from tests.conftest import SMALL_RECEIVED
from tests.notice.edits.edit import (
    BLOCK_32,
    LAW_1,
    SECOND_LAW,
    SIDES_32,
    TASK_31,
    Edit,
    cited,
    editorial,
    law,
    method,
    question,
)

ITEM_1 = f"""      - id: item-1
        title: 落实责任
        clauses:
          - tasks:
              - id: item-1-1
                text: 每季度召开一次会议。
                actors: [party-government]
                measures:
                  - {{quote: 每季度召开一次会议, kind: cadence}}
                editorial: {{label: 季度会议, authority: {{basis: [{LAW_1}], question: 今年是否每季度都开过会？, method: 核对会议日期}}}}
            responsible:
              text: （省甲厅牵头，省乙局等部门分工负责）
              lead: [省甲厅]
              departments: [省乙局]
"""
ITEM_2 = """      - id: item-2
        title: 无括号的一项
        clauses:
          - tasks:
              - id: item-2-1
                text: 企业要自查。
                actors: [enterprise]
                sectors: [all]
                editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}
"""
END_1 = ITEM_1[ITEM_1.index("            responsible:") :]
HEAD_2 = ITEM_2[: ITEM_2.index("              - id: item-2-1")]
SECTION_1 = """  - id: section-1
    title: 压实责任
    items:
"""
SECTION_2 = """  - id: section-2
    title: 专项整治
    items:
"""
HEAD_3 = """      - id: item-3
        title: 船舶专项整治
        sectors: [ship]
        clauses:
          - tasks:
"""
PARTY_1 = "- {short_name: 省甲厅, full_name: 某省甲厅, full_name_status: unverified, slug: jia, kind: body, nature: 省政府部门}\n"
# Both parties of a bracket named alike.
TOGETHER: list[Edit] = [
    (SMALL_RECEIVED, "省甲廳牽頭,省乙局等部門", "省甲廳、省乙局等部門"),
    ("items", "省甲厅牵头，省乙局等部门", "省甲厅、省乙局等部门"),
]
# The sector of the small notice written at each task as well; its law cited three times.
SHIPS: list[Edit] = [
    ("items", "actors: [regulator, enterprise]\n", "actors: [regulator, enterprise]\n                sectors: [ship]\n"),
    ("items", "actors: [regulator]\n", "actors: [regulator]\n                sectors: [ship]\n"),
]  # fmt: skip
THRICE = ", ".join(
    (
        LAW_1,
        "{law: 某法, article: 7, paragraph: 1, actor: government, fit: exact}",
        "{law: 某法, article: 7, paragraph: 2, item: 2, actor: government, fit: exact}",
    )
)

WRONG: dict[str, list[Edit]] = {
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
    "reason-too-long": [cited(LAW_1.replace("fit: exact", "fit: partial, why: 只定了开会，没有定多少次，也没有定谁来开、开完以后怎样记下来和检查"))],
    "new-line-that-is-no-truth": [("items", "            responsible:\n", "            responsible:\n              new_line: 是\n")],
    # A record copied, as it is or with something of it changed.
    "item-copied": [("items", ITEM_2, 2 * ITEM_2)],
    "item-copied-and-changed": [("items", ITEM_2, ITEM_2 + ITEM_2.replace("label: 企业自查", "label: 隐患自查"))],
    "task-copied": [("items", TASK_31, 2 * TASK_31)],
    "term-copied": [("glossary", "status: not-found}", "status: not-found}\n- {id: sanwu, term: 三无船舶, forms: [“三无”船舶], status: not-found}")],
    "law-article-copied": [law("    - {article: 21, items: [3], about: 没有开会的处分}\n", 2 * "    - {article: 21, items: [3], about: 没有开会的处分}\n")],
    "law-article-twice": [law("    - {article: 21, ", "    - {article: 7, items: [0, 2], actors: [government], about: 季度会议}\n    - {article: 21, ")],
    # What is wrong behind a record that is struck out is told at its own line.
    "party-copied-above-a-wrong-one": [("departments", "- {short_name: 省乙局, slug: yi", f"{PARTY_1}- {{short_name: 省乙局, slug: 乙局")],
    "parties-copied-around-a-wrong-one": [("departments", "- {short_name: 省乙局, slug: yi", f"{PARTY_1}{PARTY_1}- {{short_name: 省乙局, slug: 乙局"), ("departments", "nature: 泛指群体}", f"nature: 不详}}\n{PARTY_1.rstrip()}")],
    # Numbers: one that is wrong, and a gap that all behind it go on from.
    "item-of-another-number": [("items", "- id: item-3\n", "- id: item-13\n")],
    "item-lost": [("items", ITEM_1, "")],
    # Lines that are gone, a cut too long: told once, and not by what comes of it.
    "section-lost": [("items", SECTION_1 + ITEM_1 + ITEM_2, "")],
    "head-of-an-item-lost": [("items", END_1 + HEAD_2, "")],
    "bracket-and-head-of-the-last-item-lost": [("items", ITEM_2[len(HEAD_2) :] + SECTION_2 + HEAD_3, "")],
    "start-of-a-task-lost": [("items", "              - id: item-3-1\n", "")],
    # What else looks wrong only because something is.
    "full-name-status-in-words": [("departments", "full_name_status: unverified", "full_name_status: 已核")],
    "full-name-too-long": [("departments", "full_name: 某省甲厅", "full_name: 某省甲厅" + "（原某省甲甲管理局）" * 4)],
    "status-of-a-meaning": [("glossary", "status: not-found}", "status: sean, meaning: 没有船名、证书、船籍的船, source: 待核}")],
    "status-of-no-meaning": [("glossary", "status: not-found}", "status: sean}")],
    "status-of-a-meaning-and-a-party-unknown": [("glossary", "status: not-found}", "status: sean, meaning: 没有船名、证书、船籍的船, source: 待核}"), ("items", "departments: [省乙局]", "departments: [省已局]")],
    "parties-in-the-wrong-list": [("items", "lead: [省甲厅]\n              departments: [省乙局]", "support: [省甲厅, 省乙局]")],
    "all-parties-in-the-wrong-list": [*TOGETHER, ("items", "lead: [省甲厅]\n              departments: [省乙局]", "support: [省甲厅, 省乙局]")],
    "front-of-no-line": [("items", "  preamble: ", "  front: []\n  preamble: ")],
    "end-of-no-line": [("items", "  release: ", "  end: []\n  release: ")],
    "remark-invented": [("items", "              departments: [省乙局]\n", "              departments: [省乙局]\n              remark: 省乙局对其后各项负责\n")],
    "form-in-quotes-in-two-terms": [("glossary", "forms: [“三无”船舶], status: not-found}", "forms: [“三无”], status: not-found}\n- {id: er, term: 又一词, forms: [“三无”], status: not-found}")],
    # A list changed, and what refers to it as before; and a slip where one refers.
    "party-renamed": [("departments", "short_name: 省乙局", "short_name: 省乙管理局")],
    "party-renamed-in-most-characters": [("departments", "short_name: 省乙局", "short_name: 乙管理局")],
    "party-deleted": [("departments", "- {short_name: 各有关部门, slug: youguan, kind: collective, nature: 泛指群体}\n", "")],
    "sector-renamed": [("sectors", "slug: ship", "slug: ships"), *SHIPS],
    "sector-renamed-of-a-law-as-well": [("sectors", "slug: ship", "slug: ships"), *SHIPS, ("laws", "  article_count: 30", "  sectors: [ship]\n  article_count: 30")],
    "sector-deleted": [("sectors", "- {slug: ship, name: 船舶, kind: sector}\n", ""), *SHIPS],
    "law-renamed": [law("short_name: 某法", "short_name: 中华人民共和国某法"), cited(THRICE)],
    "law-deleted": [law("slug: moufa\n  full_name: 中华人民共和国某法\n  short_name: 某法", "slug: yifa\n  full_name: 中华人民共和国乙法\n  short_name: 乙法"), cited(THRICE)],
    "law-for-no-sector-of-its-tasks": [law("  liability: [20, 28]", "  liability: [20, 28]\n  sectors: [typhoon]"), ("items", "actors: [party-government]\n", "actors: [party-government]\n                sectors: [ship]\n"), cited(THRICE)],
    "unreviewed-of-no-field": [editorial(f"editorial: {{label: 三无船舶, {SIDES_32}, unreviewed: [labl]}}")],
}  # fmt: skip
