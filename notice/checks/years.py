"""The years that a notice says of itself agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.document import has_title
from notice.head import Notice, Successor
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

IN_TITLE = re.compile(r"(?<![\d—－–~至-])(\d{4})年")  # of （2025—2027年） neither
IN_NUMBER = re.compile(r"[〔\[（(](\d{4})[〕\])）]")


def check_years(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """What contradicts the number or the title; a title without a year says nothing."""
    notice = catalog.notice
    yield from _year(source, ("notice",), notice, proven=has_title(notice))
    if later := notice.superseded_by:
        path = ("notice", "superseded_by")
        yield from _year(source, path, later)
        if later.number == notice.number:
            message = f"后来的通知“{later.number}”就是本通知。"
            yield source.problem((*path, "number"), message, "取代本通知的那份通知的文号")
        if notice.year and later.year < notice.year:
            message = f"后来的通知安排 {later.year} 年，早于本通知的 {notice.year} 年。"
            yield source.problem((*path, "year"), message, "后来通知安排的年份")


def years_in(title: str) -> list[int]:
    """The years that a title names, but for those in the titles it cites."""
    return [int(year) for year in IN_TITLE.findall(re.sub("《.*?》", "", title))]


def _fits(year: int, number: re.Match[str] | None) -> bool:
    """Whether a number is of the year or, as of a notice issued in December, of the one before."""
    return number is None or 0 <= year - int(number[1]) <= 1


def _year(
    source: Source, path: YamlPath, said: Notice | Successor, *, proven: bool = False
) -> Iterator[Problem]:
    """What contradicts; a title that is proven may name other years, as of what happened."""
    number, years = IN_NUMBER.search(said.number or ""), years_in(said.title)
    if said.year is None:
        if len(years) == 1 and _fits(years[0], number):
            message = f"标题里有“{years[0]}年”，year 却没有写。"
            yield source.problem((*path, "title"), message, f"year: {years[0]}")
        return
    by_number = proven and number and _fits(said.year, number)
    if years and said.year not in years and not by_number:
        message = f"year 写 {said.year}，标题却是“{years[0]}年”。"
        yield source.problem((*path, "year"), message, str(years[0]))
    elif number and not years and not _fits(said.year, number):
        message = f"year 写 {said.year}，文号却是 {number[0]}。"
        yield source.problem((*path, "year"), message, number[1])
    if years and number and not proven and not any(_fits(year, number) for year in years):
        message = f"标题是“{years[0]}年”，文号却是 {number[0]}。"
        yield source.problem((*path, "title"), message, "文号和标题照公开文本核对")
