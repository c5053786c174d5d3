"""What the sheets on paper are given: plain values, in the order in which they are printed."""

from __future__ import annotations

from typing import Any

from forms.common import WARNING
from forms.definition import Column, Lines, Row, spans
from forms.form import Form
from forms.law import mark
from notice import document, matrix, wording
from notice.matrix import MARKS
from notice.models import Catalog, Item
from notice.resolved import remark


def form_values(form: Form, *, pocket: bool = False) -> dict[str, Any]:
    """A form for `form.typ`; `pocket` gives the A5 edition, with fewer columns."""
    definition = form.definition
    columns = definition.pocketed if pocket else definition.printed
    return {
        "name": form.name,
        "title": form.title,
        "basis": form.basis,
        "warning": WARNING,
        "count": len(form.rows),
        "hints": form.hints,
        "pocket": pocket,
        "landscape": definition.landscape,
        "size": 8 if definition.landscape else 8.5,
        "columns": [_column(column, pocket) for column in columns],
        "groups": [
            {"title": group.title, "rows": [_cells(columns, row) for row in group.rows]}
            for group in form.groups
        ],
        "head": _blanks(definition.head),
        "foot": _blanks(definition.foot),
    }


def _column(column: Column, pocket: bool) -> dict[str, Any]:
    return {
        "heads": column.heads,
        "width": column.pocket if pocket else column.paper,
        "share": column.share,
        "boxes": column.boxes,
        "role": column.role,
    }


def _cells(columns: tuple[Column, ...], row: Row) -> list[dict[str, Any]]:
    """What each cell shows, the lines under it, and the mark at the number of a row that is law."""
    return [
        {
            "words": column.shows(row) if column.shows else "",
            "below": [[line.words, line.quiet] for line in column.lines_below(row)],
            "mark": mark(row) if column.role == "number" else "",
        }
        for column in columns
    ]


def _blanks(lines: Lines) -> list[list[dict[str, Any]]]:
    return [
        [{"label": f.label, "kind": f.kind, "choices": f.choices, "span": span} for f, span in line]
        for line in spans(lines)
    ]


def matrix_values(catalog: Catalog) -> dict[str, Any]:
    """The matrix for `matrix.typ`: parties, rows by part, totals, legend."""
    table = matrix.parties_by_items(catalog)
    added = remark(catalog)
    marks = matrix.marks_used(catalog)
    notice = catalog.notice
    basis = f"{wording.named(notice)}{wording.in_year(notice)}"
    note = "牵头：原文写明；点名：列第一不等于牵头；泛指：括号里只有统称"
    if "support" in marks:
        note += "；配合：原文写明“配合”等字"
    if added:
        note += f"；一并负责：{added.basis}“{added.words}”"
    return {
        "name": "matrix",
        "warning": "标记据责任括号的原文；行列由编写组整理，不作为执法依据。",
        "title": f"{notice.name} 责任矩阵",
        "basis": basis,
        "count": len(table.rows),
        "legend": [MARKS[mark] for mark in marks],
        "note": f"{note}。",
        "parties": [party.short_name for party in table.parties],
        "sections": [
            {
                "title": wording.section_head(section),
                "rows": [
                    {
                        "number": str(row.head.item.number),
                        "title": row.head.title,
                        "marks": [cell.sign if cell else "" for cell in row.cells],
                    }
                    for row in table.rows
                    if row.section == section
                ],
            }
            for section in catalog.sections
        ],
        "totals": [
            {
                "title": f"{MARKS[mark][0]} {MARKS[mark][1]}合计",
                "counts": [str(table.total(party, mark) or "") for party in table.parties],
            }
            for mark in marks
        ],
    }


def notice_values(catalog: Catalog) -> dict[str, Any]:
    """The whole notice for `notice.typ`; joined, its words are the document's."""
    notice = catalog.notice
    return {
        "title": notice.title,
        "titled": document.has_title(notice),
        "numbered": document.has_number(notice),
        "front": [{"kind": kind, "words": words} for kind, words, _ in document.front(notice)],
        "sections": [
            {
                "title": wording.section_words(section),
                "intro": section.intro,
                "items": [_item(item) for item in section.items],
            }
            for section in catalog.sections
        ],
        "end": [{"kind": kind, "words": words} for kind, words, _ in document.end(notice)],
    }


def _item(item: Item) -> dict[str, Any]:
    """An item's head and paragraphs; the first is empty where the head has a line of its own."""
    group, head = item.group, wording.item_head(item)
    parts = ["".join(p.words for p in part) for part in document.paragraphs(item)]
    return {
        "group": wording.group_words(group) if group else "",
        "intro": group.intro if group else (),
        "head": head,
        "paragraphs": parts if head else [part for part in parts if part],
    }
