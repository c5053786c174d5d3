"""The shape of the data: frozen records, one field once. Nothing here reads a file.

Field names are those of `data/*.yaml`. A record that exists has the right types and no unknown
key; what needs other records (known departments, exact quotes …) is checked in `notice.rules`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from notice.vocabulary import (
    Actor,
    Duty,
    MeasureKind,
    NameStatus,
    Others,
    PartyKind,
    SectorKind,
    TermStatus,
)

T = TypeVar("T")
Text = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# What `Item.number` and the numerals of the notice can be made of.
ITEM_ID = r"^item-[1-9][0-9]{0,2}$"
# YAML gives lists, frozen records hold tuples: the one place where a conversion is allowed.
Many = Annotated[tuple[T, ...], Field(strict=False)]
Some = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]

LABEL_LENGTH = 12


class Record(BaseModel):
    """Base of all records: exact types, no unknown key, immutable.

    A record is loaded once and is equal only to itself: comparing 33 parties field by field over
    every clause was a fifth of a build.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class Measure(Record):
    """A figure, deadline or frequency, quoted from its task."""

    quote: Text
    kind: MeasureKind


class Editorial(Record):
    """What the editors added to a task. Never the notice's words."""

    label: Annotated[str, Field(min_length=1, max_length=LABEL_LENGTH)]
    check: Text


class Task(Record):
    """A run of the notice's words that somebody can tick on its own."""

    id: Text
    text: Text
    actors: Some[Actor]
    sectors: Many[str] | None = None
    measures: Many[Measure] = ()
    editorial: Editorial


class Responsible(Record):
    """A responsibility bracket, taken apart so that it renders back to its exact words."""

    lead: Many[str] = ()
    departments: Some[str]
    joiner: Text = "、"
    others: Others | None = None
    duty: Duty
    remark: Text | None = None
    extends_to_rest: Many[str] = ()


class Clause(Record):
    """A run of text closed by one bracket (or by none)."""

    heading: Text | None = None
    sectors: Many[str] | None = None
    tasks: Some[Task]
    responsible: Responsible | None = None


class Item(Record):
    """A numbered item of the notice."""

    id: Annotated[str, Field(pattern=ITEM_ID)]
    title: Text
    sectors: Many[str] = ()
    clauses: Some[Clause]

    @property
    def number(self) -> int:
        """The item's number in the notice, from its id."""
        return int(self.id.rsplit("-", 1)[1])


class Section(Record):
    """A part of the notice."""

    id: Text
    title: Text
    items: Some[Item]


class Successor(Record):
    """The later notice that took this one's place."""

    number: Text
    title: Text
    year: int


class Notice(Record):
    """What the document says about itself. `title` is not in the received text."""

    number: Text
    title: Text
    year: int
    issuer: Text
    issued: date
    addressees: Text
    preamble: Text
    release: Text
    superseded_by: Successor | None = None


class Department(Record):
    """A responsible party: a named body, the local governments, or a collective phrase."""

    short_name: Text
    full_name: Text | None = None
    full_name_status: NameStatus | None = None
    slug: Slug
    kind: PartyKind
    nature: Text
    parent: Slug | None = None


class Sector(Record):
    """A line of business or a natural hazard."""

    slug: Slug
    name: Text
    kind: SectorKind


class Term(Record):
    """A phrase of the notice with the editors' explanation."""

    id: Slug
    term: Text
    forms: Some[Text]
    meaning: Text | None = None
    status: TermStatus
    note: Text | None = None


class NoticeFile(Record):
    """`data/items.yaml` as a whole."""

    notice: Notice
    sections: Some[Section]


class Catalog(Record):
    """Everything the site says, in the notice's order. Made by `notice.load.load_catalog`."""

    notice: Notice
    sections: tuple[Section, ...]
    departments: tuple[Department, ...]
    sectors: tuple[Sector, ...]
    glossary: tuple[Term, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the notice's order."""
        return tuple(item for section in self.sections for item in section.items)
