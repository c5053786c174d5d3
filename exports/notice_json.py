"""`site/data/notice.json`: the whole catalog for programs, and the JSON Schema that describes it.

Its shape is a published contract: a key may be added, none may go or change its meaning.
"""

from __future__ import annotations

import json

from pydantic import ConfigDict, Field

from forms.addresses import item_page
from notice import brackets
from notice.base import Record
from notice.head import Notice
from notice.laws import Law
from notice.models import Catalog, Department, Item, Sector, Task, Term
from notice.resolved import ResolvedClause, clauses_of
from notice.terms import occurrences
from notice.version import data_version
from notice.vocabulary import Duty, Others
from notice.wording import clause_words, item_text, numeral

SCHEMA_VERSION = 2


class TaskJson(Task):
    """A task with all its fields; `sectors` are those it is for, written or inherited."""

    # A field with a default is written all the same.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    sectors: tuple[str, ...] = Field(
        title="行业", description="哪些行业。slug，或 all（各行业）；沿用段落或条目的已经写上。"
    )


class ResponsibilityJson(Record):
    """A bracket: its exact words, the parties it names, and those that a remark adds."""

    text: str
    lead: tuple[str, ...]
    departments: tuple[str, ...]
    support: tuple[str, ...]
    others: Others | None
    duty: Duty | None
    implied: tuple[str, ...]


class ClauseJson(Record):
    """A run of text closed by one bracket."""

    heading: str | None
    text: str
    responsibility: ResponsibilityJson
    tasks: tuple[TaskJson, ...]


class ItemJson(Record):
    """An item; `text` is its exact words after the title, `url` is relative to the site's root."""

    id: str
    number: int
    numeral: str
    title: str
    url: str
    text: str
    clauses: tuple[ClauseJson, ...]


class SectionJson(Record):
    """A part of the notice."""

    id: str
    title: str
    items: tuple[ItemJson, ...]


class TermJson(Term):
    """A term and the tasks that use it."""

    tasks: tuple[str, ...]


class NoticeJson(Record):
    """The file as a whole."""

    schema_version: int
    data_version: str
    notice: Notice
    sections: tuple[SectionJson, ...]
    departments: tuple[Department, ...]
    sectors: tuple[Sector, ...]
    glossary: tuple[TermJson, ...]
    laws: tuple[Law, ...]


def notice_json(catalog: Catalog) -> bytes:
    """The catalog as UTF-8 JSON."""
    text = _notice(catalog).model_dump_json(indent=1)
    return f"{text}\n".encode()


def notice_schema() -> bytes:
    """The JSON Schema (2020-12) of `notice.json`, made from the records above."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **NoticeJson.model_json_schema(mode="serialization"),
    }
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()


def _notice(catalog: Catalog) -> NoticeJson:
    found = occurrences(catalog)
    return NoticeJson(
        schema_version=SCHEMA_VERSION,
        data_version=data_version(catalog),
        notice=catalog.notice,
        sections=tuple(
            SectionJson(
                id=section.id,
                title=section.title,
                items=tuple(_item(catalog, item) for item in section.items),
            )
            for section in catalog.sections
        ),
        departments=catalog.departments,
        sectors=catalog.sectors,
        glossary=tuple(
            TermJson(**dict(term), tasks=tuple(entry.task.id for entry in found[term]))
            for term in catalog.glossary
        ),
        laws=catalog.laws,
    )


def _item(catalog: Catalog, item: Item) -> ItemJson:
    return ItemJson(
        id=item.id,
        number=item.number,
        numeral=numeral(item.number),
        title=item.title,
        url=item_page(item),
        text=item_text(item),
        clauses=tuple(_clause(clause) for clause in clauses_of(catalog, item)),
    )


def _clause(entry: ResolvedClause) -> ClauseJson:
    who = entry.clause.responsible
    return ClauseJson(
        heading=entry.clause.heading,
        text=clause_words(entry.clause),
        responsibility=ResponsibilityJson(
            text=entry.responsibility,
            lead=tuple(party.short_name for party in entry.lead),
            departments=tuple(party.short_name for party in entry.departments),
            support=tuple(party.short_name for party in entry.support),
            others=brackets.others(who),
            duty=brackets.duty(who),
            implied=tuple(party.short_name for party in entry.implied),
        ),
        tasks=tuple(
            TaskJson(**dict(task.task) | {"sectors": task.sectors}) for task in entry.tasks
        ),
    )
