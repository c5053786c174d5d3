"""What an editor has to decide, suggested: who has to act, sectors, figures, addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from pypinyin import lazy_pinyin

from notice.base import SLUG_LENGTH
from notice.models import Department, Sector
from notice.vocabulary import Actor, MeasureKind, PartyKind
from notice.wording import province

_ENTERPRISE = re.compile(
    r"(?:企业|生产经营单位|用人单位|经营者|医疗机构|养老机构|学校|幼儿园|场所)(?:和[^，。；]{1,8})?(?:要|应当|必须|应|不得|严禁|负责|落实)"
)
_GOVERNMENT = re.compile(r"(?:各市|各县|各地|各级|党委|政府|乡镇|街道)")
_DEADLINE = re.compile(
    r"(?:到|在|于|自)?(?:[0-9]{4}年|今年|年内)(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:年?底|月?底|上旬|中旬|下旬|末)?(?:之?前|以前|起)|[0-9]{1,2}月(?:[0-9]{1,2}日|底)前|年底前|年内|[0-9]+个?(?:小时|分钟|工作日|天|日)内"
)
_CADENCE = re.compile(
    r"每(?:[0-9一二三四五六七八九十两半]*(?:个)?(?:年|季度|月|周|日|天|学期|学年|小时|班))[^，。；、]{0,10}?(?:[0-9一二三四五六七八九十两]+次|次)"
)
_UNIT = r"(?:%|％|℃|个百分点|小时|分钟|公里|万?[人元亩张所家名处个次天日吨轮项米])"
_TARGET = re.compile(
    rf"(?:达到|达|不(?:得)?(?:低于|少于|超过)|提高到|控制在|至少|下降|增长)[0-9]+(?:\.[0-9]+)?{_UNIT}(?:以上|以下|以内)?"
    rf"|[0-9]+(?:\.[0-9]+)?{_UNIT}(?:以上|以下|以内)|100%"
)
_MEASURES: tuple[tuple[MeasureKind, re.Pattern[str]], ...] = (
    ("deadline", _DEADLINE),
    ("cadence", _CADENCE),
    ("target", _TARGET),
)
_PROVINCE = re.compile(r"^(?:省|市|县|区|州|国家)(?=.{2,})")
_LOCAL = re.compile(
    r"^(?:各|有关|相关).*(?:政府|乡镇|街道|县|区|管委会)(?:[（(].*[）)])?$|(?:人民政府|管委会)$"
)


def actors(words: str, parties: Iterable[str]) -> tuple[Actor, ...]:
    """Who has to act by the words; a regulator where they say nothing. Always to be reviewed."""
    found: list[Actor] = []
    if _GOVERNMENT.search(words) or any(_LOCAL.search(party) for party in parties):
        found.append("party-government")
    if _ENTERPRISE.search(words):
        found.append("enterprise")
    if not found or any(not _LOCAL.search(party) for party in parties):
        found.insert(1 if "party-government" in found else 0, "regulator")
    return tuple(dict.fromkeys(found))


def measures(words: str) -> list[tuple[MeasureKind, str]]:
    """Figures and deadlines, quoted; none within another one."""
    found: dict[str, MeasureKind] = {}
    for kind, pattern in _MEASURES:
        for match in pattern.finditer(words):
            quote = match[0].strip("到在于自") if kind == "deadline" else match[0]
            if len(quote) > 1 and not any(quote in other or other in quote for other in found):
                found[quote] = kind
    return [(kind, quote) for quote, kind in found.items()]


def sectors(title: str, known: Sequence[Sector]) -> list[str]:
    """The registered sectors whose name stands in a title."""
    return [sector.slug for sector in known if len(sector.name) > 1 and sector.name in title]


def department(
    name: str, known: Sequence[Department], taken: Collection[str], issuer: str = ""
) -> dict[str, Any]:
    """A party as registered, or as suggested: address, kind, nothing that is not known.

    A body of another province than the issuer's has a full name of its own.
    """
    for party in known:
        if name in (party.short_name, party.full_name):
            fields = party.model_dump(exclude_defaults=True, exclude={"also"})
            fields.pop("parent", None)
            theirs = province(party.full_name or "")
            if theirs and province(issuer) not in ("", theirs):
                del fields["full_name"], fields["full_name_status"]
            return {**fields, "short_name": name}
    kind = party_kind(name)
    nature = "泛指群体" if kind == "collective" else "待核"
    waiting = ["slug", "kind", "nature"]
    return {"short_name": name, "slug": slug(name, taken), "kind": kind, "nature": nature,
            "unreviewed": waiting}  # fmt: skip


def party_kind(name: str) -> PartyKind:
    """A body, the local governments, or a phrase that names nobody."""
    if name.endswith(("部门", "单位")):
        return "collective"
    return "local" if _LOCAL.search(name) else "body"


def slug(name: str, taken: Collection[str]) -> str:
    """An address from the sound of a name, one that nobody has."""
    bare = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", _PROVINCE.sub("", name)) or "danwei"
    sound = ""
    for syllable in lazy_pinyin(bare):
        written = re.sub("[^a-z0-9]", "", syllable.lower())
        if len(sound) + len(written) > SLUG_LENGTH - 4:  # there has to be room for a number
            break
        sound += written
    found, number = sound or "danwei", 1
    while found in taken:
        number += 1
        found = f"{sound}-{number}"
    return found
