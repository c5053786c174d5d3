"""Read one filled workbook: every row with its place, and whatever else somebody typed.

Nothing typed is dropped, and no file stops the others: what cannot be understood is a finding.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from forms.common import ID, NUMBER, POSITION
from forms.definition import FormDefinition
from forms.registry import definition_of
from notice.ids import from_short, is_task

Value = str | int | float | date
Lines = Iterator[tuple[int, list[Value]]]
STAMP = re.compile(r"表号 (\S+)\s+数据版本 ([0-9a-f]{8})")
OWN_SHEETS = {"汇总", "填表说明"}
LARGEST = 200 * 2**20  # bytes unpacked; a filled form has about half a megabyte
GAP = 500  # empty rows after which a sheet is taken to be over


@dataclass(frozen=True)
class Finding:
    """Something a person has to look at: where it is, what it is, what was typed."""

    file: str
    sheet: str
    cell: str
    what: str
    typed: str = ""


@dataclass(frozen=True)
class FilledRow:
    """A row of a table as filled in; `id` is empty where the row has none."""

    sheet: str
    number: int
    id: str
    values: dict[str, Value]

    def cell(self, columns: dict[str, int], title: str) -> str:
        """The address of one of its cells: L12; of its first where there is no such column."""
        return f"{get_column_letter(columns.get(title, 0) + 1)}{self.number}"


@dataclass
class Filled:
    """A workbook as it came back."""

    file: str
    form: str = ""
    version: str = ""
    unit: str = ""
    sheet: str = ""
    head: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    rows: list[FilledRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def definition(self) -> FormDefinition | None:
        """The kind of form it is, where that is known."""
        return definition_of(self.form)

    def found(self, cell: str, what: str, typed: object = "") -> None:
        """Note a finding in this file's table."""
        self.findings.append(Finding(self.file, self.sheet, cell, what, str(typed)))


def read_filled(path: Path) -> Filled:
    """A filled workbook. Any error of the file itself becomes a finding."""
    filled = Filled(path.name)
    try:
        for title, lines in _sheets(path):
            _read_sheet(filled, title, lines)
    except Exception as error:  # a damaged file can fail in any of a dozen ways
        filled.found("", f"这个文件读不出来，不是完好的 xlsx 工作簿（{type(error).__name__}）。")
        return filled
    if not filled.columns:
        filled.found("", "没有找到任务表：没有“任务编号（勿改）”列，也没有编号列。")
    return filled


def _sheets(path: Path) -> Iterator[tuple[str, Lines]]:
    """The sheets of a workbook by title; a CSV, as the checklist pages save it, is one."""
    if path.suffix.lower() == ".csv":
        reader = csv.reader(io.StringIO(_decoded(path.read_bytes()), newline=""))
        yield "CSV", _lines(map(_plain, line) for line in reader)
        return
    _check_size(path)
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            yield sheet.title, _lines(sheet.iter_rows(values_only=True))
    finally:
        book.close()


def _decoded(content: bytes) -> str:
    """The text of a CSV: UTF-8 as the pages save it, or GB 18030 once Excel has saved it again."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _plain(cell: str) -> str:
    """A cell of a CSV without the mark that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if re.match(r"'[=+\-@\t]", cell) else cell


def _check_size(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise ValueError("too large")


def _read_sheet(filled: Filled, title: str, lines: Lines) -> None:
    if title in OWN_SHEETS:
        return
    if filled.columns:
        _keep_other(filled, title, lines)
        return
    before: list[tuple[int, list[Value]]] = []
    for number, cells in lines:
        columns = _columns(cells)
        if columns:
            filled.sheet, filled.head, filled.columns = title, number, columns
            _read_head(filled, before)
            _rename(filled)
            _read_rows(filled, lines)
            return
        before.append((number, cells))
    _keep_other(filled, title, iter(before))


def _lines(rows: Iterable[Iterable[Any]]) -> Lines:
    """The rows that hold anything, with their numbers; trailing emptiness is not walked through."""
    empty = 0
    for number, row in enumerate(rows, start=1):
        cells = list(row)
        if all(cell is None or cell == "" for cell in cells):
            empty += 1
            if empty > GAP:
                return
            continue
        empty = 0
        yield number, [_value(cell) for cell in cells]


def _value(cell: Any) -> Value:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date | int | float):
        return cell
    return str(cell).strip()


def _columns(cells: list[Value]) -> dict[str, int]:
    """The table's head, if this row is it: by the hidden column, or by the number column."""
    titles = [str(cell) for cell in cells]
    numbered = {NUMBER.title, POSITION.title} & set(titles) and "原文" in "".join(titles)
    if ID.title not in titles and not numbered:
        return {}
    return {title: at for at, title in enumerate(titles) if title}


def _read_head(filled: Filled, before: list[tuple[int, list[Value]]]) -> None:
    for number, cells in before:
        texts = [str(cell) for cell in cells if cell != ""]
        if stamp := STAMP.search(" ".join(texts)):
            filled.form, filled.version = stamp[1], stamp[2]
        elif not _read_blanks(filled, cells) and number > 4:
            filled.notes.append("；".join(texts))
    if not filled.form:
        filled.found("A1", "找不到表号和数据版本（应在表头第 4 行）。")


def _rename(filled: Filled) -> None:
    """Give columns that had another title before the title of today."""
    formerly = filled.definition.formerly if filled.definition else {}
    filled.columns = {formerly.get(title, title): at for title, at in filled.columns.items()}


def _read_blanks(filled: Filled, cells: list[Value]) -> bool:
    """Note what is in a line of the head or foot; False where the line is none."""
    definition = filled.definition
    if definition is None:
        return False
    today = {field.label: field.label for field in definition.fields} | definition.formerly
    found: dict[str, str] = {}
    label = ""
    for cell in cells:
        if str(cell) in today:
            label = today[str(cell)]
            found.setdefault(label, "")
        elif cell != "" and label:
            found[label] += str(cell)
    if definition.unit.label in found:
        filled.unit = found[definition.unit.label]
    filled.notes += [f"{title}：{text}" for title, text in found.items() if text]
    return bool(found)


def _read_rows(filled: Filled, lines: Lines) -> None:
    definition = filled.definition
    for number, cells in lines:
        values = {t: cells[at] for t, at in filled.columns.items() if at < len(cells)}
        values = {title: value for title, value in values.items() if value != ""}
        beyond = [c for at, c in enumerate(cells) if c != "" and at not in filled.columns.values()]
        task = _task(values)
        if not is_task(task):  # a line of the foot; in a CSV its label stands in the first column
            words = [str(cell) for cell in cells if cell != ""]
            if definition and len(words) == 1 and definition.is_hint(words[0]):
                continue
            if _read_blanks(filled, cells):
                continue
        row = FilledRow(filled.sheet, number, task, values)
        if beyond:
            row.values["表外内容"] = "；".join(map(str, beyond))
        filled.rows.append(row)
    if ID.title not in filled.columns:
        filled.found(f"A{filled.head}", "隐藏的“任务编号（勿改）”列没有了，已按编号列对应。")


def _task(values: dict[str, Value]) -> str:
    """The task's id, from the hidden column or else from the visible number.

    Forms printed before 编号 had a column of its own have it under 序号.
    """
    given = str(values.get(ID.title, ""))
    if given:
        return given
    guess = from_short(str(values.get(NUMBER.title, values.get(POSITION.title, ""))))
    return guess if is_task(guess) else ""


def _keep_other(filled: Filled, title: str, lines: Lines) -> None:
    """Another sheet that somebody added: its words are kept as they are."""
    for number, cells in lines:
        words = "；".join(str(cell) for cell in cells if cell != "")
        what = "另加的工作表，内容照录，不计入统计。"
        filled.findings.append(Finding(filled.file, title, f"A{number}", what, words))
