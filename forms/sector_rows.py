"""The rows of forms about a sector: one side of its tasks, by how the words reach it."""

from __future__ import annotations

from forms.addresses import sector_page
from forms.definition import Group, Note, Subject
from notice.models import Catalog, Sector
from notice.queries import of_actor, sector_tasks
from notice.resolved import ResolvedTask, resolved_tasks
from notice.vocabulary import ACTORS_OF_SIDE, Actor, SideName

# Whose sheets these are: an enterprise with its own people, a party committee or an authority.
# What only the public has to do is on no sheet of an enterprise.
ACTORS_OF_FORM: dict[SideName, tuple[Actor, ...]] = {
    "enterprise": ("enterprise", "staff"),
    "authority": ACTORS_OF_SIDE["authority"],
}
OWN, NAMING, COMMON = "专项", "点到", "通用"
NO_OWN_NOTE = "通知没有单列{subject}企业的任务，以上都是各行业通用的任务。"


def sector_subject(catalog: Catalog, sector: Sector) -> Subject:
    """A form of what enterprises of a sector must do, with a note where none is for it alone."""
    groups = enterprise_groups(catalog, sector)
    note = Note(NO_OWN_NOTE.format(subject=sector.name))
    has_own = any(group.tasks for group in groups if group.short != COMMON)
    has_rows = any(group.tasks for group in groups)
    notes = (note,) if has_rows and not has_own else ()
    return Subject(
        sector.slug,
        sector.name,
        sector_page(sector),
        groups,
        notes=notes,
        asks="enterprise",
        sector=sector.slug,
    )


def enterprise_groups(catalog: Catalog, sector: Sector) -> tuple[Group, ...]:
    """What an enterprise of a sector must do: inspection and self-check have the same rows."""
    binding_all = sector_tasks(catalog, sector).binding_all
    return (
        *_about(catalog, sector, "enterprise"),
        Group("各行业通用的任务", COMMON, _asked(binding_all, "enterprise")),
    )


def authority_groups(catalog: Catalog, sector: Sector) -> tuple[Group, ...]:
    """What authorities must do about a sector; what binds all alike has a form of its own."""
    return _about(catalog, sector, "authority")


def common_authority_groups(catalog: Catalog) -> tuple[Group, ...]:
    """What authorities must do whatever the sector, by part of the notice."""
    everything = _asked(resolved_tasks(catalog), "authority")
    common = [entry for entry in everything if entry.binds_all or not entry.sectors]
    return tuple(
        Group(section.title, f"第{at}部分", tuple(e for e in common if e.owner.section is section))
        for at, section in enumerate(catalog.sections, start=1)
    )


def _asked(tasks: tuple[ResolvedTask, ...], side: SideName) -> tuple[ResolvedTask, ...]:
    """The tasks that are one side's to do and that somebody has written a question for."""
    own = of_actor(tasks, *ACTORS_OF_FORM[side])
    return tuple(entry for entry in own if side in entry.task.sides)


def _about(catalog: Catalog, sector: Sector, side: SideName) -> tuple[Group, ...]:
    tasks = sector_tasks(catalog, sector)
    naming = f"其他条目点到{sector.name}的任务"
    return (
        Group(f"{sector.name}专项任务", OWN, _asked(tasks.own, side)),
        Group(naming, NAMING, _asked(tasks.naming, side)),
    )
