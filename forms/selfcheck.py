"""企业自查表: what an enterprise of a sector must itself do; A4 across."""

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
    asked_enterprise,
    label,
    text,
)
from forms.definition import Column, Field, FormDefinition, Subject, Tone
from forms.law import BASIS, FIT, LAW_HINT, PENALTY, law_lines
from forms.sector_rows import NO_OWN_NOTE, sector_subject
from notice.models import Catalog

STATES: dict[str, Tone] = {"是": "done", "否": "bad", "不涉及": "none"}

NO_HINT = "方法里写“不符合”的，这张表填“否”。"


def _subjects(catalog: Catalog) -> Iterator[Subject]:
    for sector in catalog.sectors:
        yield sector_subject(catalog, sector)


SELFCHECK = FormDefinition(
    kind="selfcheck",
    name="企业自查表",
    audience="企业自查",
    purpose="只列企业自己要做的，按行业领域",
    heading="企业自查：自查表",
    anchor="enterprise",
    title="{subject}企业{about}自查表",
    search=("{subject}自查表",),
    worksheet="自查表",
    subjects=_subjects,
    columns=(
        ID,
        POSITION,
        NUMBER,
        GROUP,
        Column("自查事项", label, paper=24, sheet=12, role="name"),
        Column(
            "自查内容和方法",
            asked_enterprise,
            share=1.7,
            sheet=26,
            role="question",
            below=law_lines,
            formerly=("自查内容", "自查内容（编写组建议）"),
        ),
        BASIS,
        PENALTY,
        FIT,
        Column("原文", text, sheet=26, role="quote"),
        Column("结果", fill="choice", choices=tuple(STATES), boxes=True, paper=8, sheet=7),
        Column("隐患描述", paper=28, sheet=15),
        Column("重大", fill="choice", choices=("是",), boxes=True, paper=8, sheet=5),
        Column("整改措施", paper=28, sheet=15),
        Column("资金", paper=13, sheet=7),
        Column("责任人", paper=16, sheet=8),
        Column("时限", fill="date", paper=16, sheet=10),
        Column("复查人／日期", paper=20, sheet=10),
    ),
    head=((Field("企业名称"), Field("自查周期"), Field("日期", "date")),),
    foot=(
        (
            Field(
                "重大事故隐患“双报告”",
                "choices",
                ("已报部门", "已向职工报告"),
                formerly=("重大事故隐患双报告",),
            ),
        ),
        (
            Field("主要负责人（签字）"),
            Field("安全总监"),
            Field("自查人"),
        ),
        (Field("企业盖章", "seal"), Field("盖章日期", "date")),
    ),
    state="结果",
    states=STATES,
    due="时限",
    hints=(NUMBER_HINT, FRAGMENT_HINT, LAW_HINT, PENDING_HINT, NO_HINT),
    notes=(NO_OWN_NOTE,),
    empty="没有落到企业的任务",
    empty_page="通知中关于{subject}的任务由党委政府和监管部门承担，没有写企业要做什么，所以没有企业自查表。",
)
