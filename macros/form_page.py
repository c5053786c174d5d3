"""What the one template of forms is given, and what filling a form in on the page needs to know."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from forms.common import GROUP, ID, POSITION
from forms.definition import Column, FormDefinition, Row, spans
from forms.form import Form

USABLE = {True: 277, False: 186}  # millimetres between the margins of A4, across and upright


@dataclass(frozen=True)
class ColumnWidth:
    """A column of the page, and the hundredths of the sheet it takes: the class w12."""

    column: Column
    hundredths: int


def form_page_values(form: Form) -> dict[str, Any]:
    """The context of forms/form.md.jinja."""
    definition = form.definition
    given = [column for column in definition.printed if column.shows]
    # The template makes the blank cells of a row once a form and puts them last.
    first = [*definition.printed[: len(given)]]
    assert given == first, f"{form.kind}: a blank column before a given one"
    of_task = [column for column in given if column is not POSITION]
    assert of_task in (given, given[1:]), f"{form.kind}: a column before the position"
    return {
        "form": form,
        "columns": _widths(definition),
        "counted": of_task != given,
        "of_task": of_task,  # what they show depends on the task and its basis alone
        "kept": kept_of(definition),
        "lawful": any(column.below for column in definition.columns),
        "width": sum(len(column.heads) for column in definition.printed),
        "head": spans(definition.head),
        "foot": spans(definition.foot),
        "filling": _filling(definition),
    }


def kept_of(definition: FormDefinition) -> Callable[[Row], str]:
    """What a row keeps of columns that page and paper do not have, as JSON; empty if nothing."""
    columns = [c for c in definition.columns if c.flat and c.shows and c not in {ID, GROUP}]

    def kept(row: Row) -> str:
        words = {c.title: c.shows(row) for c in columns if c.shows}
        return json.dumps(words, ensure_ascii=False) if any(words.values()) else ""

    return kept


def _widths(definition: FormDefinition) -> list[ColumnWidth]:
    """The widths on A4 as shares, so that screen and paper agree."""
    usable = USABLE[definition.landscape]
    columns = definition.printed
    left = usable - sum(column.paper * len(column.heads) for column in columns)
    shares = sum(column.share for column in columns if not column.paper)
    return [
        ColumnWidth(c, round(100 * (c.paper or left * c.share / shares) / usable)) for c in columns
    ]


def _filling(definition: FormDefinition) -> dict[str, Any]:
    """For docs/assets/js/checklist.js: columns in the order of workbook and CSV, and old titles.

    `from` says where a given column is read: the row's id, its group, a cell by number, or what the
    row keeps of the columns that are only in workbook and CSV.
    """
    cells: dict[str, int] = {}
    at = 0
    for column in definition.printed:
        cells[column.title] = at
        at += len(column.heads)
    columns = []
    for column in definition.columns:
        entry: dict[str, Any] = {"title": column.title}
        if column.shows is None:
            entry |= {"choices": column.choices} if column.choices else {}
        elif column.title in cells:
            entry["from"] = cells[column.title]
        else:
            entry["from"] = {ID: "id", GROUP: "group"}.get(column) or {"given": column.title}
        columns.append(entry)
    lines = {
        part: [[field.label for field in line] for line in lines]
        for part, lines in (("head", definition.head), ("foot", definition.foot))
    }
    return {"columns": columns, "formerly": definition.formerly, **lines}
