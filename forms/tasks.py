"""任务清单: a department's tasks: led and named first, implied apart; A4 across.

A collective phrase (负有安全监管职责的部门) names nobody: its tasks are one list of its own, to
which a line leads from the list of every body that it may reach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from forms.addresses import department_page, form_page
from forms.common import (
    FRAGMENT_HINT,
    GROUP,
    ID,
    NUMBER,
    SHARED_HINT,
    STATUSES,
    TIME_HINT,
    deadline,
    label,
    lead,
    responsibility,
    text,
)
from forms.definition import Column, Field, FormDefinition, Group, Note, Subject
from notice.models import Catalog, Department
from notice.queries import department_tasks, duties
from notice.resolved import remark

COLLECTIVE_NOTE = (
    "通知另有 {count} 项任务写“{phrase}”，没有点名，是否包括本单位待核：见表号 tasks-{slug}。"
)


def groups(catalog: Catalog, party: Department) -> tuple[Group, ...]:
    """A party's tasks: led, named, supported, then apart those that a remark adds it to."""
    who = duties(catalog, party)
    source = remark(catalog)
    basis = source.basis if source else ""
    return (
        Group("牵头的任务（原文写明）", "牵头", department_tasks(who.lead)),
        Group("点名的任务", "点名", department_tasks(who.named)),
        Group("配合的任务（原文写明）", "配合", department_tasks(who.support)),
        Group(f"{basis}负责的任务", "一并负责", department_tasks(who.implied)),
    )


def _notes(catalog: Catalog, party: Department) -> tuple[Note, ...]:
    """A line for each collective phrase that may reach a body."""
    counted: Counter[Department] = Counter()
    for clause in duties(catalog, party).collective:
        for phrase in clause.collective:
            counted[phrase] += len(clause.clause.tasks)
    return tuple(
        Note(
            COLLECTIVE_NOTE.format(phrase=phrase.short_name, count=count, slug=phrase.slug),
            form_page("tasks", phrase.slug),
        )
        for phrase, count in counted.items()
    )


def _subjects(catalog: Catalog) -> Iterator[Subject]:
    for party in catalog.departments:
        yield Subject(
            party.slug,
            party.short_name,
            department_page(party),
            groups(catalog, party),
            label=f"{party.short_name}（统称）" if party.kind == "collective" else "",
            listed="counties" if party.kind == "local" else "",
            notes=_notes(catalog, party),
        )


TASKS = FormDefinition(
    kind="tasks",
    name="任务清单",
    audience="{departments}",
    purpose="本部门牵头和点名的任务，一张清单",
    heading="{departments}：任务清单",
    anchor="departments",
    title="{subject}任务清单",
    worksheet="任务清单",
    subjects=_subjects,
    columns=(
        ID,
        NUMBER,
        GROUP,
        Column("任务", label, paper=23, sheet=12, role="name"),
        Column("原文", text, sheet=28),
        Column("牵头（原文写明）", lead, paper=14, sheet=7),
        Column("责任单位（原文）", responsibility, paper=42, sheet=20),
        Column("时限（原文）", deadline, paper=20, sheet=9, formerly=("完成时限（原文）",)),
        Column("本单位责任人", paper=15, sheet=8),
        Column("电话", paper=18, sheet=11),
        Column("本地时限", fill="date", paper=14, sheet=10),
        Column("状态", fill="choice", choices=tuple(STATUSES), paper=13, sheet=7),
        Column("完成率", fill="percent", paper=11, sheet=6),
        Column("进展／佐证", paper=20, sheet=13),
        Column("问题及措施", paper=20, sheet=13),
        Column("更新日期", fill="date", paper=14, sheet=10),
    ),
    head=((Field("填报单位（盖章）"), Field("填报日期", "date")),),
    foot=((Field("填报人"), Field("审核人"), Field("分管负责人")),),
    state="状态",
    states=STATUSES,
    due="本地时限",
    hints=(f"{TIME_HINT}。", FRAGMENT_HINT, SHARED_HINT),
    notes=(COLLECTIVE_NOTE,),
)
