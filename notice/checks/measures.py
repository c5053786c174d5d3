"""A figure or a deadline is quoted whole, in the notice's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.checks.repeats import repeated
from notice.document import preamble
from notice.models import Catalog, Measure
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import MEASURE_KINDS, MeasureKind

SHORTEST = 2  # characters of a quotation
NUMBER = re.compile("[0-9.]+|[一二三四五六七八九十百千]+")
BEFORE = re.compile(
    "(?:[0-9.]+|[二三四五六七八九十百千]+|至少|不少于|不低于|不超过|不高于|不得超过)$"
)
BEHIND = re.compile("[0-9.]*[0-9]|[一二三四五六七八九十百千]+|[及或]?以[内上下前后]|之[前后]")
WHOLE = "(?:^|[，。；：、]){}(?:[，。；、]|$)"
ANY = re.compile("")
SAYS: dict[MeasureKind, re.Pattern[str]] = {
    "deadline": re.compile("[年月日季天周底前内后时]|期间|全程"),
    "cadence": re.compile("[每次]|定期|轮"),
    "target": ANY,
    "threshold": ANY,
}
LIMITS = ("超过", "少于", "低于", "高于", "多于")  # without 不 in front they mean the reverse


def check_measures(
    source: Source, path: YamlPath, measures: tuple[Measure, ...], words: str, where: str
) -> Iterator[Problem]:
    """Quotations that are not in the words, say nothing, or come twice."""
    for index, measure in enumerate(measures):
        if measure.quote not in words:
            place = (*path, "measures", index, "quote")
            message = f"引文“{measure.quote}”不在{where}里。"
            yield source.problem(place, message, f"从“{words}”中照抄")
        elif len(measure.quote) < SHORTEST:
            place = (*path, "measures", index, "quote")
            message = f"引文“{measure.quote}”只有一个字，说不清是哪个数字、时限。"
            yield source.problem(place, message, "连同数字、时限的整个短语")
    quotes = (((*path, "measures", n, "quote"), m.quote) for n, m in enumerate(measures))
    yield from repeated(source, quotes, f"{where.removesuffix('的原文')}的引文")


def check_quotes(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Quotations of data to be published: whole, of their kind, and none within another."""
    for index, aim in enumerate(catalog.notice.aims):
        if not re.search(WHOLE.format(re.escape(aim)), preamble(catalog.notice)):
            message = f"总目标“{aim}”断在一句话中间。"
            yield source.problem(("notice", "aims", index), message, "从标点到标点，整句照抄")
    for item_path, item in item_paths(catalog):
        for path, clause in clause_paths(item_path, item):
            if who := clause.responsible:
                place = (*path, "responsible", "measures")
                yield from _quotes(source, place, who.measures, who.text)
            for task_path, task in task_paths(path, clause):
                yield from _quotes(source, (*task_path, "measures"), task.measures, task.text)


def _quotes(
    source: Source, path: YamlPath, measures: tuple[Measure, ...], words: str
) -> Iterator[Problem]:
    for index, measure in enumerate(measures):
        quote, place = measure.quote, (*path, index, "quote")
        if cut := _cut_off(quote, words):
            message = f"引文“{quote}”断在数字、限度中间：原文作“{cut}”。"
            yield source.problem(place, message, "连同数字、单位和“至少、以上”一起摘")
        elif not SAYS[measure.kind].search(quote):
            message = f"引文“{quote}”不像{MEASURE_KINDS[measure.kind]}。"
            hint = "时限要有时间，频次要有“每”或“次”；kind 写错了就改"
            yield source.problem(place, message, hint)
        elif any(quote in other.quote != quote for other in measures):
            message = f"引文“{quote}”在另一条引文里已有。"
            yield source.problem(place, message, "只留整个的一条")


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
