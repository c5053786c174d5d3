"""One form: a kind of form with the rows of one subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from forms.addresses import form_page
from forms.common import number
from forms.definition import FormDefinition, Note, Row, Subject
from notice import wording
from notice.head import Notice
from notice.laws import Basis
from notice.legal_basis import basis_of, laws_by_name
from notice.models import Catalog
from notice.resolved import ResolvedTask


@dataclass(frozen=True)
class RowGroup:
    """The rows under one heading; `short` is one word for it."""

    title: str
    short: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Form:
    """A form to be printed or filled in."""

    definition: FormDefinition
    subject: Subject
    catalog: Catalog

    @property
    def notice(self) -> Notice:
        """The notice it is made from."""
        return self.catalog.notice

    @property
    def kind(self) -> str:
        """The kind of form: inspection."""
        return self.definition.kind

    @property
    def slug(self) -> str:
        """The end of its form number: coal-mine."""
        return self.subject.slug

    @property
    def name(self) -> str:
        """The form number, which is also the name of its files: inspection-coal-mine."""
        return f"{self.kind}-{self.slug}"

    @property
    def address(self) -> str:
        """The page that shows the same form."""
        return form_page(self.kind, self.slug)

    @cached_property
    def title(self) -> str:
        """Its title."""
        return self._filled_in(self.definition.title)

    @property
    def label(self) -> str:
        """Its name in a list of forms of its kind."""
        return self.subject.label or self.subject.name

    @property
    def listed(self) -> str:
        """The anchor of the checklists page it is listed under."""
        return self.subject.listed or self.definition.anchor

    @property
    def search(self) -> tuple[str, ...]:
        """Other names by which people ask for it."""
        return tuple(self._filled_in(words) for words in self.definition.search)

    @cached_property
    def groups(self) -> tuple[RowGroup, ...]:
        """The rows by group; groups without rows are left out, positions count through."""
        made, position = [], 0
        for group in self.subject.groups:
            numbered = enumerate(group.tasks, start=position + 1)
            rows = tuple(Row(t, at, group.short, self._basis(t)) for at, t in numbered)
            position += len(rows)
            if rows:
                made.append(RowGroup(group.title, group.short, rows))
        return tuple(made)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @cached_property
    def references(self) -> str:
        """The items the form rests on, in the notice's order: 第（三）、（五）至（八）项."""
        return wording.references((row.task.owner.section, row.task.item) for row in self.rows)

    @property
    def basis(self) -> str:
        """What the form rests on, as printed in its head."""
        notice = self.notice
        words = f"{wording.named(notice)}{self.references}{wording.in_year(notice)}"
        if later := notice.superseded_by:
            words += f"，后来另有{later.number}（{later.year}年度）"
        return words

    @property
    def lines(self) -> tuple[Note, ...]:
        """The lines under the table: those of its kind, then its own."""
        return self._hints + self.subject.notes

    @property
    def hints(self) -> tuple[str, ...]:
        """The lines under the table."""
        return tuple(line.words for line in self.lines)

    @cached_property
    def _hints(self) -> tuple[Note, ...]:
        return tuple(Note(self._filled_in(words)) for words in self.definition.hints)

    @property
    def empty_page(self) -> str:
        """What its page says where no row is left."""
        return self._filled_in(self.definition.empty_page)

    def _basis(self, task: ResolvedTask) -> tuple[Basis, ...]:
        """What a row rests on: a form is for the day it is filled in, so no text that has ended."""
        if not self.subject.asks:
            return ()
        side = task.task.sides.get(self.subject.asks)
        laws = laws_by_name(self.catalog)
        found = basis_of(self.catalog, side, self.subject.sector)
        return tuple(basis for basis in found if not laws[basis.law].in_force_to)

    def _filled_in(self, words: str) -> str:
        first = self.rows[0] if "{example}" in words else None
        year = self.notice.year
        return words.format(
            subject=self.subject.name,
            year=f"{year}年" if year else "",
            of_year=f"，指{year}年的安排" if year else "",
            about=self.notice.called.subject,
            area=self.notice.called.area,
            states="、".join(self.definition.states),
            example=number(first) if first else "",
            reference=first.task.reference if first else "",
        )
