"""What a returned file of any kind holds: cells by place, and what is beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

Value = str | int | float | date
Place = tuple[int, int]  # row from 1, column from 0
SUMMARY = (
    "按单位",
    "按条目",
    "滞后和逾期",
    "问题",
    "全部行",
)  # the sheets of what is made of it all
PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True)
class Remark:
    """Something beside the plain values that a person has to look at, with its cell."""

    cell: str
    what: str
    typed: str = ""


@dataclass
class Sheet:
    """A worksheet: rows by number, each with its values by column; nothing for an empty cell.

    `formulas` and `links` (addresses) are those of cells, `merged` the first and last place of
    cells joined to one, `margins` the texts above and below a printed page. `unmarked` are cells of
    a CSV without the mark that keeps a text as it is.
    """

    title: str
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    formulas: dict[Place, str] = field(default_factory=dict)
    links: dict[Place, str] = field(default_factory=dict)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    unmarked: set[Place] = field(default_factory=set)

    def lines(self) -> Iterator[tuple[int, dict[int, Value]]]:
        """The rows that hold anything, from the top down."""
        for number in sorted(self.rows):
            if self.rows[number]:
                yield number, dict(sorted(self.rows[number].items()))

    def remark(self, place: Place, what: str, typed: object = "") -> None:
        """Note something about a cell."""
        self.remarks.append(Remark(address(place), what, str(typed)))


@dataclass
class Book:
    """A file as sheets, and what is in it apart from them."""

    sheets: list[Sheet] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    formulas_known: bool = True


class UnreadableError(Exception):
    """A file that is not read; the message is for its sender, in Chinese, with what to do."""


def address(place: Place) -> str:
    """The name of a cell: (7, 10) is K7."""
    return str(xl_rowcol_to_cell(place[0] - 1, place[1]))


def column_name(column: int) -> str:
    """The letters of a column: 10 is K."""
    return str(xl_col_to_name(column))


@lru_cache(maxsize=2**14)  # every file has the same cells
def place_of(name: str) -> Place | None:
    """The place a cell's name means; None where it is none."""
    found = PLACE.fullmatch(name)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1
