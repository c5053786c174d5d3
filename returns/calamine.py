"""Read the older and other kinds of workbooks, xls, xlsb and ods, with calamine."""

from __future__ import annotations

import io

import python_calamine
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from returns.grid import Book, Remark, Sheet, UnreadableError
from returns.values import of_python

OPEN_DOCUMENT = b"opendocument"  # an ods begins with its kind
CELLS = 5_000_000  # that a sheet may span; calamine holds the empty ones as well
LOCKED = "有打开密码，请在 Excel 或 WPS 里取消密码，另存为 xlsx 再交。"
PARTLY = "这种格式里的批注、公式、文本框读不到，只读到了单元格的值；请在 WPS 里另存为 xlsx 再交。"


def read_calamine(content: bytes) -> Book:
    """The sheets of a workbook; their comments and formulas are not known.

    Raises UnreadableError where a password is needed, CalamineError where it is damaged.
    """
    book = Book(formulas_known=False, remarks=[Remark("", PARTLY)])
    try:
        with python_calamine.load_workbook(io.BytesIO(content)) as opened:
            for title in opened.sheet_names:
                book.sheets.append(
                    _sheet(opened, title, leap_1900=OPEN_DOCUMENT not in content[:100])
                )
    except PasswordError:
        raise UnreadableError(LOCKED) from None
    return book


def _sheet(opened: CalamineWorkbook, title: str, *, leap_1900: bool) -> Sheet:
    sheet = Sheet(title)
    try:
        read = opened.get_sheet_by_name(title)
    except CalamineError:
        sheet.remarks.append(Remark("", "这张工作表读不出来，请在 WPS 里另存为 xlsx 再交。"))
        return sheet
    if read.height * read.width > CELLS:
        sheet.remarks.append(Remark("", "这张工作表大得不正常，没有读；请另存为 xlsx 再交。"))
        return sheet
    left = read.start[1] if read.start else 0  # rows come from the first on, columns do not
    for number, cells in enumerate(read.iter_rows(), start=1):
        given = ((left + at, cell) for at, cell in enumerate(cells) if cell != "")
        values = {at: of_python(cell, leap_1900=leap_1900) for at, cell in given}
        if values := {at: value for at, value in values.items() if value != ""}:
            sheet.rows[number] = values
    for first, last in read.merged_cell_ranges or ():
        sheet.merged.append(((first[0] + 1, first[1]), (last[0] + 1, last[1])))
    return sheet
