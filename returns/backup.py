"""Read the backup (JSON) that a form page saves: what was typed, by label, task and column."""

from __future__ import annotations

import json
from typing import Any

from forms.common import ID
from forms.registry import definition_of
from returns.grid import Book, Sheet, UnreadableError, Value
from returns.values import text

SHEET = "备份"
WRONG = "不是网页导出的备份，没有读；请从网页“导出 CSV”再交。"


def read_backup(content: bytes) -> Book:
    """A backup as the sheet that the same form would have; rows nobody filled in are not there.

    Raises UnreadableError where the file is something else.
    """
    try:
        record = json.loads(content.decode("utf-8-sig"), parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        raise UnreadableError(WRONG) from None
    if not isinstance(record, dict):
        raise UnreadableError(WRONG)
    head, rows = record.get("head"), record.get("rows")
    definition = definition_of(str(record.get("form")))
    if not isinstance(head, dict) or not isinstance(rows, dict) or definition is None:
        raise UnreadableError(WRONG)
    sheet = Sheet(SHEET)
    _line(sheet, [f"表号 {record['form']}　数据版本 {record.get('version')}"])
    for line in (*definition.head, *definition.foot):
        _line(sheet, [part for f in line for part in (f.label, _words(head.pop(f.label, "")))])
    for label, typed in head.items():
        _line(sheet, [label, _words(typed)])
    fields = {id_: _fields(row) for id_, row in rows.items()}
    titles = list(dict.fromkeys(title for row in fields.values() for title in row))
    known = [column.title for column in definition.filled]
    titles = [*known, *(title for title in titles if title not in known)]
    _line(sheet, [ID.title, *titles])
    for id_, row in fields.items():
        _line(sheet, [id_, *(_words(row.get(title, "")) for title in titles)])
    return Book([sheet])


def _fields(row: Any) -> dict[str, Any]:
    """What was typed in a row; a row of another shape as one text."""
    fields = row.get("fields") if isinstance(row, dict) else None
    return fields if isinstance(fields, dict) else {"备份里的内容": row}


def _words(typed: Any) -> str:
    return text(typed) if isinstance(typed, str) else json.dumps(typed, ensure_ascii=False)


def _line(sheet: Sheet, cells: list[str]) -> None:
    values: dict[int, Value] = {column: cell for column, cell in enumerate(cells) if cell}
    sheet.rows[len(sheet.rows) + 1] = values
