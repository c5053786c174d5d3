"""How the cells of a workbook look, in fonts that Excel and WPS have under these names."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import xlsxwriter
from xlsxwriter.format import Format

from forms.definition import Column, Field, Tone

# Behind a state; the word itself says the same.
COLOURS: dict[Tone, str] = {
    "open": "#E7E6E6",
    "doing": "#DDEBF7",
    "done": "#E2EFDA",
    "late": "#F8CBAD",
    "bad": "#F8CBAD",
    "none": "#F2F2F2",
}

HIGHEST = 409  # points of a row
LINE = 13.5  # points a line of 10-point text takes, with the tallest of the usual fonts


def row_height(cells: Iterable[tuple[str, int]]) -> float:
    """The points that a row needs for its texts in columns of some width (characters of Excel).

    No row is higher than a spreadsheet allows.
    """
    lines = max((_lines(words, width) for words, width in cells), default=1)
    return min(lines * LINE + 6, HIGHEST)


@lru_cache(maxsize=2**13)  # the rows of a summary repeat the same words for every unit
def _lines(words: str, width: int) -> int:
    """How many lines a text takes; a Chinese character is as wide as two others."""
    return sum(max(1, math.ceil(_wide(line) / (width - 1))) for line in words.split("\n"))


def _wide(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


class Styles:
    """The cell formats of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        base = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
        cell = {**base, "text_wrap": True, "border": 1, "border_color": "#A6A6A6"}
        head = {"font_name": "黑体", "align": "center", "bg_color": "#E9ECEE"}
        self.title: Format = book.add_format({**base, "font_name": "黑体", "font_size": 16})
        self.line = book.add_format(base)
        self.across = book.add_format({**base, "text_wrap": True})
        self.ours = book.add_format({**base, "text_wrap": True, "font_color": "#23564A"})
        self.link = book.add_format({**base, "font_color": "#1C5488", "underline": 1})
        self.label_left = book.add_format({**base, "font_name": "黑体", "font_size": 12})
        self.label = book.add_format({**base, "font_name": "黑体", "align": "right"})
        self.head = book.add_format({**cell, **head})
        self.given = book.add_format({**cell, "bg_color": "#FAFAFA"})
        self.number = book.add_format({**cell, "font_color": "#1C5488", "align": "center"})
        self.text = book.add_format({**cell, "num_format": "@"})
        self.date = book.add_format({**cell, "num_format": "yyyy-mm-dd", "align": "center"})
        self.percent = book.add_format({**cell, "num_format": "0%", "align": "center"})
        self.choice = book.add_format({**cell, "align": "center"})
        self.late = book.add_format({"font_color": "#C00000"})
        self.tones = {tone: book.add_format({"bg_color": c}) for tone, c in COLOURS.items()}
        self.count = book.add_format({**cell, "align": "center", "num_format": "0"})

    def filled(self, column: Column) -> Format:
        """The format of a column that people fill in."""
        found: Format = getattr(self, column.fill)
        return found

    def blank(self, field: Field) -> Format:
        """The format of a blank of the head or foot: text, so that long numbers stay whole."""
        found: Format = {"date": self.date, "number": self.count}.get(field.kind, self.text)
        return found
