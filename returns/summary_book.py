"""The workbook of the summary: tables with a title, heads and rows, and texts of any length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from exports.xlsx.styles import Styles, row_height
from returns.grid import Value, address

TITLE = "填报汇总"
LONGEST = 16_000  # characters in a cell, each of which Excel may count as two of its 32,767
HEAD = 1  # the row of the heads, counted from 0
LAST = 1_048_575  # the last row there can be
Line = tuple[Value, ...]


@dataclass(frozen=True)
class Table:
    """A sheet: its title, heads, widths in characters, and rows; `percents` are columns of them."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Iterable[Line]
    percents: frozenset[int] = frozenset()


class SummaryBook:
    """A workbook with a sheet for each of `titles`, filled in whatever order.

    `rest` is what did not fit into its cell: rows of sheet, cell and text, longer with every table.
    """

    def __init__(self, titles: Iterable[str], line: str, today: date, folder: Path) -> None:
        """`line` follows each sheet's title; `folder` is for files while writing."""
        options = {"strings_to_formulas": False, "strings_to_urls": False, "tmpdir": str(folder)}
        self._path = folder / "summary.xlsx"
        self._book = xlsxwriter.Workbook(self._path, options)
        created = datetime(today.year, today.month, today.day)
        self._book.set_properties({"title": TITLE, "created": created})
        self._styles = Styles(self._book)
        self._sheets = {title: self._book.add_worksheet(title) for title in titles}
        self._line = line
        self.rest: list[tuple[str, str, str]] = []

    def close(self) -> Path:
        """Write the workbook; where it is. Raises OSError where there is no room."""
        try:
            self._book.close()
        except FileCreateError as error:
            raise OSError(*error.args) from error
        return self._path

    def write(self, table: Table) -> None:
        """Fill the table's sheet; rows beyond the last possible one go on on another sheet."""
        sheet, at, more = self._sheets[table.title], HEAD, 1
        self._start(sheet, table)
        for row in table.rows:
            if at == LAST:
                self._finish(sheet, table, at)
                more += 1
                sheet, at = self._book.add_worksheet(f"{table.title}（{more}）"), HEAD
                self._start(sheet, table)
            at += 1
            self._row(sheet, table, at, row)
        self._finish(sheet, table, at)

    def _start(self, sheet: Worksheet, table: Table) -> None:
        for number, width in enumerate(table.widths):
            sheet.set_column(number, number, width)
        sheet.write_string(0, 0, f"{sheet.get_name()}　{self._line}", self._styles.label_left)
        for number, words in enumerate(table.heads):
            self._write(sheet, HEAD, number, words, self._styles.head)
        heads = zip(table.heads, table.widths, strict=True)
        sheet.set_row(HEAD, row_height(heads))

    def _row(self, sheet: Worksheet, table: Table, at: int, row: Line) -> None:
        texts = [(v, w) for v, w in zip(row, table.widths, strict=True) if isinstance(v, str)]
        sheet.set_row(at, row_height(texts))
        for number, value in enumerate(row):
            if value == "":
                continue
            if isinstance(value, str):
                self._write(sheet, at, number, value, self._styles.text)
            elif isinstance(value, date):
                moment = datetime(value.year, value.month, value.day)
                sheet.write_datetime(at, number, moment, self._styles.date)
            else:
                sheet.write_number(at, number, value, self._format(table, number, value))

    def _write(self, sheet: Worksheet, at: int, number: int, words: str, style: Any) -> None:
        if len(words) > LONGEST:
            place = address((at + 1, number))
            for start in range(LONGEST, len(words), LONGEST):
                part = words[start : start + LONGEST]
                self.rest.append((sheet.get_name(), place, part))
            words = f"{words[:LONGEST]}……（全文 {len(words)} 字，余下的在“问题”表末尾）"
        if not words.isascii():
            words = words.encode("utf-8", "backslashreplace").decode("utf-8")
        sheet.write_string(at, number, words, style)

    def _format(self, table: Table, number: int, value: float) -> Any:
        if number in table.percents:
            return self._styles.percent
        whole = abs(value) < 1e15 and value == int(value)
        return self._styles.count if whole else self._styles.text

    def _finish(self, sheet: Worksheet, table: Table, last: int) -> None:
        sheet.freeze_panes(HEAD + 1, 1)
        sheet.autofilter(HEAD, 0, max(last, HEAD + 1), len(table.heads) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD)
