"""Write merged workbooks as one: all rows, progress by unit and by item, what is late, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from exports.xlsx.styles import Styles, row_height
from forms.common import label, text
from forms.registry import KINDS
from notice.wording import reference
from returns.match import UNFILLED, UNKNOWN, Joined, Merged
from returns.read import Value

GIVEN = {column.title for kind in KINDS for column in kind.columns if column.shows}


def write_report(merged: Merged, target: Path, version: str, today: date) -> None:
    """One workbook; written row by row, so that 500 returned forms need little memory."""
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False
    }  # fmt: skip
    created = datetime(today.year, today.month, today.day)
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": "填报汇总", "created": created})
        styles = Styles(book)
        line = f"数据版本 {version}　汇总日期 {today}　文件 {len(merged.files)} 个"
        for title, widths, heads, rows in (
            ("按单位", (24, 24, 22, 10), *_by_unit(merged)),
            ("按条目", (17, 36), *_by_item(merged)),
            ("滞后和逾期", (24, 24, 14, 16, 50, 10, 12), *_late(merged)),
            ("问题", (30, 14, 9, 60, 40), *_findings(merged)),
            ("全部行", (24, 24, 22, 10, 7, 14, 16, 40, 10, 8), *_rows(merged)),
        ):
            _sheet(book.add_worksheet(title), styles, f"{title}　{line}", widths, heads, rows)


def _sheet(
    sheet: Worksheet,
    styles: Styles,
    title: str,
    widths: tuple[int, ...],
    heads: tuple[str, ...],
    rows: Iterable[tuple[Value, ...]],
) -> None:
    for number in range(len(heads)):
        sheet.set_column(number, number, _width(widths, number))
    sheet.write_string(0, 0, title, styles.label_left)
    for number, words in enumerate(heads):
        sheet.write_string(1, number, words, styles.head)
    at = 1
    for row in rows:
        at += 1
        texts = ((str(value), _width(widths, number)) for number, value in enumerate(row))
        sheet.set_row(at, row_height(texts))
        for number, value in enumerate(row):
            _write(sheet, styles, at, number, value)
    sheet.freeze_panes(2, 1)
    sheet.autofilter(1, 0, max(at, 2), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)


def _width(widths: tuple[int, ...], number: int) -> int:
    return widths[number] if number < len(widths) else 12


def _write(sheet: Worksheet, styles: Styles, at: int, number: int, value: Value) -> None:
    if isinstance(value, date):
        sheet.write_datetime(at, number, datetime(value.year, value.month, value.day), styles.date)
    elif isinstance(value, int | float):
        sheet.write_number(at, number, value, styles.count if value == int(value) else styles.text)
    elif value:
        sheet.write_string(at, number, value, styles.text)


def _by_unit(merged: Merged) -> tuple[tuple[str, ...], Iterable[tuple[Value, ...]]]:
    states = _states(merged)
    counts: dict[str, Counter[str]] = {filled.file: Counter() for filled in merged.files}
    for joined in merged.rows:
        if joined.counted:
            _count(counts[joined.filled.file], joined)
    problems = Counter(finding.file for finding in merged.findings)
    heads = (
        "单位",
        "文件",
        "表号",
        "数据版本",
        "任务数",
        *states,
        "滞后和逾期",
        "办结",
        "问题",
        "表头表尾",
    )
    rows: Iterable[tuple[Value, ...]] = (
        (
            filled.unit,
            filled.file,
            filled.form,
            filled.version,
            *_figures(counts[filled.file], states),
            problems[filled.file],
            "；".join(filled.notes),
        )
        for filled in merged.files
    )
    return heads, rows


def _by_item(merged: Merged) -> tuple[tuple[str, ...], Iterable[tuple[Value, ...]]]:
    states = _states(merged)
    counts: dict[tuple[int, str, str], Counter[str]] = {}
    for joined in merged.rows:
        if joined.counted and joined.task:
            item = joined.task.task.item
            key = (item.number, reference(item), item.title)
            _count(counts.setdefault(key, Counter()), joined)
    heads = ("条目", "标题", "任务数", *states, "滞后和逾期", "办结")
    rows: Iterable[tuple[Value, ...]] = (
        (reference, title, *_figures(counts[item, reference, title], states))
        for item, reference, title in sorted(counts)
    )
    return heads, rows


def _count(counter: Counter[str], joined: Joined) -> None:
    definition = joined.filled.definition
    counter["任务数"] += 1
    counter[joined.state] += 1
    counter["late"] += joined.late
    counter["done"] += definition is not None and joined.state in definition.done


def _states(merged: Merged) -> tuple[str, ...]:
    """The states of the forms that came back, then those that nobody may write."""
    kinds = (filled.definition for filled in merged.files)
    words = (word for kind in kinds if kind for word in kind.states)
    return tuple(dict.fromkeys((*words, UNKNOWN, UNFILLED)))


def _figures(counter: Counter[str], states: tuple[str, ...]) -> tuple[int, ...]:
    found = (counter[state] for state in states)
    return (counter["任务数"], *found, counter["late"], counter["done"])


def _late(merged: Merged) -> tuple[tuple[str, ...], Iterable[tuple[Value, ...]]]:
    heads = ("单位", "文件", "任务编号", "任务", "原文", "状态", "时限")
    rows: Iterable[tuple[Value, ...]] = (
        (
            joined.filled.unit,
            joined.filled.file,
            joined.row.id,
            label(joined.task) if joined.task else "",
            text(joined.task) if joined.task else "",
            joined.state,
            joined.due or "",
        )
        for joined in merged.rows
        if joined.late and joined.counted
    )
    return heads, rows


def _findings(merged: Merged) -> tuple[tuple[str, ...], Iterable[tuple[Value, ...]]]:
    heads = ("文件", "工作表", "单元格", "问题", "填写的内容")
    rows = ((f.file, f.sheet, f.cell, f.what, f.typed) for f in merged.findings)
    return heads, rows


def _rows(merged: Merged) -> tuple[tuple[str, ...], Iterable[tuple[Value, ...]]]:
    typed = tuple(
        dict.fromkeys(
            title for joined in merged.rows for title in joined.row.values if title not in GIVEN
        )
    )
    heads = (
        "单位",
        "文件",
        "表号",
        "数据版本",
        "行",
        "任务编号",
        "任务",
        "原文",
        "识别为",
        "逾期",
        *typed,
    )
    rows = (
        (
            joined.filled.unit,
            joined.filled.file,
            joined.filled.form,
            joined.filled.version,
            joined.row.number,
            joined.row.id,
            label(joined.task) if joined.task else "",
            text(joined.task) if joined.task else _given(joined.row.values),
            joined.state,
            "是" if joined.late else "",
            *(joined.row.values.get(title, "") for title in typed),
        )
        for joined in merged.rows
    )
    return heads, rows


def _given(values: dict[str, Value]) -> str:
    """What stands in the printed columns of a row that no task is known for."""
    return "；".join(f"{title}：{value}" for title, value in values.items() if title in GIVEN)
