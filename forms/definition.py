"""What a form is made of: columns, head, foot and words, with the room they take in each medium."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from notice.laws import Basis
from notice.models import Catalog
from notice.resolved import ResolvedTask
from notice.vocabulary import SideName

Fill = Literal["text", "date", "percent", "choice"]
FieldKind = Literal["text", "date", "number", "choice", "choices", "seal"]
Role = Literal["", "number", "name", "question", "quote"]
# What a state means: not begun, under way, done, behind, found wanting, does not apply.
Tone = Literal["open", "doing", "done", "late", "bad", "none"]


@dataclass(frozen=True)
class Row:
    """A task on a form: its place from 1 on, one word for the group it is in, what it rests on.

    `basis` is what the law says about it in the sector that the form is about.
    """

    task: ResolvedTask
    position: int
    group: str
    basis: tuple[Basis, ...] = ()

    @property
    def id(self) -> str:
        """The permanent id of the task."""
        return self.task.task.id


@dataclass(frozen=True)
class Line:
    """A line under what a cell shows; `quiet` ones are printed lighter."""

    words: str
    quiet: bool = False


@dataclass(frozen=True)
class Column:
    """A column: what it shows, or how it is filled in.

    `paper` and `pocket` are millimetres on A4 and A5 (of each box where there are boxes), 0 takes
    `share` parts of what is left, None leaves the column out on A5; `sheet` is characters of Excel.
    The page takes its widths from A4.
    `boxes`: on page and paper one box for each choice. `flat`: only in workbook and CSV, where rows
    have no headings of groups. `role`: what the cell is to a row: its number (a link), its name,
    what is asked (a line, and how to find out in the next), or the notice's words beside ours.
    `below`: lines under what the cell shows, on page and paper; in a workbook they have columns of
    their own. `formerly`: titles it had on forms that are still about.
    """

    title: str
    shows: Callable[[Row], str] | None = None
    fill: Fill = "text"
    choices: tuple[str, ...] = ()
    boxes: bool = False
    paper: float = 0
    share: float = 1
    pocket: float | None = None
    sheet: int = 10
    role: Role = ""
    flat: bool = False
    below: Callable[[Row], tuple[Line, ...]] | None = None
    formerly: tuple[str, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """What is printed above it on page and paper: boxes have a head each."""
        return self.choices if self.boxes and len(self.choices) > 1 else (self.title,)

    def lines_below(self, row: Row) -> tuple[Line, ...]:
        """The lines under what the cell shows, on page and paper."""
        return self.below(row) if self.below else ()


@dataclass(frozen=True)
class Field:
    """A blank of the head or foot. `choice`: one of the words holds; `choices`: several may."""

    label: str
    kind: FieldKind = "text"
    choices: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()


Lines = tuple[tuple[Field, ...], ...]


@dataclass(frozen=True)
class Group:
    """Rows under one heading; `short` is one word for it."""

    title: str
    short: str
    tasks: tuple[ResolvedTask, ...]


@dataclass(frozen=True)
class Note:
    """A line under the table of one form, and the page it leads to on screen."""

    words: str
    address: str = ""


@dataclass(frozen=True)
class Subject:
    """What one form of a kind is about: a sector, a party, all counties.

    `page` is the address of the page about it and `listed` the anchor of the checklists page it is
    listed under, where that is not the kind's own. `notes` are lines under the table of this form
    alone. `asks` is the side its rows are put to where they show what the law says, and `sector`
    the one whose laws count.
    """

    slug: str
    name: str
    page: str
    groups: tuple[Group, ...]
    label: str = ""
    listed: str = ""
    notes: tuple[Note, ...] = ()
    asks: SideName | None = None
    sector: str = ""


@dataclass(frozen=True, eq=False)  # one of each kind
class FormDefinition:
    """A kind of form. Its words may hold {subject}, {year}, {states}, {example}, {reference}.

    Args:
        kind: the beginning of its form numbers: inspection.
        name: what it is called: 现场检查表.
        audience: who takes it away, and `purpose`: what for, as on the doors of the home page.
        heading: above its list, at `anchor` on the checklists page.
        title: of each form.
        search: other names by which people ask for one.
        worksheet: the name of the sheet to fill in.
        subjects: what the forms of this kind are about, with their rows.
        columns: the ones that are printed first, then those that are filled in.
        head, foot: lines of blanks.
        state: the title of the column that says how far a row is.
        states: the words allowed in it, each with what it means.
        due: the title of the column with the date a row is due; empty where there is none.
        hints: lines under the table, and `notes` the patterns of those that some forms have.
        landscape: whether it is printed across; `pocket`: whether there is an A5 edition.
        empty: what is said where no row is left, in a line, and `empty_page` on its page.
    """

    kind: str
    name: str
    audience: str
    purpose: str
    heading: str
    anchor: str
    title: str
    worksheet: str
    subjects: Callable[[Catalog], Iterable[Subject]]
    columns: tuple[Column, ...]
    head: Lines
    foot: Lines
    state: str
    states: Mapping[str, Tone]
    due: str = ""
    search: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    landscape: bool = True
    pocket: bool = False
    empty: str = "没有任务"
    empty_page: str = ""

    @property
    def printed(self) -> tuple[Column, ...]:
        """The columns on page and A4."""
        return tuple(column for column in self.columns if not column.flat)

    @property
    def pocketed(self) -> tuple[Column, ...]:
        """The columns on A5."""
        return tuple(column for column in self.columns if column.pocket is not None)

    @property
    def filled(self) -> tuple[Column, ...]:
        """The columns that somebody fills in."""
        return tuple(column for column in self.columns if column.shows is None)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All blanks of head and foot, in order."""
        return tuple(field for line in self.head + self.foot for field in line)

    @property
    def unit(self) -> Field:
        """The blank that says who has filled the form in: the first one of the head."""
        return self.head[0][0]

    @property
    def done(self) -> tuple[str, ...]:
        """The states after which nothing is late."""
        return tuple(word for word, tone in self.states.items() if tone in {"done", "none"})

    def is_hint(self, words: str) -> bool:
        """Whether a text is one of the lines under the table, of whatever year and version."""
        lines = self.hints + self.notes
        patterns = (re.sub(r"\\\{\w+\\\}", ".*", re.escape(line)) for line in lines)
        return any(re.fullmatch(pattern, words) for pattern in patterns)

    @property
    def formerly(self) -> dict[str, str]:
        """The title or label of today for each that was used before."""
        named = [(c.title, c.formerly) for c in self.columns]
        named += [(f.label, f.formerly) for f in self.fields]
        return {old: title for title, before in named for old in before}


def spans(lines: Lines) -> list[list[tuple[Field, int]]]:
    """Each blank with the columns it takes in a grid of labels and blanks by turns.

    The last blank of a line takes what shorter lines leave.
    """
    width = 2 * max(len(line) for line in lines)
    return [[(f, 1) for f in line[:-1]] + [(line[-1], width - 2 * len(line) + 1)] for line in lines]
