"""The catalog laid flat: each clause and each task with all that it inherits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from notice.models import Catalog, Clause, Department, Item, Section, Sector, Task
from notice.vocabulary import ALL_SECTORS
from notice.wording import bracket, reference


@dataclass(frozen=True)
class Remark:
    """A bracket's remark that makes parties answer for every later clause as well."""

    section: Section
    item: Item
    words: str
    parties: tuple[Department, ...]

    @property
    def basis(self) -> str:
        """How such a responsibility is shown: 依第（一）项."""
        return f"依{reference(self.section, self.item)}"


@dataclass(frozen=True, eq=False)  # made once, like the records: equal only to itself
class ResolvedClause:
    """A clause with its item, its parties as records, and those that an earlier remark adds."""

    section: Section
    item: Item
    clause: Clause
    sectors: tuple[str, ...]
    lead: tuple[Department, ...]
    departments: tuple[Department, ...]
    support: tuple[Department, ...]
    implied: tuple[Department, ...]

    @cached_property
    def tasks(self) -> tuple[ResolvedTask, ...]:
        """Its tasks, in order."""
        return tuple(
            ResolvedTask(self, task, sectors_of(self.item, self.clause, task))
            for task in self.clause.tasks
        )

    @property
    def anchor(self) -> str:
        """The permanent id that links to this clause: that of its first task."""
        return self.clause.tasks[0].id

    @property
    def title(self) -> str:
        """The item's title, with the hazard where the clause has a heading."""
        heading = f"·{self.clause.heading}" if self.clause.heading else ""
        return f"{self.item.title}{heading}"

    @property
    def parties(self) -> tuple[Department, ...]:
        """All parties that the bracket names, the lead first."""
        return self.lead + self.departments + self.support

    @property
    def reference(self) -> str:
        """How forms cite the clause's item: 第（十）项."""
        return reference(self.section, self.item)

    @property
    def responsibility(self) -> str:
        """The bracket's exact words; empty where the clause has none."""
        return bracket(self.clause.responsible)

    @property
    def named(self) -> tuple[Department, ...]:
        """The parties that are named one by one, those with a role apart."""
        return tuple(d for d in self.departments if d.kind != "collective")

    @property
    def collective(self) -> tuple[Department, ...]:
        """The collective phrases in the bracket."""
        return tuple(d for d in self.departments if d.kind == "collective")


@dataclass(frozen=True, eq=False)
class ResolvedTask:
    """A task with its clause and the sectors it is for (`all` where it binds every one)."""

    owner: ResolvedClause
    task: Task
    sectors: tuple[str, ...]

    @property
    def item(self) -> Item:
        """The item the task stands in."""
        return self.owner.item

    @property
    def reference(self) -> str:
        """How forms cite the task's item: 第（十）项."""
        return self.owner.reference

    @property
    def binds_all(self) -> bool:
        """Whether the words bind every sector."""
        return ALL_SECTORS in self.sectors


@lru_cache(maxsize=2)  # every page asks; two, because a live preview loads the next one
def resolved_clauses(catalog: Catalog) -> tuple[ResolvedClause, ...]:
    """Every clause of the notice, in order."""
    return tuple(_clauses(catalog))


def remark(catalog: Catalog) -> Remark | None:
    """The notice's remark that extends responsibilities, or None where it has none."""
    known = {department.short_name: department for department in catalog.departments}
    for owner in resolved_clauses(catalog):
        who = owner.clause.responsible
        if who and who.extends_to_rest:
            parties = tuple(known[name] for name in who.extends_to_rest)
            return Remark(owner.section, owner.item, who.remark or "", parties)
    return None


@lru_cache(maxsize=2)
def resolved_tasks(catalog: Catalog) -> tuple[ResolvedTask, ...]:
    """Every task of the notice, in order."""
    return tuple(entry for owner in resolved_clauses(catalog) for entry in owner.tasks)


def clauses_of(catalog: Catalog, item: Item) -> tuple[ResolvedClause, ...]:
    """The clauses of one item, in the notice's order."""
    return _clauses_by_item(catalog)[item]


@lru_cache(maxsize=2)
def _clauses_by_item(catalog: Catalog) -> dict[Item, tuple[ResolvedClause, ...]]:
    grouped: dict[Item, list[ResolvedClause]] = {item: [] for item in catalog.items}
    for clause in resolved_clauses(catalog):
        grouped[clause.item].append(clause)
    return {item: tuple(clauses) for item, clauses in grouped.items()}


def _clauses(catalog: Catalog) -> Iterator[ResolvedClause]:
    known = {department.short_name: department for department in catalog.departments}
    extended: tuple[Department, ...] = ()
    for section in catalog.sections:
        for item in section.items:
            for clause in item.clauses:
                who = clause.responsible
                lead = tuple(known[name] for name in who.lead) if who else ()
                named = tuple(known[name] for name in who.departments) if who else ()
                support = tuple(known[name] for name in who.support) if who else ()
                yield ResolvedClause(
                    section=section,
                    item=item,
                    clause=clause,
                    sectors=item.sectors if clause.sectors is None else clause.sectors,
                    lead=lead,
                    departments=named,
                    support=support,
                    implied=tuple(d for d in extended if d not in lead + named + support),
                )
                if who:
                    added = (known[name] for name in who.extends_to_rest)
                    extended += tuple(party for party in added if party not in extended)


def sectors_of(item: Item, clause: Clause, task: Task) -> tuple[str, ...]:
    """The sectors of a task: its own, or its clause's, or its item's."""
    inherited = item.sectors if clause.sectors is None else clause.sectors
    return inherited if task.sectors is None else task.sectors


def reaches(entry: ResolvedTask, sector: Sector) -> bool:
    """Whether a task is for a sector; words that bind all bind lines of business, not hazards."""
    return sector.slug in entry.sectors or (entry.binds_all and sector.kind == "sector")
