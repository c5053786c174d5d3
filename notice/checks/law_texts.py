"""What the list of laws must satisfy: names, ranks, days, articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from notice.checks.repeats import repeated
from notice.laws import Law
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import ALL_SECTORS

FILE = "data/laws.yaml"
LONGEST_WAIT = 5  # years between a text and its coming into force
A_LAW = re.compile("(?<![办方])法$")  # 办法 is a regulation or a rule
PLACE = re.compile("[省市州县区]|自治|自由贸易港")
OLDEST = 1949  # the first year of a text that may be in force
YEAR = re.compile("（.*?）|[(]?[0-9]{4}年?[)]?")


def check_law_texts(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Everything that is wrong in laws.yaml."""
    for key, what in (("slug", "锚点"), ("short_name", "法律的简称")):
        places = (((n, key), getattr(law, key)) for n, law in enumerate(catalog.laws))
        yield from repeated(source, places, what)
    yield from _texts_of_one_law(source, catalog.laws)
    laws, doubtful = {law.short_name: law for law in catalog.laws}, misnamed(catalog.laws)
    latest = max(date.today(), catalog.notice.issued or date.max)
    for index, law in enumerate(catalog.laws):
        yield from _law(source, index, law, latest)
        if law.replaced_by and not is_doubtful(law.replaced_by, doubtful):
            yield from _replaced(source, (index, "replaced_by"), law, laws)
        if ALL_SECTORS in law.sectors:
            message = f"《{law.short_name}》写了 all（各行业）。"
            yield source.problem((index, "sectors"), message, "各行业都管的不写 sectors")


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is the full one with parts left out; years and what is in brackets aside."""
    kept, rest = YEAR.sub("", short), YEAR.sub("", full)
    left = iter(rest)
    return all(character in left for character in kept) and kept[-1:] == rest[-1:]


def _is_of_its_year(law: Law) -> bool:
    years = {law.text_date.year, law.in_force_from.year}
    return years.issuperset(map(int, re.findall("[0-9]{4}", law.short_name)))


def misnamed(laws: Sequence[Law]) -> list[Law]:
    """The laws whose name cannot be theirs, so that nobody knows which one a citation means."""
    names = [law.short_name for law in laws]
    return [
        law
        for law in laws
        if not (is_short_for(law.short_name, law.full_name) and _is_of_its_year(law))
        or names.count(law.short_name) > 1
    ]


def is_doubtful(name: str, misnamed: Iterable[Law]) -> bool:
    """Whether a name may mean one of them: it is the one that it has or one that it could have."""
    return any(
        name in (law.short_name, law.full_name) or is_short_for(name, law.full_name)
        for law in misnamed
    )


def _replaced(source: Source, path: YamlPath, law: Law, laws: dict[str, Law]) -> Iterator[Problem]:
    later = laws.get(law.replaced_by or "")
    if later is None:
        return  # told with all that refer to it
    if later is law:
        message = f"《{law.short_name}》成了代替自己的文本。"
        yield source.problem(path, message, "后来的文本；没有就不写")
    elif later.text_date <= law.text_date:
        message = f"《{later.short_name}》是 {later.text_date} 的文本，不是后来的。"
        yield source.problem(path, message, "后来的文本；没有就不写")


def _texts_of_one_law(source: Source, laws: Sequence[Law]) -> Iterator[Problem]:
    """The old text of a law ends on the day from which the new one is in force."""
    doubtful = misnamed(laws)
    sure = [(n, law) for n, law in enumerate(laws) if law not in doubtful]
    in_order = sorted(sure, key=lambda found: (found[1].full_name, found[1].in_force_from))
    for (index, old), (_, new) in pairwise(in_order):
        if old.full_name != new.full_name:
            continue
        if old.in_force_to != new.in_force_from:
            said = f"却是 {old.in_force_to}" if old.in_force_to else "却没有写"
            message = f"《{new.short_name}》{new.in_force_from} 起施行，旧文本的失效日期{said}。"
            hint = f"in_force_to: {new.in_force_from}"
            yield source.problem((index, "in_force_to"), message, hint)
        elif old.replaced_by is None:
            message = f"《{old.short_name}》没有写由哪个文本代替。"
            yield source.problem((index, "short_name"), message, f"replaced_by: {new.short_name}")


def _law(source: Source, index: int, law: Law, latest: date) -> Iterator[Problem]:
    yield from _named(source, index, law)
    yield from _days(source, index, law, latest)
    yield from _articles(source, index, law)


def _named(source: Source, index: int, law: Law) -> Iterator[Problem]:
    """A short name is the full one with parts left out, which ends as laws of its rank do."""
    if not is_short_for(law.short_name, law.full_name):
        message = f"“{law.short_name}”不像“{law.full_name}”的简称。"
        hint = "全称省去几个字的写法，次序和末尾与全称一样；与别的法对调了就换回来"
        yield source.problem((index, "short_name"), message, hint)
        return  # the rank may be right for the name that is meant
    if not _is_of_its_year(law):
        message = f"“{law.short_name}”的年份不是这个文本的：文本日期是 {law.text_date}。"
        yield source.problem((index, "short_name"), message, "文本日期或施行日期的年份")
    if A_LAW.search(law.full_name) and law.rank != "law":
        message = f"“{law.full_name}”的 rank 写成了 {law.rank}。"
        yield source.problem((index, "rank"), message, "law：以“法”结尾的是法律")
    elif law.rank == "law" and law.full_name.endswith(("条例", "规定", "办法")):
        message = f"“{law.full_name}”的 rank 写成了 law。"
        yield source.problem((index, "rank"), message, "regulation 行政法规，或 rule 部门规章")
    elif law.rank == "rule" and law.full_name.endswith("条例"):
        message = f"“{law.full_name}”的 rank 写成了 rule。"
        yield source.problem((index, "rank"), message, "regulation 行政法规，地方的写 local")
    elif law.rank == "local" and not PLACE.search(law.full_name):
        message = f"“{law.full_name}”里没有地名，rank 却是 local。"
        yield source.problem((index, "rank"), message, "law、regulation 或 rule")


def _days(source: Source, index: int, law: Law, latest: date) -> Iterator[Problem]:
    if law.in_force_from < law.text_date:
        message = f"施行日期 {law.in_force_from} 早于文本日期 {law.text_date}。"
        yield source.problem((index, "in_force_from"), message, "这个文本开始施行的日子")
    if law.in_force_to and law.in_force_to <= law.in_force_from:
        message = f"失效日期 {law.in_force_to} 不晚于施行日期 {law.in_force_from}。"
        yield source.problem((index, "in_force_to"), message, "停止施行的日子；还在施行的不写")
    if law.text_date.year < OLDEST:
        message = f"文本日期 {law.text_date} 太早。"
        yield source.problem((index, "text_date"), message, "核对年份")
    if law.in_force_to and law.in_force_to.year > latest.year + LONGEST_WAIT:
        message = f"失效日期 {law.in_force_to} 太远。"
        yield source.problem((index, "in_force_to"), message, "核对年份；还没有定的不写")
    if law.in_force_from.year > law.text_date.year + LONGEST_WAIT:
        message = f"施行日期 {law.in_force_from} 离文本日期 {law.text_date} 太远。"
        yield source.problem((index, "in_force_from"), message, "核对年份")
    if law.looked_up and not law.text_date <= law.looked_up <= latest:
        message = f"核对日期 {law.looked_up} 不在文本日期和今天之间。"
        yield source.problem((index, "looked_up"), message, "真正核对的那一天")


def _articles(source: Source, index: int, law: Law) -> Iterator[Problem]:
    numbers = [article.article for article in law.articles]
    places = [(index, "articles", n, "article") for n in range(len(numbers))]
    yield from repeated(source, zip(places, map(str, numbers), strict=True), "引用的条")
    for n, (before, after) in enumerate(pairwise(numbers), start=1):
        if after < before and after not in numbers[:n]:
            message = f"第 {after} 条写在第 {before} 条后面。"
            yield source.problem(places[n], message, "依条号从小到大")
            break
    count, beyond = law.article_count, [n for n in numbers if n > law.article_count]
    if len({*beyond, *(n for n in law.liability if n > count)}) > 1 and beyond:
        message = f"《{law.short_name}》登记到第 {max(numbers)} 条，条数却是 {count}。"
        yield source.problem((index, "article_count"), message, "核对全文一共几条")
        return  # the others are right, as far as can be known
    if law.liability and not _is_range(law):
        message = "法律责任的起止条号不对。"
        hint = f"两个条号，前小后大，不超过 {count}，如 [90, 116]"
        yield source.problem((index, "liability"), message, hint)
    for number in beyond:
        message = f"《{law.short_name}》只有 {count} 条，没有第 {number} 条。"
        place = (index, "articles", numbers.index(number), "article")
        yield source.problem(place, message, "核对条号")


def _is_range(law: Law) -> bool:
    first, last = law.liability[0], law.liability[-1]
    return len(law.liability) == 2 and first < last <= law.article_count
