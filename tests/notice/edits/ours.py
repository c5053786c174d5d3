"""Our own words: questions, methods, names, parties, terms, words for search."""

from __future__ import annotations

from tests.conftest import SMALL_RECEIVED
from tests.notice.edits.edit import (
    BLOCK_32,
    Edit,
    editorial,
    method,
    question,
)

WRONG: dict[str, list[Edit]] = {
    # Questions, methods, names.
    "question-whose-yes-is-wrong": [question("船上是否存在无证人员？")],
    "question-of-what-is-lacking": [question("船上是否有人没有证书？")],
    "question-of-a-duty-not-done": [question("企业是否没有定期自查船舶证书？")],
    "question-of-a-shut-exit": [question("船舱的逃生出口是否被封闭？")],
    "question-of-no-licence": [question("船上是否有人无证上岗？")],
    "two-questions-with-one-mark": [question("船舶证书是否齐全，船员是否持证？")],
    "question-of-another-period": [("items", "今年是否每季度都开过会？", "今年是否每月都开过会？")],
    "question-of-another-count": [("items", "今年是否每季度都开过会？", "今年每季度是否都开过两次会？")],
    "question-of-a-period-of-its-own": [question("船舶证书是否每半年都核对过？")],
    "label-of-another-period": [("items", "label: 季度会议", "label: 每月会议")],
    "question-of-nothing": [question("是否都已？")],
    "question-with-another-ending": [question("船舶证书是不是齐全？")],
    "method-of-a-problem": [method("发现问题及时整改")],
    "method-of-data": [method("加强数据汇总和质量管理")],
    "method-of-looking": [method("现场检查")],
    "method-of-looking-at-papers": [method("抽查有关资料，询问有关人员")],
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
    "label-with-a-word-twice": [editorial(BLOCK_32.replace("label: 三无船舶", "label: 三无船舶船舶"))],
    "label-of-nothing": [editorial(BLOCK_32.replace("label: 三无船舶", "label: 待补充"))],
    "method-of-nothing": [method("略")],
    # Parties, terms, words for search.
    "full-name-with-a-word-twice": [("departments", "full_name: 某省甲厅", "full_name: 某省甲类管理管理厅")],
    "nature-of-nothing": [("departments", "nature: 泛指群体", "nature: 不详")],
    "source-of-nothing": [("departments", "nature: 泛指群体", "nature: 泛指群体, source: N/A")],
    "meaning-of-nothing": [("glossary", "status: not-found}", "status: seen, source: 待核, meaning: 暂无}")],
    "word-for-search-of-nothing": [("sectors", "name: 台风, kind: hazard", "name: 台风, kind: hazard, also: [暂无]")],
    "kind-of-a-government": [("departments", "slug: yi, kind: body", "slug: yi, kind: local")],
    "kind-in-chinese": [("departments", "slug: yi, kind: body", "slug: yi, kind: 点名部门")],
    "full-name-of-another-province": [("departments", "full_name: 某省甲厅", "full_name: 云河省甲厅"), ("items", "issuer: 某省人民政府", "issuer: 山河省人民政府"), ("items", "title: 某省人民政府关于", "title: 山河省人民政府关于"), (SMALL_RECEIVED, "某省人民(min)政府", "山河省人民(min)政府")],
    "full-name-of-another-province-without-its-mark": [("departments", "full_name: 某省甲厅", "full_name: 陕西甲厅"), ("items", "issuer: 某省人民政府", "issuer: 山西省人民政府"), ("items", "title: 某省人民政府关于", "title: 山西省人民政府关于"), (SMALL_RECEIVED, "某省人民(min)政府", "山西省人民(min)政府")],
    "meaning-of-what-is-not-found": [("glossary", "status: not-found}", "source: 待核, meaning: 没有证书, status: not-found}")],
    "form-of-another-term": [("glossary", "forms: [“三无”船舶]", "forms: [自查]"), ("glossary", "status: not-found}", "status: not-found}\n- {id: huiyi, term: 季度会议, forms: [“三无”船舶], status: not-found}")],
    "form-of-a-common-word": [("glossary", "forms: [“三无”船舶]", "forms: [“三无”船舶, 企业]")],
    "source-that-the-notice-has-not": [("glossary", "status: not-found}", "status: seen, source: 通知第（九）项, meaning: 没有证书}")],
    "term-out-of-use": [("retired", "[]", "- {address: glossary/#sanwu, reason: 改了编号}")],
    "words-for-search-in-one": [("sectors", "name: 台风, kind: hazard", "name: 台风, kind: hazard, also: [大风、热带气旋]")],
    "word-for-search-that-is-a-name": [("sectors", "name: 台风, kind: hazard", "name: 台风, kind: hazard, also: [某省甲厅]")],
}  # fmt: skip
