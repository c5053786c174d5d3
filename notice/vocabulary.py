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
Joiner = Literal["、", "和", "及", "与"]
PartyKind = Literal["body", "local", "collective"]
NameStatus = Literal["seen", "well-known", "unverified", "from-notice"]
SectorKind = Literal["sector", "hazard"]
TermStatus = Literal["seen", "partly", "not-found"]
ChangeKind = Literal[
    "added", "removed", "reworded", "reassigned", "renumbered", "moved", "editorial"
]

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
