"""A form as it came back: its rows, what was written around them, and what has to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

from forms.definition import FormDefinition
from forms.registry import definition_of
from returns.grid import Remark, Value, address


@dataclass(frozen=True)
class Finding:
    """Something a person has to look at: where it is, what it is, what was typed."""

    file: str
    sheet: str
    cell: str
    what: str
    typed: str = ""


@dataclass(frozen=True)
class Stray:
    """Words outside the table and its head and foot, which the blank form may have as well.

    `cells` are the texts of one row, the first of them at `cell`; `foreign`: on another sheet.
    """

    sheet: str
    cell: str
    cells: tuple[str, ...]
    foreign: bool = False


@dataclass(frozen=True)
class FilledRow:
    """A row of a table as filled in; `id` is empty where the row has none."""

    sheet: str
    number: int
    id: str
    values: dict[str, Value]


@dataclass
class Filled:
    """A returned file. `columns` and `rows` are empty where it could not be read.

    `notes` are the filled blanks of head and foot by label; `dated` says when it was filled in, as
    its head has it. `sparse`: rows that nobody filled in are left out, as backups do.
    """

    file: str
    form: str = ""
    version: str = ""
    unit: str = ""
    sheet: str = ""
    head: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    rows: list[FilledRow] = field(default_factory=list)
    blanks: dict[str, list[str]] = field(default_factory=dict)
    strays: list[Stray] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    sparse: bool = False

    @property
    def definition(self) -> FormDefinition | None:
        """The kind of form it is, where that is known."""
        return definition_of(self.form)

    @property
    def notes(self) -> list[str]:
        """What is written in head and foot, each with its label."""
        return [f"{label}：{'　'.join(words)}" for label, words in self.blanks.items() if words]

    def found(self, cell: str, what: str, typed: object = "", sheet: str | None = None) -> None:
        """Note a finding, in this file's table unless another sheet is named."""
        place = self.sheet if sheet is None else sheet
        self.findings.append(Finding(self.file, place, cell, what, str(typed)))

    def remarks(self, sheet: str, remarks: list[Remark]) -> None:
        """Note what a sheet has beside its values."""
        for remark in remarks:
            self.found(remark.cell, remark.what, remark.typed, sheet)

    def cell(self, row: FilledRow, title: str) -> str:
        """The name of one of a row's cells: L12; of its first where there is no such column.

        A backup has no cells: there it is the task and the title.
        """
        if self.sparse:
            return f"{row.id} {title}"
        return address((row.number, self.columns.get(title, 0)))
