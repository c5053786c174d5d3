"""The numbers of the overview: bars of tasks, and the matrix shaded by them."""

from __future__ import annotations

from dataclasses import dataclass

from notice import matrix, queries
from notice.models import Catalog, Department
from notice.resolved import resolved_tasks
from notice.vocabulary import ACTORS
from notice.wording import section_head

LEVELS = (1, 3, 6, 10, 20)  # tasks from which a cell is darker


@dataclass(frozen=True)
class Bars:
    """Numbers of tasks by the name of what they belong to."""

    title: str
    bars: dict[str, int]

    @property
    def most(self) -> int:
        """The longest bar."""
        return max(self.bars.values(), default=1)


@dataclass(frozen=True)
class Heat:
    """A cell of the matrix with the number of tasks in it, and how dark that is: 1 to 5."""

    cell: matrix.Cell
    count: int

    @property
    def level(self) -> int:
        """The shade."""
        return sum(self.count >= least for least in LEVELS)


@dataclass(frozen=True)
class HeatMap:
    """The matrix of the parties that some bracket names; None where one has no part."""

    parties: tuple[Department, ...]
    rows: tuple[tuple[matrix.Row, tuple[Heat | None, ...]], ...]


def charts(catalog: Catalog) -> tuple[Bars, ...]:
    """Tasks by actor, by part of the notice, and by sector."""
    entries = resolved_tasks(catalog)
    actors = queries.count_by_actor(entries)
    by_part = (
        (section_head(s), sum(e.owner.section is s for e in entries)) for s in catalog.sections
    )
    sectors = ((s, queries.sector_tasks(catalog, s)) for s in catalog.sectors)
    by_sector = ((s.name, len(t.own + t.naming)) for s, t in sectors)
    return (
        Bars("任务按对象", {ACTORS[actor]: count for actor, count in actors.items()}),
        Bars("任务按部分", dict(by_part)),
        Bars("专项和点到的任务按行业领域、灾种", dict(by_sector)),
    )


def heat_map(catalog: Catalog) -> HeatMap:
    """Rows of the matrix × parties that a bracket names."""
    table = matrix.parties_by_items(catalog)
    rows = [
        [_heat(row, *pair) for pair in zip(table.parties, row.cells, strict=True)]
        for row in table.rows
    ]
    shown = [at for at in range(len(table.parties)) if any(row[at] for row in rows)]
    return HeatMap(
        tuple(table.parties[at] for at in shown),
        tuple(
            (row, tuple(cells[at] for at in shown))
            for row, cells in zip(table.rows, rows, strict=True)
        ),
    )


def _heat(row: matrix.Row, party: Department, cell: matrix.Cell | None) -> Heat | None:
    if cell is None or cell.mark == "implied":
        return None
    return Heat(cell, sum(len(c.clause.tasks) for c in row.clauses if party in c.parties))
