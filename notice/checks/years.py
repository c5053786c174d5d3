"""The years that a notice says of itself agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from notice.document import end, front, has_title
from notice.head import Notice, Successor
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.wording import read_date

PENDING = "待核"
IN_TITLE = re.compile(r"(?<![\d—－–~至-])(\d{4})年")  # of （2025—2027年） neither
IN_NUMBER = re.compile(r"[〔\[（(](\d{4})[〕\])）]")


def check_years(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """What contradicts the number or the title; a title without a year says nothing."""
    notice = catalog.notice
    yield from _year(source, ("notice",), notice)
    yield from _head(source, notice)
    if later := notice.superseded_by:
        path = ("notice", "superseded_by")
        yield from _year(source, path, later)
        if later.number == notice.number:
            message = f"后来的通知“{later.number}”就是本通知。"
            yield source.problem((*path, "number"), message, "取代本通知的那份通知的文号")
        if notice.year and later.year < notice.year:
            message = f"后来的通知安排 {later.year} 年，早于本通知的 {notice.year} 年。"
            yield source.problem((*path, "year"), message, "后来通知安排的年份")


def _head(source: Source, notice: Notice) -> Iterator[Problem]:
    """What the notice says of itself stands in the lines of its head and end."""
    said = {
        "number": notice.number,
        "title": notice.title if has_title(notice) else None,
        "issuer": notice.issuer,
    }
    if notice.title == PENDING and "title" not in notice.unreviewed:
        message = "标题还是“待核”，复核的标记却删了。"
        yield source.problem(("notice", "title"), message, "照公开文本写上标题")
    for field, instead in (("addressees", "front"), ("preamble", "front"), ("release", "end")):
        if getattr(notice, field) and getattr(notice, instead) is not None:
            message = f"写了 {instead}，又写了 {field}：这一行没有与来文核对。"
            yield source.problem(("notice", field), message, f"删去，只写在 {instead} 里")
    lines = [*front(notice), *end(notice)]
    for field, value in said.items():
        written = "".join("".join(words.split()) for kind, words, _ in lines if kind == field)
        if value and "".join(value.split()) not in written:
            message = f"{field} 写“{value}”，文头文尾里没有这几个字。"
            yield source.problem(
                ("notice", field), message, written or f"加上 kind: {field} 的一行"
            )
    dates = [words for kind, words, _ in lines if kind == "date"]
    if notice.issued and dates and not any(_same_day(words, notice.issued) for words in dates):
        message = f"issued 写 {notice.issued}，日期一行却是“{dates[-1]}”。"
        yield source.problem(("notice", "issued"), message, "照日期一行写成 YYYY-MM-DD")


def _same_day(words: str, day: date) -> bool:
    found = read_date(words)
    return found is None or found == day


def _year(source: Source, path: YamlPath, said: Notice | Successor) -> Iterator[Problem]:
    number, title = IN_NUMBER.search(said.number or ""), IN_TITLE.search(said.title)
    if said.year is None:
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
