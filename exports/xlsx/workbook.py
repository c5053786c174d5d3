"""Write a form as a workbook that people fill in: real tables, dropdowns, counts, nothing locked.

Read back by `returns/`, which matches by the hidden id column.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from exports.xlsx.blanks import EARLIEST, write_blanks
from exports.xlsx.styles import Styles, row_height
from exports.xlsx.summary import write_help, write_summary
from forms.addresses import item_page
from forms.common import ID, WARNING
from forms.definition import Column, FormDefinition, Row
from forms.form import Form

TOP = 4  # the first line of blanks, counted from 0


@dataclass(frozen=True)
class Edition:
    """What every workbook of one build says about itself."""

    site_url: str
    version: str
    created: datetime

    @classmethod
    def of(cls, site_url: str, version: str, timestamp: int) -> Edition:
        """The same `timestamp` gives the same bytes."""
        return cls(site_url, version, datetime.fromtimestamp(timestamp, UTC).replace(tzinfo=None))


def head_row(definition: FormDefinition) -> int:
    """The row of the table's head, counted from 0."""
    return TOP + len(definition.head)


def workbook(form: Form, edition: Edition) -> bytes:
    """A form as XLSX: the sheet to fill in, a summary that counts it, and how to fill it in."""
    definition = form.definition
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": form.title, "created": edition.created})
        styles = Styles(book)
        sheet = book.add_worksheet(definition.worksheet)
        widths = [column.sheet for column in definition.columns]
        _head(sheet, styles, form, edition)
        write_blanks(sheet, styles, definition.head, widths, TOP)
        last = _table(sheet, styles, form, edition)
        below = _hints(sheet, styles, form, last + 2)
        end = write_blanks(sheet, styles, definition.foot, widths, below)
        _paper(sheet, form, edition, end - 1)
        write_summary(book.add_worksheet("汇总"), styles, form, edition.version)
        write_help(book.add_worksheet("填表说明"), styles, form, edition.version)
    return content.getvalue()


def _head(sheet: Worksheet, styles: Styles, form: Form, edition: Edition) -> None:
    sheet.write_string(0, 1, form.title, styles.title)
    _line(sheet, form, 1, f"依据：{form.basis}", styles.across)
    _line(sheet, form, 2, WARNING, styles.ours)
    version = f"表号 {form.name}　数据版本 {edition.version}　共 {len(form.rows)} 项　网页："
    link = edition.site_url + form.address
    sheet.write_url(3, 1, link, styles.link, string=version + link)
    sheet.set_row(0, 24)
    sheet.set_row(3, 15)


def _line(sheet: Worksheet, form: Form, at: int, words: str, style: Format) -> None:
    """A line across the sheet, as high as it needs: what runs over its edge is not printed."""
    shown = form.definition.columns[1:]
    sheet.merge_range(at, 1, at, len(shown), words, style)
    sheet.set_row(at, row_height([(words, sum(column.sheet for column in shown))]))


def _table(sheet: Worksheet, styles: Styles, form: Form, edition: Edition) -> int:
    """The rows under their head; the last row, counted from 0."""
    columns, head = form.definition.columns, head_row(form.definition)
    last = head + len(form.rows)
    heads = [{"header": column.title, "header_format": styles.head} for column in columns]
    table = {"columns": heads, "name": "tasks", "style": None, "autofilter": True}
    sheet.add_table(head, 0, last, len(columns) - 1, table)
    sheet.set_row(head, row_height((column.title, column.sheet) for column in columns))
    for at, row in enumerate(form.rows, start=head + 1):
        _row(sheet, styles, edition, columns, at, row)
    for number, column in enumerate(columns):
        hidden = {"hidden": True} if column is ID else {}
        sheet.set_column(number, number, column.sheet, None, hidden)
        if rule := _rule(column):
            sheet.data_validation(head + 1, number, last, number, rule)
    _colours(sheet, styles, form.definition, last)
    named = next(n for n, column in enumerate(columns, start=1) if column.role == "name")
    sheet.freeze_panes(head + 1, named)
    return last


def _row(
    sheet: Worksheet,
    styles: Styles,
    edition: Edition,
    columns: tuple[Column, ...],
    at: int,
    row: Row,
) -> None:
    shown = []
    for number, column in enumerate(columns):
        if column.shows is None:
            sheet.write_blank(at, number, None, styles.filled(column))
            continue
        words = column.shows(row)
        shown.append((words, column.sheet))
        if column.role == "number":
            link = f"{edition.site_url}{item_page(row.task.item)}#{row.id}"
            sheet.write_url(at, number, link, styles.number, string=words)
        else:
            sheet.write_string(at, number, words, styles.given)
    sheet.set_row(at, row_height(shown))


def _rule(column: Column) -> dict[str, Any] | None:
    """What may be written into the cells of a column; None where anything may."""
    rule: dict[str, Any] = {"ignore_blank": True}
    if column.fill == "choice":
        words = "、".join(column.choices)
        rule |= {"validate": "list", "source": list(column.choices)}
        rule |= {"error_title": "请从下拉框选", "error_message": f"{column.title}只能填：{words}。"}
    elif column.fill == "date":
        rule |= {"validate": "date", "criteria": ">=", "value": EARLIEST}
        rule |= {"error_title": "请填日期", "error_message": "写成 2024-06-30 这样的日期。"}
    elif column.fill == "percent":
        rule |= {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        rule |= {"error_title": "请填百分数", "error_message": "写 0% 到 100%。"}
    else:
        return None
    return rule


def _colours(sheet: Worksheet, styles: Styles, definition: FormDefinition, last: int) -> None:
    """A colour behind each state, and red for a date that has passed."""
    titles = [column.title for column in definition.columns]
    state, first = titles.index(definition.state), head_row(definition) + 1
    for word, tone in definition.states.items():
        rule: dict[str, Any] = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        rule["format"] = styles.tones[tone]
        sheet.conditional_format(first, state, last, state, rule)
    if not definition.due:
        return
    due = titles.index(definition.due)
    at_state, at_due, line = xl_col_to_name(state), xl_col_to_name(due), first + 1
    done = ",".join(f'${at_state}{line}<>"{word}"' for word in definition.done)
    late = f"=AND(ISNUMBER(${at_due}{line}),${at_due}{line}<TODAY(),{done})"
    rule = {"type": "formula", "criteria": late, "format": styles.late}
    sheet.conditional_format(first, due, last, due, rule)


def _hints(sheet: Worksheet, styles: Styles, form: Form, first: int) -> int:
    """The lines under the table; the row after the last one."""
    for at, words in enumerate(form.hints, start=first):
        _line(sheet, form, at, words, styles.across)
    return first + len(form.hints)


def _paper(sheet: Worksheet, form: Form, edition: Edition, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.35, right=0.35, top=0.4, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head_row(form.definition))
    sheet.print_area(0, 1, last, len(form.definition.columns) - 1)
    sheet.set_footer(f"&L&8表号 {form.name}　数据版本 {edition.version}&C&8— &P / &N —")
