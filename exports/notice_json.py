"""`site/data/notice.json`: the whole catalog for programs. Its shape is a published contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from notice.addresses import item_page
from notice.entries import ClauseEntry, clause_entries, tasks_of
from notice.models import Catalog, Item
from notice.terms import occurrences
from notice.version import data_version
from notice.wording import clause_words, item_text, numeral

SCHEMA_VERSION = "1.0"


def write_notice_json(catalog: Catalog, target: Path) -> None:
    """Write the catalog as JSON, making the folder where needed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(notice_json(catalog), ensure_ascii=False, indent=1)
    target.write_text(text + "\n", encoding="utf-8")


def notice_json(catalog: Catalog) -> dict[str, Any]:
    """The catalog as plain data; item URLs are relative to the site's root."""
    clauses = clause_entries(catalog)
    found = occurrences(catalog)
    return {
        "schema_version": SCHEMA_VERSION,
        "data_version": data_version(catalog),
        "notice": catalog.notice.model_dump(mode="json"),
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "items": [
                    _item(item, [c for c in clauses if c.item == item]) for item in section.items
                ],
            }
            for section in catalog.sections
        ],
        "departments": [department.model_dump(mode="json") for department in catalog.departments],
        "sectors": [sector.model_dump(mode="json") for sector in catalog.sectors],
        "glossary": [
            {**term.model_dump(mode="json"), "tasks": [entry.task.id for entry in found[term]]}
            for term in catalog.glossary
        ],
    }


def _item(item: Item, clauses: list[ClauseEntry]) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": item.number,
        "numeral": numeral(item.number),
        "title": item.title,
        "url": item_page(item),
        "text": item_text(item),
        "clauses": [_clause(clause) for clause in clauses],
    }


def _clause(entry: ClauseEntry) -> dict[str, Any]:
    who = entry.clause.responsible
    return {
        "heading": entry.clause.heading,
        "text": clause_words(entry.clause),
        "responsibility": {
            "text": entry.responsibility,
            "lead": [party.short_name for party in entry.lead],
            "departments": [party.short_name for party in entry.departments],
            "others": who.others if who else None,
            "duty": who.duty if who else None,
            "implied": [party.short_name for party in entry.implied],
        },
        "tasks": [
            {
                "id": task.task.id,
                "text": task.task.text,
                "actors": list(task.task.actors),
                "sectors": list(task.sectors),
                "measures": [measure.model_dump() for measure in task.task.measures],
                "editorial": task.task.editorial.model_dump(),
            }
            for task in tasks_of(entry)
        ],
    }
