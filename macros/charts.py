"""The pictures of the overview: where each bar and cell stands, in user units of an SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from notice import matrix, queries
from notice.models import Catalog
from notice.resolved import resolved_tasks
from notice.vocabulary import ACTORS
from notice.wording import numeral

LINE, BAR = 28, 500  # height of a line, length of the longest bar
CELL, SIDE, TOP = 26, 300, 170  # a cell of the heat map, its row heads, its column heads
SLANT = 90  # how far the last column head leans out
LEVELS = (1, 3, 6, 10, 20)  # tasks from which a cell is darker


@dataclass(frozen=True)
class Bar:
    """A bar with its words and its number."""

    label: str
    value: int
    y: int
    length: int


@dataclass(frozen=True)
class Bars:
    """A picture of bars."""

    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        """The picture's height."""
        return len(self.bars) * LINE

    @property
    def words(self) -> str:
        """The picture in a sentence, for those who do not see it."""
        parts = (f"{bar.label} {bar.value} {self.unit}" for bar in self.bars)
        return f"{self.title}：{'，'.join(parts)}"


@dataclass(frozen=True)
class Heat:
    """A cell: how many tasks a party has in a row, and the mark that says how it is named."""

    x: int
    y: int
    count: int
    level: int
    sign: str
    words: str


@dataclass(frozen=True)
class HeatMap:
    """The matrix as a picture: parties named one by one or leading; darker with more tasks."""

    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, int], ...]
    cells: tuple[Heat, ...]
    width: int
    height: int


def charts(catalog: Catalog) -> tuple[Bars, ...]:
    """Tasks by actor, by part of the notice, and by sector."""
    entries = resolved_tasks(catalog)
    actors = queries.count_by_actor(entries)
    by_part = (
        (f"{numeral(n)}、{s.title}", sum(e.owner.section is s for e in entries))
        for n, s in enumerate(catalog.sections, start=1)
    )
    sectors = ((s, queries.sector_tasks(catalog, s)) for s in catalog.sectors)
    return (
        _bars("任务按对象", ((ACTORS[actor], count) for actor, count in actors.items())),
        _bars("任务按部分", by_part),
        _bars(
            "专项和点到的任务按行业领域、灾种",
            ((s.name, len(t.own + t.naming)) for s, t in sectors),
        ),
    )


def _bars(title: str, values: Iterable[tuple[str, int]]) -> Bars:
    pairs = tuple(values)
    most = max((value for _, value in pairs), default=0) or 1
    bars = (
        Bar(label, value, at * LINE, round(BAR * value / most))
        for at, (label, value) in enumerate(pairs)
    )
    return Bars(title, "项", tuple(bars))


def heat_map(catalog: Catalog) -> HeatMap:
    """Rows of the matrix × parties that are named in it."""
    table = matrix.parties_by_items(catalog)
    shown = [
        at
        for at, party in enumerate(table.parties)
        if any(_strong(row.cells[at]) for row in table.rows)
    ]
    cells = []
    for down, row in enumerate(table.rows):
        for across, at in enumerate(shown):
            if (cell := row.cells[at]) and _strong(cell):
                party = table.parties[at]
                count = sum(len(c.clause.tasks) for c in row.clauses if party in c.parties)
                words = f"{party.short_name}：{row.head.title} {count} 项，{cell.word}"
                x, y = SIDE + across * CELL, TOP + down * CELL
                cells.append(Heat(x, y, count, _level(count), cell.sign, words))
    return HeatMap(
        columns=tuple(
            (table.parties[at].short_name, SIDE + i * CELL) for i, at in enumerate(shown)
        ),
        rows=tuple(
            (f"{row.head.item.number} {row.head.title}", TOP + i * CELL)
            for i, row in enumerate(table.rows)
        ),
        cells=tuple(cells),
        width=SIDE + len(shown) * CELL + SLANT,
        height=TOP + len(table.rows) * CELL,
    )


def _strong(cell: matrix.Cell | None) -> bool:
    return cell is not None and cell.mark != "implied"


def _level(count: int) -> int:
    return sum(count >= least for least in LEVELS)
