"""What goes on each form. Pages, paper and workbooks ask here, so that they cannot differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from notice import wording
from notice.models import Catalog, Department, Section, Sector
from notice.queries import department_tasks, duties, of_actor, sector_tasks
from notice.resolved import ResolvedTask, remark, resolved_tasks


@dataclass(frozen=True)
class Group:
    """A part of a form with its heading, and one word for it in a column of a workbook."""

    title: str
    short: str
    entries: tuple[ResolvedTask, ...]


@dataclass(frozen=True)
class Sheet:
    """A form's rows in groups; groups without rows are left out."""

    groups: tuple[Group, ...]

    @cached_property
    def entries(self) -> tuple[ResolvedTask, ...]:
        """All rows, in order; every row of a form asks for their number."""
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def references(self) -> str:
        """The items the form rests on, in the notice's order: 第（三）、（五）至（八）项."""
        return wording.references(entry.item for entry in self.entries)


def _sheet(*groups: tuple[str, str, tuple[ResolvedTask, ...]]) -> Sheet:
    return Sheet(tuple(Group(*group) for group in groups if group[-1]))


def inspection(catalog: Catalog, sector: Sector) -> Sheet:
    """What an inspector checks in a sector: enterprises first, then authorities.

    What binds the authorities of every sector alike is on their own task lists, not here.
    """
    tasks = sector_tasks(catalog, sector)
    onsite = {
        name: of_actor(entries, "enterprise")
        for name, entries in (
            ("own", tasks.own),
            ("naming", tasks.naming),
            ("all", tasks.binding_all),
        )
    }
    enterprises = {entry.task.id for entries in onsite.values() for entry in entries}
    authorities = tuple(e for e in tasks.own + tasks.naming if e.task.id not in enterprises)
    return _sheet(
        (f"对企业：{sector.name}专项任务", "专项", onsite["own"]),
        ("对企业：其他条目点到本行业的任务", "点到", onsite["naming"]),
        ("对企业：各行业通用的任务", "通用", onsite["all"]),
        ("对监管部门和属地党委政府", "监管", authorities),
    )


def self_check(catalog: Catalog, sector: Sector) -> Sheet:
    """What an enterprise of a sector must itself do; no group where nothing falls to it."""
    tasks = sector_tasks(catalog, sector)
    return _sheet(
        (f"{sector.name}专项任务", "专项", of_actor(tasks.own, "enterprise")),
        ("其他条目点到本行业的任务", "点到", of_actor(tasks.naming, "enterprise")),
        ("各行业通用的任务", "通用", of_actor(tasks.binding_all, "enterprise")),
    )


def department(catalog: Catalog, party: Department) -> Sheet:
    """A party's tasks: led, named, then apart those it may be reached by or is added to."""
    who = duties(catalog, party)
    source = remark(catalog)
    return _sheet(
        ("牵头的任务（原文写明）", "牵头", department_tasks(who.lead)),
        ("点名的任务", "点名", department_tasks(who.named)),
        ("泛指可能涉及的任务（未点名）", "泛指", department_tasks(who.collective)),
        (f"{source.basis if source else ''}负责的任务", "一并负责", department_tasks(who.implied)),
    )


def breakdown(catalog: Catalog) -> Sheet:
    """Every task of the notice, by part: what a county assigns locally."""
    parts: dict[Section, list[ResolvedTask]] = {section: [] for section in catalog.sections}
    for entry in resolved_tasks(catalog):
        parts[entry.owner.section].append(entry)
    return _sheet(
        *(
            (section.title, wording.numeral(number), tuple(entries))
            for number, (section, entries) in enumerate(parts.items(), start=1)
        )
    )
