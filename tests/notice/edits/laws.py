"""Laws, and what tasks cite of them."""

from __future__ import annotations

from tests.notice.edits.edit import (
    BLOCK_32,
    FRONT_LINES,
    LAW_1,
    OF_A_HAZARD,
    SECOND_LAW,
    Edit,
    cited,
    editorial,
    law,
    method,
    question,
)

# The law as a regulation, cited by its name.
REGULATION: list[Edit] = [
    law("full_name: 中华人民共和国某法", "full_name: 某法实施条例"),
    law("short_name: 某法", "short_name: 某条例"),
    ("items", "law: 某法", "law: 某条例"),
]

# An older text of the law.
OLD_TEXT = SECOND_LAW.lstrip().replace("中华人民共和国二法", "中华人民共和国某法").replace("short_name: 二法", "short_name: 某法（2020）").replace("  article_count", "  in_force_to: 2030-06-01\n  replaced_by: 某法\n  article_count")  # fmt: skip

ARTICLE_STRUCK_OUT = law("    - {article: 21, items: [3], about: 没有开会的处分}\n", "")


def penalties(more: int) -> Edit:
    """The citation with more penalties of the same article, each in a line of its own."""
    lines = (
        f",\n                      {{article: 21, item: {n}, target: official, kind: [order]}}"
        for n in range(4, 4 + more)
    )
    kind = "kind: [discipline]}"
    return cited(LAW_1.replace(kind, kind + "".join(lines)))


LAW_2 = LAW_1.replace("actor: government", "actor: unit")
WRONG: dict[str, list[Edit]] = {
    # Laws.
    "law-of-another-rank": [law("rank: law", "rank: rule")],
    "law-called-by-another-name": [law("short_name: 某法", "short_name: 乙法"), ("items", "law: 某法", "law: 乙法")],
    "law-of-a-name-a-little-alike": [cited(LAW_1.replace("law: 某法", "law: 某某条法"))],
    "law-replaced-by-an-older-one": [law("- slug: moufa", SECOND_LAW.strip() + "\n- slug: moufa"), law("  article_count: 30", "  replaced_by: 二法\n  article_count: 30")],
    "law-replaced-by-one-of-the-same-day": [law("- slug: moufa", SECOND_LAW.strip().replace("text_date: 2020-01-01", "text_date: 2030-01-01").replace("in_force_from: 2020-06-01", "in_force_from: 2030-06-01") + "\n- slug: moufa"), law("  article_count: 30", "  replaced_by: 二法\n  article_count: 30")],
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
    "law-of-no-place": [law("rank: law", "rank: local"), *REGULATION],
    "law-regulation-as-a-rule": [law("rank: law", "rank: rule"), *REGULATION],
    "parent-that-is-no-body": [("departments", "parent: jia", "parent: youguan")],
    "parent-of-another-name": [("departments", "- {short_name: 各有关部门", "- {short_name: 省乙局丙处, slug: bing, kind: body, nature: 内设机构, parent: jia}\n- {short_name: 各有关部门")],
    "full-name-as-the-notice-has-it": [("departments", "full_name_status: unverified", "full_name_status: from-notice")],
    "meaning-that-is-none": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: 待核}")],
    "meaning-of-another-term": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: 没有证书}\n- {id: er, term: 会议, forms: [会议], status: seen, source: 待核, meaning: 没有证书}")],
    "form-with-a-mark": [("glossary", "forms: [“三无”船舶]", "forms: ['“三无”船舶，']")],
    "word-for-search-of-one-character": [("sectors", "name: 台风, kind: hazard", "name: 台风, kind: hazard, also: [风]")],
    "release-called-an-issuer": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: issuer, text: （此件公开发布）}]\n")],
    # The same place twice, at different depths.
    "law-paragraph-within-its-article": [cited(LAW_1.replace(", item: 1", "") + ", " + LAW_1)],
    "law-article-behind-its-paragraph": [cited(LAW_1 + ",\n                      " + LAW_1.replace(" paragraph: 2, item: 1,", ""))],
    "law-penalty-within-another": [cited(LAW_1.replace("kind: [discipline]}", "kind: [discipline]}, {article: 21, target: official, kind: [order]}"))],
    # Named in words, and not there.
    "article-named-that-is-none": [method("对照《某法》第三十一条抽查船舶证书")],
    "article-in-digits-alone-that-is-none": [method("对照某法31条，抽查船舶证书")],
    "article-in-digits-that-is-none": [law("source: 公开的法律法规全文汇编", "source: 见中华人民共和国某法第9条、第301条")],
    "paragraph-named-that-is-none": [("glossary", "status: not-found}", "status: seen, source: 某法第七条第二款第三项, meaning: 没有证书的船}")],
    "item-named-that-is-none": [method("对照通知第4项抽查船舶证书")],
    "item-in-a-reason-that-is-none": [("retired", "[]", "- {address: '#item-1-9', moved_to: ['#item-1-1'], reason: 并入第四十项}")],
    # One mistake in laws.yaml, or in the law that is cited, and what would follow from it.
    "law-short-names-exchanged": [law("full_name: 中华人民共和国某法\n  short_name: 某法", "full_name: 中华人民共和国某法\n  short_name: 二法"), law("- slug: moufa", SECOND_LAW.strip().replace("short_name: 二法", "short_name: 某法") + "\n- slug: moufa")],
    "law-full-names-exchanged": [law("full_name: 中华人民共和国某法", "full_name: 某市二条例"), law("- slug: moufa", SECOND_LAW.strip().replace("中华人民共和国二法", "中华人民共和国某法").replace("short_name: 二法", "short_name: 二条例").replace("rank: law", "rank: local") + "\n- slug: moufa")],
    "law-short-name-of-its-regulation": [law("full_name: 中华人民共和国某法", "full_name: 中华人民共和国某法实施条例"), law("rank: law", "rank: regulation")],
    "law-short-name-misspelled": [law("short_name: 某法", "short_name: 莫法")],
    "law-name-of-another-year": [law("short_name: 某法", "short_name: 某法（2020）"), ("items", "law: 某法", "law: 某法（2020）")],
    "law-with-fewer-articles": [law("article_count: 30", "article_count: 3")],
    "law-cited-for-another": [cited(LAW_1.replace("law: 某法", "law: 二法").replace("kind: [discipline]}", "kind: [discipline]}, {article: 22, target: official, kind: [order]}")), law("- slug: moufa", SECOND_LAW.strip() + "\n- slug: moufa")],
    "law-article-struck-out": [penalties(1), ARTICLE_STRUCK_OUT],
    "law-article-struck-out-of-five-lines-more": [penalties(5), ARTICLE_STRUCK_OUT],
    "law-article-struck-out-of-six-lines-more": [penalties(6), ARTICLE_STRUCK_OUT],
    "law-for-one-sector-behind-a-task-of-none": [law("  liability: [20, 28]", "  liability: [20, 28]\n  sectors: [typhoon]")],
    "law-for-another-hazard": OF_A_HAZARD,
    "law-for-another-sector-in-part": [law("  liability: [20, 28]", "  liability: [20, 28]\n  sectors: [typhoon]"), ("items", "actors: [party-government]\n", "actors: [party-government]\n                sectors: [ship]\n"), cited(LAW_1.replace("fit: exact,", "fit: partial, why: 只管台风,"))],
    "law-penalty-beyond-its-end": [cited(LAW_1.replace("article: 21, item: 3", "article: 121"))],
    "law-item-of-no-items": [cited(LAW_1.replace("paragraph: 2", "paragraph: 1"))],
    "law-that-binds-nobody-there": [law("actors: [government], ", "")],
    "law-fit-in-words": [cited(LAW_1.replace("fit: exact", "fit: 明确"))],
    "party-kind-in-words": [("departments", "slug: yi, kind: body", "slug: yi, kind: 部门")],
    "line-kind-in-words": [(*FRONT_LINES[:2], FRONT_LINES[2].replace("kind: number", "kind: 文号"))],
    # What an article is about, in no words; the old text of a law.
    "law-about-its-number": [law("about: 政府每季度开会", "about: 某法第七条")],
    "law-about-with-a-stop": [law("about: 政府每季度开会", "about: 政府每季度开会。")],
    "law-partial-in-part": [cited(LAW_1.replace("fit: exact,", "fit: partial, why: 部分相关,"))],
    "law-old-text-in-force": [law("- slug: moufa", OLD_TEXT.replace("  in_force_to: 2030-06-01\n  replaced_by: 某法\n", "") + "- slug: moufa")],
    "law-old-text-without-its-heir": [law("- slug: moufa", OLD_TEXT.replace("  replaced_by: 某法\n", "") + "- slug: moufa")],
    "law-old-text-that-ended-too-early": [law("- slug: moufa", OLD_TEXT.replace("in_force_to: 2030-06-01", "in_force_to: 2030-05-01") + "- slug: moufa")],
    "laws-against-two-actors": [cited(f"{LAW_2}, {LAW_2.replace('paragraph: 2, item: 1,', 'paragraph: 9,')}")],
    "law-of-a-hazard-behind-an-unknown-sector": [*OF_A_HAZARD, ("items", "sectors: [typhoon]", "sectors: [typhon]")],
}  # fmt: skip
