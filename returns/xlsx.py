"""Read an xlsx file of any hand: Excel, WPS, LibreOffice, with macros or strict.

No library gives values, formulas and comments in one pass: openpyxl needs two, leaves out text
boxes and takes a tenth of a second each; calamine leaves out formulas, comments and errors and
turns 6.3 in a date cell into a day of 1900.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path

from returns.grid import Book, Remark, Sheet, UnreadableError
from returns.package import DAMAGED, Attributes, Package, Parser, TooLargeError
from returns.values import Kind, kind_of_format, text, unescaped
from returns.xlsx_beside import PICTURE, WHAT, read_beside
from returns.xlsx_sheet import Shared, SheetReader

CHARACTERS = 32 * 2**20  # of the texts that sheets share; those of a filled form have 50,000
TOO_LARGE = "内容大得不正常，没有读完；请把填写的内容复制到空白表里，另存为 xlsx 再交。"
FOLDERS = {"comments": "comments", "threadedComments": "threadedComment", "drawings": "drawing",
           "charts": "chart", "diagrams": "drawing"}  # fmt: skip


def read_xlsx(content: bytes) -> Book:
    """The sheets of a workbook; a damaged or endless sheet is a remark.

    Raises UnreadableError, or one of `DAMAGED`, where nothing at all can be read.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        try:
            return _Reader(Package(archive)).book()
        except TooLargeError:
            raise UnreadableError(TOO_LARGE) from None


def sheet_titles(path: Path) -> list[str]:
    """The titles of a workbook's sheets. Raises TooLargeError or one of `DAMAGED`."""
    with zipfile.ZipFile(path) as archive:
        reader = _Reader(Package(archive))
        return [title for title, _ in reader.workbook(reader.main())[0]]


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._book = Book()
        self._beside: set[str] = set()  # parts with comments and drawings that a sheet names

    def book(self) -> Book:
        main = self.main()
        related = self._package.related(main)
        parts = dict(related.values())
        sheets, since_1904 = self.workbook(main)
        strings = self._strings(parts.get("sharedStrings", ""))
        shared = Shared(strings, self._kinds(parts.get("styles", "")), since_1904)
        named = {related.get(key, ("", ""))[1]: title for title, key in sheets}
        for name in self._package.names:
            if posixpath.dirname(name).endswith("worksheets"):
                named.setdefault(name, posixpath.basename(name))
        for part, title in named.items():
            self._book.sheets.append(self._sheet(title, part, shared))
        self._rest()
        return self._book

    def main(self) -> str:
        """The part that lists the sheets."""
        top = self._package.related("").values()
        return next((part for kind, part in top if kind == "officeDocument"), "")

    def _sheet(self, title: str, part: str, shared: Shared) -> Sheet:
        sheet = Sheet(title)
        try:
            related = self._package.related(part)
            links = {key: target for key, (kind, target) in related.items() if kind == "hyperlink"}
            self._package.parse(part, SheetReader(sheet, shared, links).parser)
            if part not in self._package.names:
                sheet.remarks.append(Remark("", "这张工作表在文件里缺失，请重新保存后再交。"))
            for kind, target in related.values():
                if kind in WHAT:
                    self._beside.add(target)
                    sheet.remarks += read_beside(self._package, target, kind)
        except TooLargeError:
            last = max(sheet.rows, default=0)
            sheet.remarks.append(Remark(f"A{last + 1}", f"只读到第 {last} 行：{TOO_LARGE}"))
        except DAMAGED:
            last = max(sheet.rows, default=0)
            what = f"这张工作表从第 {last + 1} 行起读不出来，文件已损坏，请重新保存后再交。"
            sheet.remarks.append(Remark(f"A{last + 1}", what))
        return sheet

    def _rest(self) -> None:
        """Comments and texts that no sheet names, pictures in no drawing, files put in."""
        pictures = embedded = 0
        seen = any(r.what == PICTURE for sheet in self._book.sheets for r in sheet.remarks)
        for name in self._package.names:
            folder, file = posixpath.split(name)
            last = posixpath.basename(folder)
            pictures += last == "media"
            embedded += last == "embeddings"
            kind = "comments" if file.startswith("comments") else FOLDERS.get(last, "")
            if kind and file.endswith(".xml") and name not in self._beside:
                self._book.remarks += read_beside(self._package, name, kind)
        if pictures and not seen:
            self._book.remarks.append(Remark("", PICTURE))
        if embedded:
            what = f"里面嵌有 {embedded} 个别的文件，汇总里看不到，请看原文件。"
            self._book.remarks.append(Remark("", what))

    def workbook(self, part: str) -> tuple[list[tuple[str, str]], bool]:
        """The title and relation of each sheet, and whether days are counted from 1904."""
        sheets: list[tuple[str, str]] = []
        settings: Attributes = {}

        def start(tag: str, given: Attributes) -> None:
            if tag == "workbookPr":
                settings.update(given)
            elif tag == "sheet":
                key = next((value for name, value in given.items() if name.endswith(":id")), "")
                sheets.append((given.get("name", ""), key))

        self._package.parse(part, Parser(start))
        return sheets, settings.get("date1904", "0") in {"1", "true"}

    def _strings(self, part: str) -> list[str]:
        """The texts that the cells share, without their readings in another script."""
        strings: list[str] = []
        pieces: list[str] = []
        state = {"reading": False, "left": CHARACTERS}

        def start(tag: str, _: Attributes) -> None:
            if tag == "rPh":
                state["reading"] = True

        def words(_: str, found: str) -> None:
            if not state["reading"]:
                pieces.append(found)
                state["left"] -= len(found)

        def end(tag: str) -> None:
            if tag == "rPh":
                state["reading"] = False
            elif tag == "si":
                strings.append(text(unescaped("".join(pieces))))
                pieces.clear()
                if state["left"] < 0:
                    raise TooLargeError

        self._package.parse(part, Parser(start, words, frozenset({"t"}), end))
        return strings

    def _kinds(self, part: str) -> list[Kind]:
        """Whether each style of a cell shows a date or a time."""
        codes: dict[str, str] = {}
        kinds: list[Kind] = []
        inside = {"cellXfs": False}

        def start(tag: str, given: Attributes) -> None:
            if tag == "numFmt":
                codes[given.get("numFmtId", "")] = given.get("formatCode", "")
            elif tag == "cellXfs":
                inside["cellXfs"] = True
            elif tag == "xf" and inside["cellXfs"]:
                number = given.get("numFmtId", "0")
                kinds.append(kind_of_format(int(number), codes.get(number, "")))

        def end(tag: str) -> None:
            if tag == "cellXfs":
                inside["cellXfs"] = False

        self._package.parse(part, Parser(start, end=end))
        return kinds
