"""Articles of laws and items of the notice that the editors name in their words: are they there?

Only laws of laws.yaml are known, by their short and their full names. Who names another text, as
“原安全生产法第…条” and “某省消防条例第…条” do, is not held against the one that is noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from notice.checks.articles import missing
from notice.checks.law_texts import is_doubtful, misnamed
from notice.laws import Cited, Law
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.containers import groups
from notice.reading.source import Source
from notice.wording import numeral

OURS = {
    "question", "method", "why", "limit", "condition", "note", "about", "nature", "meaning",
    "source", "reason",
}  # fmt: skip
HAN = "\u4e00-\u9fff"
NUMBER = "(?:[一二三四五六七八九十百零]+|[0-9]+)"
NUMBERS = {numeral(number): number for number in range(1, 1000)}
# Of a name without marks only what stands before it tells where it begins.
BEFORE = r"(?:^|(?<=[\s，。；：、？（“照据按依合反守见和与及或从读入到]))"
PLACE = re.compile(
    f"(?:第({NUMBER})条|([0-9]+)条(?![{HAN}]))(?:第?({NUMBER})款)?(?:第?（?({NUMBER})）?项)?"
)
BETWEEN = "、和及与或至到"
ITEMS = f"第((?:（?{NUMBER}）?[、和及与至到]?)+)[项条](?!任务)"
OF_NOTICE = re.compile(f"(?:本|{BEFORE})通知{ITEMS}")
# Why an id is out of use is said of the notice alone.
IN_REASON = re.compile(f"{BEFORE}{ITEMS}")


def check_named_places(
    catalog: Catalog, sources: dict[str, Source], *, whole: bool
) -> Iterator[Problem]:
    """Every place that words of ours name and the law, or the notice, does not have.

    Of a notice that is not `whole` no item is missed.
    """
    laws: dict[str, list[Law]] = {}
    doubtful = misnamed(catalog.laws)
    for law in catalog.laws:
        for name in {law.short_name, law.full_name}:
            if not is_doubtful(name, doubtful):
                laws.setdefault(name, []).append(law)
    names = "|".join(map(re.escape, sorted(laws, key=len, reverse=True)))
    named = re.compile(f"(?<![原旧的])《({names})》|{BEFORE}({names})") if laws else None
    items = len(catalog.items)
    for source in sources.values():
        for path, node in groups(source.data, ()):
            for field, words in node.items():
                if field not in OURS or not isinstance(words, str):
                    continue
                if "条" not in words and "项" not in words:
                    continue
                found = [*_of_laws(named, laws, words)] if named else []
                found += _of_notice(items, words, field) if whole else ()
                for message, hint in found:
                    yield source.problem((*path, field), message, hint)


def _of_laws(
    named: re.Pattern[str], laws: dict[str, list[Law]], words: str
) -> Iterator[tuple[str, str]]:
    """What is wrong with each place that follows a law's name: in all texts that have the name."""
    for name in named.finditer(words):
        texts, at = laws[name[1] or name[2]], name.end()
        while place := PLACE.match(words, at):
            article, paragraph, item = (
                _value(n) for n in (place[1] or place[2], *place.groups()[2:])
            )
            at = place.end() + (words[place.end() :][:1] in BETWEEN)
            if article:
                cited = Cited(article=article, paragraph=paragraph, item=item)
                wrong = [missing(law, cited) for law in texts]
                if (first := wrong[0]) and all(wrong):
                    yield f"写着“{name[0]}{place[0]}”，{first.message}", first.hint


def _of_notice(count: int, words: str, field: str) -> Iterator[tuple[str, str]]:
    patterns = (OF_NOTICE, IN_REASON) if field == "reason" else (OF_NOTICE,)
    for found in chain.from_iterable(pattern.finditer(words) for pattern in patterns):
        numbers = [_value(number) or 0 for number in re.findall(NUMBER, found[1])]
        if any(number > count for number in numbers):
            yield f"写着“{found[0]}”，通知只有 {count} 项。", "核对是哪一项"


def _value(written: str | None) -> int | None:
    """A number in characters or digits; None where there is none."""
    if written is None:
        return None
    return int(written) if written.isascii() else NUMBERS.get(written)
