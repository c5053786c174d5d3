"""督查表: whether authorities have done their part in a sector or about a hazard; A4 upright."""

from __future__ import annotations

from collections.abc import Iterator

from forms.addresses import form_page, sector_page
from forms.common import (
    FRAGMENT_HINT,
    GROUP,
    ID,
    NUMBER,
    NUMBER_HINT,
    PENDING_HINT,
    POSITION,
    SHARED_HINT,
    VERDICTS,
    asked_authority,
    label,
    responsibility,
    text,
)
from forms.definition import Column, Field, FormDefinition, Note, Subject
from forms.sector_rows import authority_groups, common_authority_groups
from notice.models import Catalog
from notice.vocabulary import ALL_SECTORS, ALL_SECTORS_NAME

COMMON_NOTE = "不分行业领域的任务另在一张上：见表号 supervision-{all}。"


def _subjects(catalog: Catalog) -> Iterator[Subject]:
    common = Note(COMMON_NOTE.format(all=ALL_SECTORS), form_page("supervision", ALL_SECTORS))
    for sector in catalog.sectors:
        groups = authority_groups(catalog, sector)
        yield Subject(sector.slug, sector.name, sector_page(sector), groups, notes=(common,))
    yield Subject(ALL_SECTORS, ALL_SECTORS_NAME, "sectors/", common_authority_groups(catalog))


SUPERVISION = FormDefinition(
    kind="supervision",
    name="督查表",
    audience="督查",
    purpose="按行业领域和灾种，看政府和部门做到没有",
    heading="督查政府和部门：督查表",
    anchor="supervision",
    title="{subject}督查表",
    search=("{subject}工作督查表", "督查{subject}"),
    worksheet="督查表",
    subjects=_subjects,
    columns=(
        ID,
        POSITION,
        NUMBER,
        GROUP,
        Column("督查事项", label, paper=22, sheet=13, role="name"),
        Column("督查内容和方法", asked_authority, share=1.6, sheet=32, role="question"),
        Column("原文", text, sheet=28, role="quote"),
        Column("责任单位（原文）", responsibility, paper=28, sheet=20),
        Column("结果", fill="choice", choices=tuple(VERDICTS), boxes=True, paper=8, sheet=8),
        Column("情况说明", paper=22, sheet=26),
    ),
    head=(
        (Field("被督查单位"),),
        (Field("督查单位"), Field("督查日期", "date")),
    ),
    foot=(
        (Field("不符合项数", "number"), Field("要求整改的期限", "date")),
        (Field("督查人员（签字）"), Field("被督查单位负责人（签字）")),
        (Field("复查人（签字）"), Field("复查日期", "date")),
    ),
    state="结果",
    states=VERDICTS,
    hints=(NUMBER_HINT, FRAGMENT_HINT, SHARED_HINT, PENDING_HINT),
    notes=(COMMON_NOTE,),
    landscape=False,
)
