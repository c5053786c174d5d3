"""The selections that pages and exports share, each written once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from notice.models import Catalog, Department, Measure, Sector
from notice.resolved import (
    ResolvedClause,
    ResolvedTask,
    reaches,
    resolved_clauses,
    resolved_tasks,
)
from notice.vocabulary import ACTORS, MEASURE_KINDS, Actor, MeasureKind


@dataclass(frozen=True)
class Duties:
    """What a party answers for, by how the notice says so; each in the notice's order.

    `own` are the clauses whose bracket has the party's own name: `lead`, `named` and `support`.
    """

    own: tuple[ResolvedClause, ...]
    lead: tuple[ResolvedClause, ...]
    named: tuple[ResolvedClause, ...]
    support: tuple[ResolvedClause, ...]
    collective: tuple[ResolvedClause, ...]
    implied: tuple[ResolvedClause, ...]


def duties(catalog: Catalog, party: Department) -> Duties:
    """The clauses a party leads, is named in, may be reached by (泛指), or is added to by a remark.

    A collective phrase may reach any named body; it never stands for the local governments, whom
    a remark of the notice makes a party by name.
    """
    clauses = resolved_clauses(catalog)
    own = tuple(c for c in clauses if party in c.parties)
    rest = [c for c in clauses if party not in c.parties]
    return Duties(
        own=own,
        lead=tuple(c for c in own if party in c.lead),
        named=tuple(c for c in own if party not in c.lead + c.support),
        support=tuple(c for c in own if party in c.support),
        collective=tuple(c for c in rest if party.kind == "body" and c.collective),
        implied=tuple(c for c in rest if party in c.implied),
    )


@dataclass(frozen=True)
class SectorTasks:
    """The tasks of a sector, by how the notice's words reach it."""

    own: tuple[ResolvedTask, ...]
    naming: tuple[ResolvedTask, ...]
    binding_all: tuple[ResolvedTask, ...]

    @property
    def everything(self) -> tuple[ResolvedTask, ...]:
        """All three groups, one after the other."""
        return self.own + self.naming + self.binding_all


@lru_cache(maxsize=64)  # five forms and pages ask for each; enough for two in a live preview
def sector_tasks(catalog: Catalog, sector: Sector) -> SectorTasks:
    """A sector's own tasks, tasks elsewhere that name it, and what binds every sector."""
    entries = [entry for entry in resolved_tasks(catalog) if reaches(entry, sector)]
    return SectorTasks(
        own=tuple(
            e for e in entries if sector.slug in e.sectors and sector.slug in e.owner.sectors
        ),
        naming=tuple(
            e for e in entries if sector.slug in e.sectors and sector.slug not in e.owner.sectors
        ),
        binding_all=tuple(e for e in entries if e.binds_all),
    )


def of_actor(entries: Iterable[ResolvedTask], *actors: Actor) -> tuple[ResolvedTask, ...]:
    """The tasks that any of the actors has to do."""
    return tuple(entry for entry in entries if set(actors) & set(entry.task.actors))


def count_by_actor(entries: Iterable[ResolvedTask]) -> dict[Actor, int]:
    """How many tasks each actor has; a task with two actors counts for both."""
    tasks = tuple(entries)
    return {actor: len(of_actor(tasks, actor)) for actor in ACTORS}


def measures(catalog: Catalog) -> dict[MeasureKind, tuple[tuple[Measure, ResolvedTask], ...]]:
    """Every quoted figure, deadline and frequency with its task, by kind."""
    found = [
        (measure, entry)
        for entry in resolved_tasks(catalog)
        for measure in entry.task.measures + _of_bracket(entry)
    ]
    return {kind: tuple(pair for pair in found if pair[0].kind == kind) for kind in MEASURE_KINDS}


def _of_bracket(entry: ResolvedTask) -> tuple[Measure, ...]:
    """The deadlines in a clause's bracket, told once: with its first task."""
    who = entry.owner.clause.responsible
    return who.measures if who and entry.owner.anchor == entry.task.id else ()


def deadlines(entry: ResolvedTask) -> str:
    """The deadlines and frequencies that the notice itself sets a task, in its words."""
    who = entry.owner.clause.responsible
    said = entry.task.measures + (who.measures if who else ())
    return "；".join(m.quote for m in said if m.kind in {"deadline", "cadence"})


def department_tasks(clauses: Iterable[ResolvedClause]) -> tuple[ResolvedTask, ...]:
    """The tasks of some clauses, in order."""
    return tuple(entry for clause in clauses for entry in clause.tasks)


def parties_of(entries: Iterable[ResolvedTask]) -> tuple[Department, ...]:
    """The parties named in the tasks' brackets, each once, in the order they come."""
    return tuple(dict.fromkeys(party for entry in entries for party in entry.owner.parties))
