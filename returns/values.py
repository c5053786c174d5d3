"""What is written in a file, as values: texts, numbers and dates as somebody typed them."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta
from typing import Literal

from returns.grid import Value

Kind = Literal["", "date", "time"]
ZERO = datetime(1899, 12, 30)  # the day 0 of a spreadsheet, for every day since March 1900
MARCH_1900 = datetime(1900, 3, 1)  # before it Excel's day numbers are one less
# Dates of a form lie between these days; another number in a date cell is no date but was typed:
# 6.3, or 20240630.
FIRST, LAST = (date(2000, 1, 1) - ZERO.date()).days, (date(2100, 1, 1) - ZERO.date()).days
WHOLE = re.compile(r"[+-]?[0-9]{1,15}(\.0*)?")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
TIME_ONLY = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
NOT_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
# Numbers of formats that every spreadsheet knows without a code; 27 to 58 are those of Chinese.
DATES = {14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58}
TIMES = {18, 19, 20, 21, *range(32, 36), 45, 46, 47, 55, 56}


def text(raw: str) -> str:
    """A text as it is seen: line breaks as one character, no white space around it."""
    return raw.replace("\r\n", "\n").replace("\r", "\n").strip()


def unescaped(raw: str) -> str:
    """A text of a workbook's XML, in which `_x000D_` is a character that XML cannot hold."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), raw) if "_x" in raw else raw


def number(raw: str, kind: Kind = "", *, since_1904: bool = False) -> Value:
    """A number as written; a date or time where its format says so and it can be one.

    What is no finite number stays the text that it is.
    """
    try:
        value = float(raw)
    except ValueError:
        return text(raw)
    if not math.isfinite(value):
        return text(raw)
    if kind and (found := _moment(value + (1462 if since_1904 else 0), kind)) is not None:
        return found
    return int(raw.split(".")[0]) if WHOLE.fullmatch(raw) else value


def iso_date(raw: str) -> Value:
    """A date written 2024-06-30; any other text stays one."""
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return raw


def of_python(value: object, *, leap_1900: bool = True) -> Value:
    """A value as a library hands it out.

    `leap_1900` says whether the file's program counts 29 February 1900, as Excel does.
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        counted = leap_1900 and value < MARCH_1900
        return number(repr((value - ZERO) / timedelta(days=1) - counted), "date")
    if isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)
        return of_python(moment, leap_1900=leap_1900)
    if isinstance(value, int | float):
        return number(repr(value))
    return text(str(value))


def kind_of_format(identifier: int, code: str) -> Kind:
    """Whether a number format shows a date or a time: by its code, or by a number known to all."""
    if not code:
        return "date" if identifier in DATES else "time" if identifier in TIMES else ""
    if TIME_ONLY.search(code):
        return "time"
    letters = set(NOT_CODE.sub("", code.split(";")[0]).lower())
    if letters & set("yd年日"):
        return "date"
    if letters & set("hs时秒"):
        return "time"
    return "date" if "m" in letters else ""


def _moment(value: float, kind: Kind) -> Value | None:
    """The date or time that a day number is; None where it cannot be one."""
    if kind == "time" and 0 <= value < FIRST:
        seconds = round(value * 86400)
        hours = f"{seconds // 3600:02}:{seconds % 3600 // 60:02}"
        return f"{hours}:{seconds % 60:02}" if seconds % 60 else hours
    if not FIRST <= value < LAST:
        return None
    moment = ZERO + timedelta(seconds=round(value * 86400))
    if value == int(value):
        return moment.date()
    return f"{moment:%Y-%m-%d %H:%M:%S}".removesuffix(":00")
