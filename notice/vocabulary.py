"""The fixed words of the data: what an editor may write, and what a reader sees for it.

Each mapping is ordered as its entries are shown. Keys stand in the YAML, values on pages and forms.
Source of the duties and open endings: the 42 brackets of 晋政发〔2024〕1号; the rest is ours.
"""

from __future__ import annotations

from typing import Literal

Actor = Literal["party-government", "regulator", "enterprise", "staff", "public"]
SideName = Literal["enterprise", "authority"]
MeasureKind = Literal["deadline", "cadence", "target", "threshold"]
Others = Literal["等部门", "等有关部门"]
Duty = Literal["负责", "分工负责", "督促落实", "督促企业落实"]
Role = Literal["lead", "named", "support"]
LineKind = Literal[
    "number", "title", "addressees", "preamble", "issuer", "date", "release", "other"
]
Encoding = Literal["utf-8", "gb18030", "utf-16", "big5"]
Rule = Literal[
    "docx", "html", "pinyin", "toned-pinyin", "traditional", "zhuoyan", "width", "spaces",
    "line-breaks",
]  # fmt: skip
PartyKind = Literal["body", "local", "collective"]
NameStatus = Literal["seen", "well-known", "unverified", "from-notice"]
SectorKind = Literal["sector", "hazard"]
TermStatus = Literal["seen", "partly", "not-found"]
LawRank = Literal["law", "regulation", "rule", "local"]
LawActor = Literal["government", "department", "unit", "head", "person"]
Fit = Literal["exact", "partial"]
PenaltyTarget = Literal["unit", "head", "person", "official"]
PenaltyKind = Literal[
    "order", "warning", "fine", "confiscation", "suspension", "stop", "demolition", "licence",
    "discipline", "detention", "crime",
]  # fmt: skip
ChangeKind = Literal[
    "added", "removed", "reworded", "reassigned", "renumbered", "moved", "editorial"
]

UNKNOWN = "待核"  # what editors write where something could not be found out
ALL_SECTORS = "all"
ALL_SECTORS_NAME = "各行业领域"

ACTORS: dict[Actor, str] = {
    "party-government": "党委政府",
    "regulator": "监管部门",
    "enterprise": "企业",
    "staff": "全员",
    "public": "群众、个人",
}
# Which side of a task is put to whom: each has its own question.
ACTORS_OF_SIDE: dict[SideName, tuple[Actor, ...]] = {
    "enterprise": ("enterprise", "staff", "public"),
    "authority": ("party-government", "regulator"),
}
SIDES: dict[SideName, str] = {"enterprise": "对企业和个人", "authority": "对党委政府和部门"}
MEASURE_KINDS: dict[MeasureKind, str] = {
    "deadline": "时限",
    "cadence": "频次",
    "target": "目标",
    "threshold": "界限",
}
PARTY_KINDS: dict[PartyKind, str] = {
    "body": "点名部门",
    "local": "属地政府",
    "collective": "泛指（不点名）",
}
NAME_STATUSES: dict[NameStatus, str] = {
    "seen": "见于公开材料",
    "well-known": "通行全称",
    "unverified": "待核",
    "from-notice": "据通知用语",
}
SECTOR_KINDS: dict[SectorKind, str] = {"sector": "行业领域", "hazard": "灾种"}
TERM_STATUSES: dict[TermStatus, str] = {
    "seen": "见于公开材料",
    "partly": "部分可证",
    "not-found": "待核",
}
LAW_RANKS: dict[LawRank, str] = {
    "law": "法律",
    "regulation": "行政法规",
    "rule": "部门规章",
    "local": "地方性法规、规章",
}
# Laws bind governments, departments, units and persons; no party committee.
LAW_ACTORS: dict[LawActor, str] = {
    "government": "人民政府",
    "department": "政府部门",
    "unit": "单位",
    "head": "单位负责人",
    "person": "个人",
}
LAW_ACTORS_OF_SIDE: dict[SideName, tuple[LawActor, ...]] = {
    "enterprise": ("unit", "head", "person"),
    "authority": ("government", "department"),
}
FITS: dict[Fit, str] = {"exact": "明确规定", "partial": "部分相关"}
PENALTY_TARGETS: dict[PenaltyTarget, str] = {
    "unit": "罚单位",
    "head": "罚负责人",
    "person": "罚个人",
    "official": "公职人员",
}
PENALTY_KINDS: dict[PenaltyKind, str] = {
    "order": "责令改正",
    "warning": "警告",
    "fine": "罚款",
    "confiscation": "没收",
    "suspension": "停产停业",
    "stop": "停工、停用",
    "demolition": "限期拆除",
    "licence": "降级、吊销证照",
    "discipline": "处分",
    "detention": "拘留",
    "crime": "追究刑事责任",
}
# What happened to a task, as readers are shown it. The order is that of the report.
CHANGE_KINDS: dict[ChangeKind, str] = {
    "added": "新增",
    "removed": "去掉",
    "reworded": "字句改动",
    "reassigned": "责任改变",
    "renumbered": "改编号",
    "moved": "移动",
    "editorial": "编写组内容改动",
}
# By what a received text may differ from the notice, as the site states it, in the order in which
# it is taken away.
RULES: dict[Rule, str] = {
    "docx": "来文是 Word 文档（docx）：取其中各段和表格里的字",
    "html": "来文是网页：去掉标签，换成段落，脚本和样式不算",
    "pinyin": "删去括号里的拼音，如“人民(min)政府”的“(min)”",
    "toned-pinyin": "删去括号里的拼音，如“发(fā)展”的“(fā)”：只删前一个字的读音",
    "traditional": "繁体字转为简体字（OpenCC t2s 字表）",
    "zhuoyan": "“著眼”改为“着眼”（上一条的字表不改此字）",
    "width": "半角的 , : ; ( ) 改为全角",
    "spaces": "删去行首行尾、汉字和标点之间的空格，以及空行",
    "line-breaks": "换行不计：来文在句子中间折行，或者全文没有换行",
}
DEFAULT_RULES: tuple[Rule, ...] = ("pinyin", "traditional", "zhuoyan", "width")
LINE_KINDS: dict[LineKind, str] = {
    "number": "文号",
    "title": "标题",
    "addressees": "主送机关",
    "preamble": "开头",
    "issuer": "发文机关",
    "date": "日期",
    "release": "公开属性",
    "other": "其他",
}
