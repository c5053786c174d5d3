"""Write a form as a workbook that people fill in: real tables, dropdowns, counts, nothing locked.

Read back by `returns/`, which joins by the hidden id column.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from exports.columns import LAYOUTS, Column, Layout
from exports.forms import WARNING, Form
from exports.xlsx.styles import Styles, row_height
from exports.xlsx.summary import write_help, write_summary

HEAD = 5  # the row of the table's head, counted from 0


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


def workbook(form: Form, edition: Edition) -> bytes:
    """A form as XLSX: the sheet to fill in, a summary that counts it, and how to fill it in."""
    layout = LAYOUTS[form.kind]
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": form.title, "created": edition.created})
        styles = Styles(book)
        sheet = book.add_worksheet(layout.sheet)
        _head(sheet, styles, form, edition, layout)
        last = _table(sheet, styles, form, edition, layout)
        _foot(sheet, styles, layout, last + 2)
        _paper(sheet, form, edition, layout, last + 2)
        write_summary(book.add_worksheet("汇总"), styles, form, layout, edition.version)
        write_help(book.add_worksheet("填表说明"), styles, form, layout, edition.version)
    return content.getvalue()


def _head(sheet: Worksheet, styles: Styles, form: Form, edition: Edition, layout: Layout) -> None:
    sheet.write_string(0, 1, form.title, styles.title)
    sheet.write_string(1, 1, f"依据：{form.basis}", styles.line)
    sheet.write_string(2, 1, WARNING, styles.ours)
    version = f"表号 {form.name}　数据版本 {edition.version}　共 {len(form.rows)} 项　网页："
    link = edition.site_url + form.address
    sheet.write_url(3, 1, link, styles.link, string=version + link)
    column = 1
    for words in layout.heads:
        sheet.merge_range(4, column, 4, column + 1, words, styles.label)
        sheet.write_blank(4, column + 2, None, styles.blank)
        column += 3
    head = row_height((column.title, column.width) for column in layout.columns)
    for row, height in enumerate((24, 15, 15, 15, 24, head)):
        sheet.set_row(row, height)


def _table(sheet: Worksheet, styles: Styles, form: Form, edition: Edition, layout: Layout) -> int:
    last = HEAD + len(form.rows)
    heads = [{"header": column.title, "header_format": styles.head} for column in layout.columns]
    table = {"columns": heads, "name": "tasks", "style": None, "autofilter": True}
    sheet.add_table(HEAD, 0, last, len(layout.columns) - 1, table)
    at = HEAD
    for group in form.groups:
        for row in group.rows:
            at += 1
            _row(sheet, styles, edition, layout, at, {**vars(row), "group": group.short})
    for number, column in enumerate(layout.columns):
        hidden = {"hidden": True} if number == 0 else {}
        sheet.set_column(number, number, column.width, None, hidden)
        _validation(sheet, column, number, last)
    _colours(sheet, styles, layout, last)
    sheet.freeze_panes(HEAD + 1, layout.frozen)
    return last


def _row(
    sheet: Worksheet,
    styles: Styles,
    edition: Edition,
    layout: Layout,
    at: int,
    values: dict[str, str],
) -> None:
    for number, column in enumerate(layout.columns):
        if not column.given:
            sheet.write_blank(at, number, None, styles.filled(column))
            continue
        words = values[column.given]
        if column.given == "number":
            item = values["id"].split("-")[1]
            link = f"{edition.site_url}items/{item}/#{values['id']}"
            sheet.write_url(at, number, link, styles.number, string=words)
        else:
            sheet.write_string(at, number, words, styles.given)
    given = (column for column in layout.columns if column.given)
    sheet.set_row(at, row_height((values[column.given], column.width) for column in given))


def _validation(sheet: Worksheet, column: Column, number: int, last: int) -> None:
    rule: dict[str, Any] = {"ignore_blank": True}
    if column.fill == "choice":
        words = "、".join(column.choices)
        rule |= {"validate": "list", "source": list(column.choices)}
        rule |= {"error_title": "请从下拉框选", "error_message": f"{column.title}只能填：{words}。"}
    elif column.fill == "date":
        rule |= {"validate": "date", "criteria": ">=", "value": datetime(2000, 1, 1)}
        rule |= {"error_title": "请填日期", "error_message": "写成 2024-06-30 这样的日期。"}
    elif column.fill == "percent":
        rule |= {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        rule |= {"error_title": "请填百分数", "error_message": "写 0% 到 100%。"}
    else:
        return
    sheet.data_validation(HEAD + 1, number, last, number, rule)


def _colours(sheet: Worksheet, styles: Styles, layout: Layout, last: int) -> None:
    titles = [column.title for column in layout.columns]
    state = titles.index(layout.state)
    for word in layout.states:
        rule: dict[str, Any] = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        rule["format"] = styles.states[word]
        sheet.conditional_format(HEAD + 1, state, last, state, rule)
    if not layout.due:
        return
    due = titles.index(layout.due)
    first = HEAD + 2
    at_state, at_due = xl_col_to_name(state), xl_col_to_name(due)
    done = ",".join(f'${at_state}{first}<>"{word}"' for word in layout.done)
    late = f"=AND(ISNUMBER(${at_due}{first}),${at_due}{first}<TODAY(),{done})"
    rule = {"type": "formula", "criteria": late, "format": styles.late}
    sheet.conditional_format(HEAD + 1, due, last, due, rule)


def _foot(sheet: Worksheet, styles: Styles, layout: Layout, at: int) -> None:
    column = 1
    for words in layout.feet:
        sheet.merge_range(at, column, at, column + 1, words, styles.label)
        sheet.write_blank(at, column + 2, None, styles.blank)
        column += 3
    sheet.set_row(at, 30)


def _paper(sheet: Worksheet, form: Form, edition: Edition, layout: Layout, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.35, right=0.35, top=0.4, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    sheet.print_area(0, 1, last, len(layout.columns) - 1)
    sheet.set_footer(f"&L&8表号 {form.name}　数据版本 {edition.version}&C&8— &P / &N —")
