"""Who answers for what, as tables of marks. Counts on pages and paper come from here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from notice.models import Catalog, Department, Section, Sector
from notice.resolved import ResolvedClause, reaches, resolved_clauses

Mark = Literal["lead", "named", "support", "collective", "implied"]
# Strongest first: a cell that stands for several clauses shows the strongest of their marks.
MARKS: dict[Mark, tuple[str, str]] = {
    "lead": ("★", "牵头"),
    "named": ("●", "点名"),
    "support": ("△", "配合"),
    "collective": ("○", "泛指"),
    "implied": ("◇", "一并负责"),
}


def marks_used(catalog: Catalog) -> tuple[Mark, ...]:
    """The marks that a legend explains: those for support and remarks only where there are some."""
    clauses = resolved_clauses(catalog)
    seldom: dict[Mark, bool] = {
        "support": any(clause.support for clause in clauses),
        "implied": any(clause.implied for clause in clauses),
    }
    return tuple(mark for mark in MARKS if seldom.get(mark, True))


@dataclass(frozen=True)
class Cell:
    """A mark, and the first clause it stands for."""

    mark: Mark
    clause: ResolvedClause

    @property
    def sign(self) -> str:
        """The mark as shown: ★ ● ○ ◇."""
        return MARKS[self.mark][0]

    @property
    def word(self) -> str:
        """The mark in words."""
        return MARKS[self.mark][1]


@dataclass(frozen=True)
class Row:
    """A row of the matrix: an item, or one hazard of an item."""

    section: Section
    clauses: tuple[ResolvedClause, ...]
    cells: tuple[Cell | None, ...]

    @property
    def head(self) -> ResolvedClause:
        """The clause that names the row."""
        return self.clauses[0]


@dataclass(frozen=True)
class Matrix:
    """Marks in rows, one column for each party, in the order of the vocabulary."""

    parties: tuple[Department, ...]
    rows: tuple[Row, ...]

    def total(self, party: Department, mark: Mark) -> int:
        """In how many rows a party has a mark."""
        return self._totals[party, mark]

    @cached_property
    def _totals(self) -> Counter[tuple[Department, Mark]]:
        return Counter(
            (party, cell.mark)
            for row in self.rows
            for party, cell in zip(self.parties, row.cells, strict=True)
            if cell
        )


def parties_by_items(catalog: Catalog) -> Matrix:
    """Parties × items; an item in headed clauses (hazards) has a row for each."""
    groups: list[list[ResolvedClause]] = []
    for clause in resolved_clauses(catalog):
        if groups and groups[-1][0].item == clause.item and not clause.clause.heading:
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return _matrix(catalog.departments, groups)


def _matrix(parties: tuple[Department, ...], groups: list[list[ResolvedClause]]) -> Matrix:
    rows = (
        Row(group[0].section, tuple(group), tuple(_cell(group, party) for party in parties))
        for group in groups
    )
    return Matrix(parties, tuple(rows))


def _cell(group: list[ResolvedClause], party: Department) -> Cell | None:
    found = [Cell(mark, c) for c in group if (mark := _mark(c, party))]
    strength = list(MARKS)
    return min(found, key=lambda cell: strength.index(cell.mark)) if found else None


def _mark(clause: ResolvedClause, party: Department) -> Mark | None:
    if party in clause.lead:
        return "lead"
    if party in clause.departments:
        return "collective" if party.kind == "collective" else "named"
    if party in clause.support:
        return "support"
    return "implied" if party in clause.implied else None


@dataclass(frozen=True)
class SectorCell:
    """A party's strongest mark in a sector and how many of the sector's clauses bear its name."""

    mark: Mark
    clauses: tuple[ResolvedClause, ...]

    @property
    def sign(self) -> str:
        """The mark as shown."""
        return MARKS[self.mark][0]

    @property
    def word(self) -> str:
        """The mark in words."""
        return MARKS[self.mark][1]


def sector_clauses(catalog: Catalog, sector: Sector) -> tuple[ResolvedClause, ...]:
    """The clauses with a task for the sector itself; what binds every sector is left out."""
    return tuple(
        clause
        for clause in resolved_clauses(catalog)
        if any(reaches(entry, sector) and not entry.binds_all for entry in clause.tasks)
    )


def of_sector(catalog: Catalog, sector: Sector) -> Matrix:
    """A sector's own matrix: its clauses, and only the parties that have a mark in one of them."""
    clauses = sector_clauses(catalog, sector)
    parties = tuple(p for p in catalog.departments if any(_mark(c, p) for c in clauses))
    return _matrix(parties, [[clause] for clause in clauses])


def parties_by_sectors(catalog: Catalog) -> dict[Department, tuple[SectorCell | None, ...]]:
    """Parties × sectors: the marks of the clauses that have a task for the sector itself."""
    columns = [sector_clauses(catalog, sector) for sector in catalog.sectors]
    return {party: tuple(_sector_cell(c, party) for c in columns) for party in catalog.departments}


def _sector_cell(clauses: tuple[ResolvedClause, ...], party: Department) -> SectorCell | None:
    marked = [(clause, mark) for clause in clauses if (mark := _mark(clause, party))]
    if not marked:
        return None
    strongest = next(mark for mark in MARKS if any(found == mark for _, found in marked))
    return SectorCell(strongest, tuple(clause for clause, mark in marked if mark == strongest))
