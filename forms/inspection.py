"""现场检查表: what an inspector checks at one enterprise of a sector; A4 upright, and A5."""

from __future__ import annotations

from collections.abc import Iterator

from forms.common import (
    FRAGMENT_HINT,
    GROUP,
    ID,
    NUMBER,
    NUMBER_HINT,
    PENDING_HINT,
    POSITION,
    VERDICTS,
    asked_enterprise,
    label,
    text,
)
from forms.definition import Column, Field, FormDefinition, Subject
from forms.law import BASIS, FIT, LAW_HINT, PENALTY, law_lines
from forms.sector_rows import NO_OWN_NOTE, sector_subject
from notice.models import Catalog


def _subjects(catalog: Catalog) -> Iterator[Subject]:
    for sector in catalog.sectors:
        if sector.kind == "sector":  # a hazard has no enterprise to be inspected
            yield sector_subject(catalog, sector)


INSPECTION = FormDefinition(
    kind="inspection",
    name="现场检查表",
    audience="执法检查",
    purpose="按行业领域的现场检查表，A4 打印",
    heading="执法检查：现场检查表",
    anchor="inspection",
    title="{subject}{about}现场检查表",
    search=("{subject}检查表",),
    worksheet="检查表",
    subjects=_subjects,
    columns=(
        ID,
        POSITION,
        NUMBER,
        GROUP,
        Column("检查事项", label, paper=22, sheet=13, role="name"),
        Column(
            "检查内容和方法",
            asked_enterprise,
            share=1.7,
            pocket=0,
            sheet=32,
            role="question",
            below=law_lines,
        ),
        BASIS,
        PENALTY,
        FIT,
        Column("原文", text, sheet=32, role="quote"),
        Column(
            "结果",
            fill="choice",
            choices=tuple(VERDICTS),
            boxes=True,
            paper=8,
            pocket=8,
            sheet=8,
        ),
        Column("问题描述／取证编号", paper=30, pocket=26, sheet=30),
    ),
    head=(
        (Field("被检查单位"),),
        (Field("地点"), Field("日期", "date")),
        (Field("检查方式", "choices", ("四不两直", "交叉", "远程+现场")),),
    ),
    foot=(
        (Field("结论", "choice", ("未发现问题", "发现问题")),),
        (Field("问题项数", "number"), Field("其中重大项数", "number", formerly=("重大项数",))),
        (
            Field("检查人员（签字）", formerly=("检查人员",)),
            Field("执法证号"),
        ),
        (
            Field("被检查单位负责人（签字）", formerly=("被检查单位负责人",)),
            Field("签字日期", "date"),
        ),
        (Field("复查人（签字）", formerly=("复查人",)), Field("复查日期", "date")),
    ),
    state="结果",
    states=VERDICTS,
    hints=(NUMBER_HINT, FRAGMENT_HINT, LAW_HINT, PENDING_HINT),
    notes=(NO_OWN_NOTE,),
    landscape=False,
    pocket=True,
)
