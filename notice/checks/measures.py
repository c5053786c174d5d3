"""A figure or a deadline is quoted whole, in the notice's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.repeats import repeated
from notice.models import Measure
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

SHORTEST = 2  # characters of a quotation
NUMBER = re.compile("[0-9.]+|[一二三四五六七八九十百千]+")
BEFORE = re.compile(
    "(?:[0-9.]+|[二三四五六七八九十百千]+|至少|不少于|不低于|不超过|不高于|不得超过)$"
)
BEHIND = re.compile("[0-9.]*[0-9]|[一二三四五六七八九十百千]+|以内|以上|以下|以前|以后|之前|之后")
LIMITS = ("超过", "少于", "低于", "高于", "多于")  # without 不 in front they mean the reverse


def check_measures(
    source: Source, path: YamlPath, measures: tuple[Measure, ...], words: str, where: str
) -> Iterator[Problem]:
    """Quotations that are not in the words, are cut within a number, or come twice."""
    for index, measure in enumerate(measures):
        if measure.quote not in words:
            place = (*path, "measures", index, "quote")
            message = f"引文“{measure.quote}”不在{where}里。"
            yield source.problem(place, message, f"从“{words}”中照抄")
        elif cut := _cut_off(measure.quote, words):
            place = (*path, "measures", index, "quote")
            message = f"引文“{measure.quote}”断在数字、限度中间：{where}作“{cut}”。"
            yield source.problem(place, message, "连同数字、单位和“至少、以上”一起摘")
        elif len(measure.quote) < SHORTEST:
            place = (*path, "measures", index, "quote")
            message = f"引文“{measure.quote}”只有一个字，说不清是哪个数字、时限。"
            yield source.problem(place, message, "连同数字、时限的整个短语")
    quotes = (((*path, "measures", n, "quote"), m.quote) for n, m in enumerate(measures))
    yield from repeated(source, quotes, f"{where.removesuffix('的原文')}的引文")


def _cut_off(quote: str, words: str) -> str:
    """A quotation with what it leaves out of its number or limit; empty where it is whole."""
    cut = ""
    for found in re.finditer(re.escape(quote), words):
        before = _end_of(BEFORE.search(words[: found.start()]), quote[:1])
        behind = _end_of(BEHIND.match(words[found.end() :]), quote[-1:])
        if quote.startswith(LIMITS) and (not_ := re.search("不得?$", words[: found.start()])):
            before = not_[0]
        cut = f"{before}{quote}{behind}"
        if cut == quote:
            return ""
    return cut


def _end_of(found: re.Match[str] | None, edge: str) -> str:
    """What stands beside a quotation and belongs to it: a limit, or the rest of its number."""
    if found is None:
        return ""
    number = NUMBER.fullmatch(found[0])
    return found[0] if not number or NUMBER.fullmatch(edge) else ""
