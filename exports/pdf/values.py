"""What the matrix sheet and the full text are given: plain values, in the notice's order."""

from __future__ import annotations

from typing import Any

from notice import matrix, wording
from notice.matrix import MARKS
from notice.models import Catalog, Item
from notice.resolved import remark


def matrix_values(catalog: Catalog) -> dict[str, Any]:
    """The matrix for `matrix.typ`: parties, rows by part, totals, legend."""
    table = matrix.parties_by_items(catalog)
    added = remark(catalog)
    marks = [mark for mark in MARKS if mark != "implied" or added]
    notice = catalog.notice
    basis = f"{notice.number}《{notice.title}》（{notice.year}年度）"
    note = "牵头：原文写明；点名：列第一不等于牵头；泛指：括号里只有统称"
    if added:
        note += f"；一并负责：{added.basis}“{added.words}”"
    return {
        "name": "matrix",
        "warning": "标记据责任括号的原文；行列由编写组整理，不作为执法依据。",
        "title": f"{notice.number} 责任矩阵",
        "basis": basis,
        "count": len(table.rows),
        "legend": [MARKS[mark] for mark in marks],
        "note": f"{note}。",
        "parties": [party.short_name for party in table.parties],
        "sections": [
            {
                "title": f"{wording.numeral(position)}、{section.title}",
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
            for position, section in enumerate(catalog.sections, start=1)
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
        "addressees": notice.addressees,
        "preamble": notice.preamble,
        "sections": [
            {
                "title": f"{wording.numeral(position)}、{section.title}",
                "items": [_item(item) for item in section.items],
            }
            for position, section in enumerate(catalog.sections, start=1)
        ],
        "issuer": notice.issuer,
        "date": wording.chinese_date(notice.issued),
        "release": notice.release,
    }


def _item(item: Item) -> dict[str, Any]:
    head = f"{wording.ordinal(item)}{item.title}{wording.title_stop(item)}"
    paragraphs = [
        "".join(
            wording.clause_heading(c) + wording.clause_words(c) + wording.bracket(c.responsible)
            for c in paragraph
        )
        for paragraph in wording.paragraphs(item)
    ]
    if item.clauses[0].heading:
        paragraphs.insert(0, "")  # the head stands on a line of its own before headed clauses
    return {"head": head, "paragraphs": paragraphs}
