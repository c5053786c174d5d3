"""Read one returned file: every row with its place, and whatever else is in it.

One rule: what is in the file is a value of the table, of its head or foot, or a stray that is held
against the blank form later (`returns.given`), or a finding. Nothing typed is dropped, and no file
stops the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from forms.common import ID, NUMBER, POSITION
from forms.registry import KINDS
from notice.ids import from_short, is_task
from notice.system_errors import explained
from returns import backup, csv_file
from returns.blanks import read_blanks
from returns.files import open_book
from returns.filled import Filled, FilledRow, Stray
from returns.grid import SUMMARY, Book, Sheet, UnreadableError, Value, address, column_name

STAMP = re.compile(r"表号 ([a-z0-9-]+)[\s，]+数据版本 ([0-9a-f]{8})")
COUNT = '"item-'  # in every formula of ours: it counts the rows of an item
BEYOND = "表外内容"
EXACT = 10**15  # from here on a spreadsheet no longer keeps every digit
NO_TABLE = "没有找到任务表：没有“任务编号（勿改）”列，也没有编号列；内容照录。"
Values = dict[int, Value]


def read_filled(path: Path, label: str = "") -> Filled:
    """A returned file, called `label` in the summary. Any error of the file becomes a finding."""
    filled = Filled(label or path.name)
    try:
        book = open_book(path)
    except UnreadableError as error:
        filled.found("", f"这个文件读不出来：{error}")
    except OSError as error:
        why, mend = explained(error)
        filled.found("", f"这个文件读不出来：{why}；请{mend}。")
    except Exception as error:  # a damaged file can fail in any of a dozen ways
        what = "这个文件读不出来，已损坏；请重新保存，另存为 xlsx 再交"
        filled.found("", f"{what}（{type(error).__name__}）。")
    else:
        _fill(filled, book)
    return filled


def _fill(filled: Filled, book: Book) -> None:
    if set(SUMMARY) <= {sheet.title for sheet in book.sheets}:
        filled.found("", "这个文件读不出来：这是以前的汇总，不是填报表。")
        return
    for sheet in book.sheets:
        _settle(sheet)
    table = _table(book)
    if table is None:
        filled.found("", NO_TABLE)
    else:
        _read_table(filled, book, *table)
    for sheet in book.sheets:
        if table is None or sheet is not table[0]:
            for number, values in sheet.lines():
                filled.strays.append(_stray(sheet, number, values, foreign=True))
        for words in sheet.margins:
            filled.strays.append(Stray(sheet.title, "页眉页脚", (words,), foreign=True))
        filled.remarks(sheet.title, sheet.remarks)
    filled.remarks("", book.remarks)


def _settle(sheet: Sheet) -> None:
    """Give every formula a value, leave our own counts out, note numbers that have lost digits."""
    for place, formula in sheet.formulas.items():
        row, column = place
        if COUNT in formula and formula.startswith("=COUNTIFS("):
            sheet.rows[row].pop(column)
        elif sheet.rows[row][column] == "":
            sheet.rows[row][column] = formula
            what = "公式没有算出的结果，照录公式；请在 Excel 或 WPS 里打开、保存后再交。"
            sheet.remark(place, what, formula)
        elif "HYPERLINK(" in formula:
            sheet.remark(place, "单元格里有链接，照录。", formula)
    for row, values in sheet.rows.items():
        for column, value in values.items():
            if isinstance(value, int | float) and abs(value) >= EXACT:
                sheet.remark((row, column), csv_file.LONG, value)


def _table(book: Book) -> tuple[Sheet, int, dict[str, int]] | None:
    """The sheet with the table, the row of its head and its columns; by its name if in doubt."""
    names = {kind.worksheet for kind in KINDS}
    for sheet in sorted(book.sheets, key=lambda sheet: sheet.title not in names):
        for number, values in sheet.lines():
            if columns := _columns(values):
                return sheet, number, columns
    return None


def _columns(values: Values) -> dict[str, int]:
    """The table's head, if this row is it: by the hidden column, or by the number column."""
    titles: dict[str, int] = {}
    for column, value in values.items():
        title = TITLES.get(_solid(str(value)), str(value))
        titles[f"{title}（{column_name(column)} 列）" if title in titles else title] = column
    numbered = {NUMBER.title, POSITION.title} & set(titles) and "原文" in "".join(titles)
    return titles if ID.title in titles or numbered else {}


def _read_table(
    filled: Filled, book: Book, sheet: Sheet, head: int, columns: dict[str, int]
) -> None:
    filled.sheet, filled.head = sheet.title, head
    filled.sparse = sheet.title == backup.SHEET
    _stamp(filled, book, sheet)
    definition = filled.definition
    formerly = definition.formerly if definition else {}
    filled.columns = {formerly.get(title, title): at for title, at in columns.items()}
    _spread(filled, sheet)
    for number, values in sheet.lines():
        if number < head:
            rest = read_blanks(filled, sheet, number, values)
            if rest:
                filled.strays.append(_stray(sheet, number, rest))
        elif number > head:
            _read_row(filled, sheet, number, values)
    _note_links(filled, sheet)
    if definition and definition.unit.label in filled.blanks:
        filled.unit = "".join(filled.blanks[definition.unit.label])
    if ID.title not in filled.columns:
        filled.found(f"A{head}", "隐藏的“任务编号（勿改）”列没有了，已按编号列对应。")


def _stamp(filled: Filled, book: Book, table: Sheet) -> None:
    """The form number and version: above the table, else wherever else the form has them."""
    for sheet in (table, *book.sheets):
        said = (" ".join(map(str, values.values())) for _, values in sheet.lines())
        for words in (*said, *sheet.margins):
            if stamp := STAMP.search(words):
                filled.form, filled.version = stamp[1], stamp[2]
                return
    filled.found("A1", "找不到表号和数据版本（应在表头第 4 行），只照录，不计入统计。")


def _spread(filled: Filled, sheet: Sheet) -> None:
    """A value in cells joined over several rows is that of each of these rows."""
    keys = {filled.columns.get(column.title) for column in (ID, NUMBER, POSITION)}
    for (first, column), (last, _) in sheet.merged:
        value = sheet.rows.get(first, {}).get(column, "")
        if value == "" or first <= filled.head or column in keys:
            continue
        for number, values in sheet.rows.items():
            if first < number <= last and is_task(_task(_titled(filled, values))):
                values.setdefault(column, value)


def _read_row(filled: Filled, sheet: Sheet, number: int, values: Values) -> None:
    titled = _titled(filled, values)
    task = _task(titled)
    if not is_task(task):  # a line of the foot; in a CSV its label stands in the first column
        rest = read_blanks(filled, sheet, number, values)
        words = [str(value) for value in rest.values()]
        definition = filled.definition
        if not words or (definition and len(words) == 1 and definition.is_hint(words[0])):
            return
        values, titled = rest, _titled(filled, rest)
    known = set(filled.columns.values())
    beyond = {column: value for column, value in values.items() if column not in known}
    for column, value in beyond.items():
        sheet.remark((number, column), "写在表外，照录。", value)
    if beyond:
        titled[BEYOND] = "；".join(map(str, beyond.values()))
    filled.rows.append(FilledRow(sheet.title, number, task, titled))
    _doubt(filled, sheet, number, titled)


def _titled(filled: Filled, values: Values) -> dict[str, Value]:
    return {title: values[at] for title, at in filled.columns.items() if at in values}


def _doubt(filled: Filled, sheet: Sheet, number: int, titled: dict[str, Value]) -> None:
    """Note texts that a spreadsheet may have changed in a CSV that it saved again."""
    if not sheet.unmarked or not filled.definition:
        return
    plain = {c.title for c in filled.definition.columns if c.shows or c.fill != "text"}
    for title, value in titled.items():
        place = (number, filled.columns.get(title, -1))
        unmarked = title not in plain and place in sheet.unmarked
        if unmarked and (what := csv_file.doubt(str(value))):
            sheet.remark(place, what, value)


def _note_links(filled: Filled, sheet: Sheet) -> None:
    """Addresses behind cells, other than those the form itself has."""
    ours = {filled.columns.get(column.title) for column in (NUMBER, POSITION)}
    for (row, column), target in sheet.links.items():
        shown = str(sheet.rows.get(row, {}).get(column, ""))
        if row > filled.head and column not in ours and shown not in target:
            sheet.remark((row, column), "单元格上的链接，照录。", target)


def _task(values: dict[str, Value]) -> str:
    """The task's id, from the hidden column or else from the visible number.

    Forms printed before 编号 had a column of its own have it under 序号.
    """
    given = str(values.get(ID.title, ""))
    if given:
        return unicodedata.normalize("NFKC", "".join(given.split())).lower()
    guess = from_short(str(values.get(NUMBER.title, values.get(POSITION.title, ""))))
    return guess if is_task(guess) else ""


def _stray(sheet: Sheet, number: int, values: Values, *, foreign: bool = False) -> Stray:
    cell = address((number, min(values)))
    return Stray(sheet.title, cell, tuple(map(str, values.values())), foreign)


def _solid(words: str) -> str:
    """A title without white space, and with one width of brackets."""
    return unicodedata.normalize("NFKC", "".join(words.split()))


def _titles() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for column in kind.columns:
            for title in (column.title, *column.formerly):
                yield _solid(title), title


TITLES = dict(_titles())
