"""Read the CSV that the form pages save, also after a spreadsheet has saved it again.

The page puts a mark, an apostrophe, before every text that a spreadsheet could take for something
else: a formula, a number, a date. Anything but a Chinese character or an opening mark begins such a
text. A cell that has lost its mark, or never had one, may have been changed.
"""

from __future__ import annotations

import csv
import io
import re

from forms.common import ID, NUMBER
from returns.grid import Book, Remark, Sheet
from returns.values import text

SHEET = "CSV"
MARK = re.compile(r"'(?=[^\u3400-\u9fff\U00020000-\U0003ffff“‘《〈「『【〔])")
SEPARATORS = ",;\t，；"
DIRECTIVE = re.compile(r"\ufeff?sep=(.)\r?\n")  # by which Excel says what separates its cells
LONG = "数字超过 15 位，表格软件不保留后面的数字，请对照原件核对。"
CHANGED = (
    (re.compile(r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+"), LONG),
    (re.compile(r"[0-9]{1,4}[-/.年][0-9]{1,2}([-/.月][0-9]{1,4}日?)?"
                r"|[0-9]{1,2}月[0-9]{1,4}日?|[0-9]{1,2}-[A-Z][a-z]{2}(-[0-9]+)?"
                r"|[A-Z][a-z]{2}-[0-9]{1,4}"),
     "可能原是 3-5、1/2 一类的文字，被表格软件改成了日期，请核对。"),
    (re.compile(r"[+-]?[0-9]+(\.[0-9]+)?"),
     "这是数字还是编号不能断定，开头的 0 可能已被表格软件去掉，请核对。"),
)  # fmt: skip
BROKEN = "\ufffd"
csv.field_size_limit(2**27)


def read_csv(content: bytes) -> Book:
    """The one sheet of a CSV, of whatever encoding and separator; `unmarked` cells noted."""
    sheet = Sheet(SHEET)
    words = _decoded(content, sheet)
    separator = _separator(words)
    if found := DIRECTIVE.match(words):
        words, separator = words[found.end() :], found[1]
    for number, line in enumerate(csv.reader(io.StringIO(words, ""), delimiter=separator), 1):
        for column, cell in enumerate(line):
            plain = text(MARK.sub("", cell, count=1) if MARK.match(cell) else cell)
            if plain:
                sheet.rows.setdefault(number, {})[column] = plain
                if not MARK.match(cell):
                    sheet.unmarked.add((number, column))
    return Book([sheet])


def doubt(words: str) -> str:
    """What a spreadsheet may have done to an unmarked text; empty where nothing seems wrong."""
    return next((what for pattern, what in CHANGED if pattern.fullmatch(words)), "")


def is_text(content: bytes) -> bool:
    """Whether bytes can be a text at all."""
    return b"\0" not in content[:4096] or _utf_16(content) is not None


def _decoded(content: bytes, sheet: Sheet) -> str:
    """The text: UTF-8 as the pages save it, GB 18030 or UTF-16 once Excel has saved it again."""
    encodings = [found] if (found := _utf_16(content)) else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    likely = min(encodings, key=lambda name: content.decode(name, "replace").count(BROKEN))
    words = content.decode(likely, "replace")
    what = f"有 {words.count(BROKEN)} 个字符认不出，显示为 {BROKEN}，请对照原文件。"
    sheet.remarks.append(Remark("", what))
    return words


def _utf_16(content: bytes) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    commas = [content[:4096].count(mark) for mark in (b",\0", b"\0,")]
    if b"\0" in content[:4096] and any(commas):
        return "utf-16-le" if commas[0] >= commas[1] else "utf-16-be"
    return None


def _separator(words: str) -> str:
    """What separates the cells of the table's head, or of all there is."""
    head = next((line for line in words.splitlines() if ID.title in line), "")
    head = head or next((line for line in words.splitlines() if NUMBER.title in line), words)
    return max(SEPARATORS, key=head.count)
