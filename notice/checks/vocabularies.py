"""What the lists of parties and sectors must satisfy, also against the notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from notice.brackets import names_in
from notice.checks.also import check_also
from notice.checks.glossary import check_glossary
from notice.checks.placeholders import PENDING
from notice.checks.repeats import repeated
from notice.models import Catalog, Department, Sector
from notice.problems import OF_NAMES, Problem, nearest
from notice.reading.source import Source
from notice.vocabulary import ALL_SECTORS
from notice.wording import province

LOCAL = re.compile("政府|管委会|开发区|乡|镇|街道|村|社区|团场|苏木|嘎查|各地|属地|[市县区州盟旗]$")
# A name that begins with a province, 省 left out; 海南藏族自治州 is in 青海, 上海路街道 anywhere.
ELSEWHERE = re.compile(
    "(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
    "陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(?![州县乡镇街路]|藏族|蒙古族)"
)
# Seated in one province, at work in others: state bodies for railways and the like, enterprises,
# who teaches and does research.
ANYWHERE = re.compile("铁路|海关|海事|民航|流域|水利委员会|公司|集团|大学|学院|医院|研究|设计院")
# Windows has no file or folder of these names; index is a page of every folder already.
RESERVED = {"con", "prn", "aux", "nul", "index"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}


def check_vocabularies(
    catalog: Catalog, sources: dict[str, Source], lacking: str
) -> Iterator[Problem]:
    """Everything that is wrong in departments.yaml, sectors.yaml and glossary.yaml.

    `lacking` are lines of the notice that are to be put back: a term may stand in them.
    """
    unique: tuple[tuple[str, Iterable[Any], str, str], ...] = (
        ("departments", catalog.departments, "short_name", "部门名称"),
        ("departments", catalog.departments, "full_name", "部门全称"),
        ("departments", catalog.departments, "slug", "网址"),
        ("sectors", catalog.sectors, "slug", "网址"),
        ("sectors", catalog.sectors, "name", "行业领域名称"),
        ("glossary", catalog.glossary, "id", "术语编号"),
        ("glossary", catalog.glossary, "term", "术语"),
        ("retired", catalog.retired, "address", "停用的网址"),
    )
    for name, records, key, what in unique:
        places = (((index, key), getattr(record, key)) for index, record in enumerate(records))
        known = (place for place in places if place[1] not in (None, PENDING))
        yield from repeated(sources[name], known, what)
    yield from _parties(catalog, sources["departments"])
    yield from _of_another_province(catalog, sources["departments"])
    yield from _slugs("departments", catalog.departments, catalog, sources["departments"])
    yield from _slugs("sectors", catalog.sectors, catalog, sources["sectors"])
    yield from check_glossary(catalog, sources["glossary"], lacking)
    yield from check_also(catalog, sources)


def _slugs(
    folder: str, records: Sequence[Department | Sector], catalog: Catalog, source: Source
) -> Iterator[Problem]:
    retired = {entry.address for entry in catalog.retired}
    for index, record in enumerate(records):
        place = (index, "slug")
        if record.slug in RESERVED:
            message = (
                f"“{record.slug}”不能用作网址：Windows 上建不了这个名字的文件夹，或已有这一页。"
            )
            yield source.problem(place, message, "另取一个英文名")
        if isinstance(record, Sector) and record.slug == ALL_SECTORS:
            message = "“all”表示各行业，不能用作行业领域的网址。"
            yield source.problem(place, message, "另取一个英文名")
        if f"{folder}/{record.slug}/" in retired:
            message = f"网址 {folder}/{record.slug}/ 已停用，不能再用。"
            yield source.problem(place, message, "另取一个英文名")


def _parties(catalog: Catalog, source: Source) -> Iterator[Problem]:
    parties = {party.slug: party for party in catalog.departments}
    names = {party.short_name for party in catalog.departments}
    for index, party in enumerate(catalog.departments):
        yield from _full_name(source, index, party)
        if party.parent and party.parent not in parties:
            message = f"未登记的上级机构“{party.parent}”{nearest(party.parent, parties)}"
            yield source.problem((index, "parent"), message, "本文件中的 slug")
        elif party.parent and parties[party.parent].kind != "body":
            message = f"“{parties[party.parent].short_name}”不是一个机构，不能是上级机构。"
            yield source.problem((index, "parent"), message, "真正的上级机构；没有就不写")
        elif (
            party.parent
            and (better := _named_above(party, parties) - {party.parent})
            and not party.short_name.startswith(parties[party.parent].short_name)
        ):
            message = f"“{party.short_name}”的上级机构写成了“{parties[party.parent].short_name}”。"
            yield source.problem((index, "parent"), message, "、".join(sorted(better)))
        elif _above_itself(party, parties):
            message = f"“{party.short_name}”成了自己的上级机构。"
            yield source.problem((index, "parent"), message, "真正的上级机构；没有就不写")
        is_local, name = party.kind == "local", party.short_name
        if (is_local and not LOCAL.search(re.sub("（.*?）", "", name))) or (
            party.kind == "body" and name.endswith("人民政府")
        ):
            message = f"“{name}”的 kind 写成了 {party.kind}。"
            due = "body" if is_local else "local"
            due = "collective" if name.endswith(("部门", "单位")) else due
            why = "名称里有政府、市县、乡镇的是属地政府"
            if due == "collective":
                why = "名称以部门、单位结尾的是几个单位的统称"
            hint = f"{due}：{why}"
            yield source.problem((index, "kind"), message, hint)
        parts = [part for part in re.split("[、，；和及与]", party.short_name) if part]
        bare = re.sub("（.*?）", "", party.short_name)
        listed = party.kind == "body" and not bare.startswith("各") and re.search("[、，；]", bare)
        if len(parts) > 1 and (listed or names.intersection(parts)):
            message = f"“{party.short_name}”是几个单位，写成了一个。"
            yield source.problem((index, "short_name"), message, "一个单位一条")


def check_named(catalog: Catalog, source: Source) -> Iterator[tuple[str, Problem]]:
    """The name of each party that no bracket of the notice names, and the problem with it."""
    brackets = [c.responsible for item in catalog.items for c in item.clauses if c.responsible]
    names = [party.short_name for party in catalog.departments]
    # Who is in the words and in no list is told at the bracket.
    written = {found.name for who in brackets for found in names_in(who.text, names)}
    named = written | {
        n
        for who in brackets
        for n in (*who.lead, *who.departments, *who.support, *who.extends_to_rest)
    }
    for index, party in enumerate(catalog.departments):
        if party.short_name not in named:
            asked = nearest(party.short_name, named, OF_NAMES)
            message = f"通知的责任括号里没有“{party.short_name}”{asked}"
            hint = "通知点到的单位，照抄写法"
            yield party.short_name, source.problem((index, "short_name"), message, hint)


def _full_name(source: Source, index: int, party: Department) -> Iterator[Problem]:
    if party.full_name_status and not party.full_name:
        message = f"“{party.short_name}”写了 full_name_status，没有写 full_name。"
        yield source.problem((index, "full_name_status"), message, "补上 full_name，或两项都不写")
    if party.full_name_status == "from-notice" and party.full_name not in (
        party.short_name,
        PENDING,
    ):
        message = f"“{party.full_name}”不是通知里的写法。"
        hint = "from-notice 只用于全称就是通知写法的；其他的写别的依据"
        yield source.problem((index, "full_name_status"), message, hint)
    if party.full_name and not party.full_name_status:
        message = f"“{party.short_name}”写了 full_name，没有写它的依据。"
        yield source.problem(
            (index, "full_name"), message, "补上 full_name_status；没有依据写 unverified"
        )


def _of_another_province(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """A full name with another province than the issuer's, 省 written or left out."""
    issuer = province(catalog.notice.issuer or "")
    for index, party in enumerate(catalog.departments):
        bare = ELSEWHERE.match(party.full_name or "")
        named = province(party.full_name or "") or (bare[1] if bare else "")
        is_elsewhere = named and issuer and not issuer.startswith(named)
        if is_elsewhere and not ANYWHERE.search(party.full_name or ""):
            message = f"全称写“{named}”，发文机关是{issuer}的。"
            yield source.problem((index, "full_name"), message, f"{issuer}…，照公开材料")


def _named_above(party: Department, parties: dict[str, Department]) -> set[str]:
    """The parties with whose name a party's own begins."""
    return {
        slug
        for slug, other in parties.items()
        if other is not party and party.short_name.startswith(other.short_name)
    }


def _above_itself(party: Department, parties: dict[str, Department]) -> bool:
    seen: set[str] = set()
    above = party.parent
    while above in parties and above not in seen:
        if above == party.slug:
            return True
        seen.add(above)
        above = parties[above].parent
    return False
