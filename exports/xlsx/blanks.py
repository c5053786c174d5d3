"""The head and foot of a form in a worksheet: labels and blanks laid over the table's columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any

from xlsxwriter.worksheet import Worksheet

from exports.xlsx.styles import Styles
from forms.definition import Field, Lines

EARLIEST = datetime(2000, 1, 1)  # an older date is a slip: 9 typed in a date cell is 1900-01-09
HEIGHTS = {"seal": 34}  # points


def write_blanks(
    sheet: Worksheet, styles: Styles, lines: Lines, widths: Sequence[int], first: int
) -> int:
    """Write lines of blanks from row `first` (from 0) on; the row after the last one.

    `widths` are those of the columns, in characters; column 0 is hidden and left free.
    """
    for at, line in enumerate(lines, start=first):
        for field, label, blank in _places(line, widths):
            _cells(sheet, at, label, field.label, styles.label)
            _cells(sheet, at, blank, "", styles.blank(field))
            if rule := _rule(field):
                sheet.data_validation(at, blank[0], at, blank[0], rule)
        sheet.set_row(at, max(HEIGHTS.get(field.kind, 24) for field in line))
    return first + len(lines)


def _places(
    line: Sequence[Field], widths: Sequence[int]
) -> Iterator[tuple[Field, tuple[int, int], tuple[int, int]]]:
    """Each blank with the first and last column of its label and of itself."""
    edges = list(accumulate(widths[1:], initial=0))  # edges[n]: left of column n + 1
    count = len(widths) - 1
    start = 0
    for number, field in enumerate(line, start=1):
        left = len(line) - number  # blanks still to come need two columns each
        share = edges[-1] * number / len(line)
        end = max(start + 2, sum(edge < share for edge in edges))
        end = count if not left else min(end, count - 2 * left)
        wanted = edges[start] + 2 * len(field.label) + 2
        middle = min(max(start + 1, sum(edge < wanted for edge in edges)), end - 1)
        yield field, (start + 1, middle), (middle + 1, end)
        start = end


def _cells(sheet: Worksheet, row: int, span: tuple[int, int], words: str, style: Any) -> None:
    if span[0] < span[1]:
        sheet.merge_range(row, span[0], row, span[1], words, style)
    else:
        sheet.write(row, span[0], words or None, style)


def _rule(field: Field) -> dict[str, Any] | None:
    """What may be written into a blank; several words at once no list can check."""
    words = "、".join(field.choices)
    if field.kind == "choice":
        rule: dict[str, Any] = {"validate": "list", "source": list(field.choices)}
        return rule | {"error_title": "请从下拉框选", "error_message": f"只能填：{words}。"}
    if field.kind == "choices":
        rule = {"validate": "list", "source": list(field.choices), "show_error": False}
        return rule | {"input_title": field.label[:32], "input_message": f"可填多项：{words}"}
    if field.kind == "date":
        rule = {"validate": "date", "criteria": ">=", "value": EARLIEST}
        message = "写成 2024-06-30 这样的日期。"
        return rule | {"error_title": "请填日期", "error_message": message}
    if field.kind == "number":
        rule = {"validate": "integer", "criteria": ">=", "value": 0}
        return rule | {"error_title": "请填数字", "error_message": "写整数，如 3。"}
    return None
