"""What the list of laws must satisfy: names, ranks, days, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from notice.checks.repeats import repeated
from notice.laws import Law
from notice.models import Catalog
from notice.problems import Problem, nearest
from notice.reading.source import Source
from notice.vocabulary import ALL_SECTORS

FILE = "data/laws.yaml"
LONGEST_WAIT = 5  # years between a text and its coming into force
A_LAW = re.compile("(?<![办方])法$")  # 办法 is a regulation or a rule
PLACE = re.compile("[省市州县区]|自治")
OLDEST = 1949  # the first year of a text that may be in force
YEAR = re.compile("（.*?）|[(]?[0-9]{4}年?[)]?")


def check_law_texts(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Everything that is wrong in laws.yaml."""
    for key, what in (("slug", "锚点"), ("short_name", "法律的简称")):
        places = (((n, key), getattr(law, key)) for n, law in enumerate(catalog.laws))
        yield from repeated(source, places, what)
    laws = {law.short_name: law for law in catalog.laws}
    sectors = [sector.slug for sector in catalog.sectors]
    latest = max(date.today(), catalog.notice.issued or date.max)
    for index, law in enumerate(catalog.laws):
        yield from _law(source, index, law, latest)
        if law.replaced_by == law.short_name:
            message = f"《{law.short_name}》成了代替自己的文本。"
            yield source.problem((index, "replaced_by"), message, "后来的文本；没有就不写")
        elif law.replaced_by and law.replaced_by not in laws:
            message = f"未登记的法律“{law.replaced_by}”{nearest(law.replaced_by, laws)}"
            yield source.problem((index, "replaced_by"), message, "本文件中另一部的 short_name")
        elif (later := laws.get(law.replaced_by or "")) and (later.text_date <= law.text_date):
            message = f"《{later.short_name}》是 {later.text_date} 的文本，不是后来的。"
            yield source.problem((index, "replaced_by"), message, "后来的文本；没有就不写")
        for n, sector in enumerate(law.sectors):
            if sector not in sectors:
                message = f"未登记的行业领域“{sector}”{nearest(sector, sectors)}"
                hint = "data/sectors.yaml 中的 slug"
                hint = "各行业都管的不写 sectors" if sector == ALL_SECTORS else hint
                yield source.problem((index, "sectors", n), message, hint)


def _law(source: Source, index: int, law: Law, latest: date) -> Iterator[Problem]:
    yield from _named(source, index, law)
    yield from _days(source, index, law, latest)
    yield from _articles(source, index, law)


def _named(source: Source, index: int, law: Law) -> Iterator[Problem]:
    """A short name is made of the full one's characters, which end as laws of its rank do."""
    if not set(YEAR.sub("", law.short_name)) <= set(law.full_name):
        message = f"“{law.short_name}”不像“{law.full_name}”的简称。"
        yield source.problem((index, "short_name"), message, "含在全称里的写法")
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
    if law.liability and not _is_range(law):
        message = "法律责任的起止条号不对。"
        hint = f"两个条号，前小后大，不超过 {law.article_count}，如 [90, 116]"
        yield source.problem((index, "liability"), message, hint)
    numbers = [article.article for article in law.articles]
    if numbers != sorted(set(numbers)):
        message = "引用的条没有依条号次序，或者重复了。"
        yield source.problem((index, "articles"), message, "依条号从小到大，一条一个")
    for n, number in enumerate(numbers):
        if number > law.article_count:
            message = f"《{law.short_name}》只有 {law.article_count} 条，没有第 {number} 条。"
            yield source.problem((index, "articles", n, "article"), message, "核对条号")


def _is_range(law: Law) -> bool:
    first, last = law.liability[0], law.liability[-1]
    return len(law.liability) == 2 and first < last <= law.article_count
