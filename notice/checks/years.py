"""The years that a notice says of itself agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.head import Notice, Successor
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

IN_TITLE = re.compile(r"(?<![\d—－–~至-])(\d{4})年")  # of （2025—2027年） neither
IN_NUMBER = re.compile(r"[〔\[（(](\d{4})[〕\])）]")


def check_years(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """What contradicts the number or the title; a title without a year says nothing."""
    notice = catalog.notice
    yield from _year(source, ("notice",), notice)
    if later := notice.superseded_by:
        path = ("notice", "superseded_by")
        yield from _year(source, path, later)
        if later.number == notice.number:
            message = f"后来的通知“{later.number}”就是本通知。"
            yield source.problem((*path, "number"), message, "取代本通知的那份通知的文号")
        if notice.year and later.year < notice.year:
            message = f"后来的通知安排 {later.year} 年，早于本通知的 {notice.year} 年。"
            yield source.problem((*path, "year"), message, "后来通知安排的年份")


def _year(source: Source, path: YamlPath, said: Notice | Successor) -> Iterator[Problem]:
    number, title = IN_NUMBER.search(said.number or ""), IN_TITLE.search(said.title)
    if said.year is None:
        if title:
            message = f"标题里有“{title[0]}”，year 却没有写。"
            yield source.problem((*path, "title"), message, f"year: {title[1]}")
        return
    if title and int(title[1]) != said.year:
        message = f"year 写 {said.year}，标题却是“{title[0]}”。"
        yield source.problem((*path, "year"), message, title[1])
    elif number and not 0 <= said.year - int(number[1]) <= 1:  # or issued in December before
        message = f"year 写 {said.year}，文号却是 {number[0]}。"
        yield source.problem((*path, "year"), message, number[1])
    if title and number and not 0 <= int(title[1]) - int(number[1]) <= 1:
        message = f"标题是“{title[0]}”，文号却是 {number[0]}。"
        yield source.problem((*path, "title"), message, "文号和标题照公开文本核对")
