"""任务分解表: every task of the notice for a county to assign; A4 across."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forms.addresses import department_page
from forms.common import (
    FRAGMENT_HINT,
    GROUP,
    ID,
    NUMBER,
    SHARED_HINT,
    STATUSES,
    TIME_HINT,
    deadline,
    item_title,
    responsibility,
    text,
)
from forms.definition import Column, Field, FormDefinition, Group, Subject
from notice.models import Catalog
from notice.resolved import resolved_tasks
from notice.wording import numeral


def groups(catalog: Catalog) -> tuple[Group, ...]:
    """Every task of the notice, by part."""
    tasks = resolved_tasks(catalog)
    return tuple(
        Group(s.title, numeral(n), tuple(task for task in tasks if task.owner.section is s))
        for n, s in enumerate(catalog.sections, start=1)
    )


def _subjects(catalog: Catalog) -> Iterator[Subject]:
    local = next((party for party in catalog.departments if party.kind == "local"), None)
    page = department_page(local) if local else "checklists/"
    yield Subject("counties", "县级任务分解", page, groups(catalog), "县级任务分解表")


BREAKDOWN = FormDefinition(
    kind="breakdown",
    name="任务分解表",
    audience="市县",
    purpose="全部任务的分解表，填本地责任单位",
    heading="市县：任务分解表",
    anchor="counties",
    title="{area}{year}{about}重点任务分解表",
    search=("{area}重点任务分解表", "县级任务分解表", "县区任务分解表"),
    worksheet="任务分解表",
    subjects=_subjects,
    columns=(
        ID,
        NUMBER,
        replace(GROUP, title="部分", flat=False, paper=10, sheet=5),
        Column("重点任务", item_title, paper=28, sheet=15, role="name"),
        Column("具体措施（原文）", text, sheet=36),
        Column("责任单位（原文）", responsibility, paper=46, sheet=22, formerly=("省级责任单位",)),
        Column(
            "时限（原文）", deadline, paper=20, sheet=9, formerly=("完成时限（原文）", "完成时限")
        ),
        Column("县级牵头单位", paper=24, sheet=13),
        Column("县级配合单位", paper=24, sheet=13),
        Column("本地时限", fill="date", paper=17, sheet=10),
        Column(
            "状态",
            fill="choice",
            choices=tuple(STATUSES),
            paper=15,
            sheet=8,
            formerly=("进展情况",),
        ),
        Column("备注", paper=20, sheet=14),
    ),
    head=((Field("县（市、区）"), Field("日期", "date")),),
    foot=((Field("县安委办（盖章）", "seal"), Field("联系人"), Field("盖章日期", "date")),),
    state="状态",
    states=STATUSES,
    due="本地时限",
    hints=(f"{TIME_HINT}，由本地确定。", FRAGMENT_HINT, SHARED_HINT),
)
