"""Words of the editors: Chinese, in Chinese marks, without the slips of an input method."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from notice.checks.rules import simplifier
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

HAN = "[\u4e00-\u9fff]"
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
NARROW = re.compile(f"{HAN}([,;:?!()\"'])|([,;:?!()\"']){HAN}|{HAN}([.])(?![A-Za-z0-9])")
TWICE = re.compile(r"([，。；：？！、])\1")
FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
# Look like a character or a letter and are none: kana, bopomofo, Cyrillic, a stroke.
ALIEN = re.compile("[\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u0400-\u04ff丨]")
IN_NUMBER = re.compile("(?<![A-Za-z0-9])[0-9]+[OoIl]+(?=[0-9万千百亿座个年月日%])")
SELF = re.compile("[都均否]己|(?<![自知环])己[经办完按落整改]|巳")
SIMPLE = frozenset("噁乾")  # written so in simplified texts as well: 二噁英, 乾坤
REFERENCE = re.compile("[A-Za-z0-9][./][A-Za-z0-9]")  # an address, a number of a standard
MARKUP = re.compile("[<>*`]|--")
TOGETHER = re.compile("[，。；：、？！][，。；：、](?!$)|[，。；：、][？！]|^[，。；：、？！]")
APART = re.compile(f"{HAN}[ \u3000]{HAN}")
UNFINISHED = re.compile(
    "(?=[TFX×✕…待])(?:TODO|FIXME|TBD|[×✕]{2,}|(?<![A-Za-z])XX|…{2,}$|待写|待填|待补充)"
)
A_DIGIT = re.compile(r"\d")
OTHER_BRACKETS = re.compile(r"[\[（【](\d{4})[\]）】]\d+号")
A_DAY = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
YEARS = re.compile(r"(\d{4})年?[至到—-](\d{4})年")
PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("【", "】"))
AT_END = re.compile("[，。；：？！、]$")
AGAIN = re.compile(f"(?!一)({HAN}{{2,}})\\1")
# Of a sentence: 商量商量 and 一个一个 are none.
SAID_AGAIN = re.compile(f"(?!一)({HAN}{{3,}}|待核|是否)\\1")
# What people put where they have nothing to say; where something is not known 待核 says so.
NOTHING = re.compile(
    "不[详明]|不清楚|未知|暂?[无缺]|没有|空|[从省]?略|同[上前]|见上|待(?:定|补充?|完善|改|查|填)|NA|NONE|NULL"
)


Wrong = tuple[str, str]  # what is wrong, and how it is mended


def says_nothing(words: str) -> bool:
    """Whether words of ours stand only for an empty field: 不详, 略, N/A."""
    return bool(NOTHING.fullmatch(re.sub(r"\W", "", words).upper()))


def check_written(
    source: Source, path: YamlPath, words: str, *, is_name: bool = False
) -> Iterator[Problem]:
    """What is wrong with words of ours, at their place; a name ends without a mark."""
    for message, hint in _wrong(words, is_name):
        yield source.problem(path, message, hint)


@lru_cache(maxsize=32768)  # the same words stand in several places and are read again and again
def _wrong(words: str, is_name: bool) -> tuple[Wrong, ...]:
    if says_nothing(words):
        hint = "写明是什么；没有就整项删去" if is_name else "查不到的写“待核”，没有的整项删去"
        return ((f"“{words}”什么也没有说。", hint),)
    return tuple(_slips(words, is_name)) if words else ()


def _slips(words: str, is_name: bool) -> Iterator[Wrong]:
    if found := UNFINISHED.search(words):
        yield f"“{found[0]}”：没有写完。", "写完；查不到的写“待核”"
    elif not re.search(HAN, words) and not REFERENCE.search(words):
        yield f"“{words}”里没有一个汉字。", "用中文写明白"
    if found := NARROW.search(words):
        mark = found[1] or found[2] or found[3]
        hint = f"全角的“{WIDE[mark]}”" if mark in WIDE else "中文的引号：“ ” 或 ‘ ’"
        yield f"中文里用了半角标点“{mark}”。", hint
    if found := TWICE.search(words):
        yield f"标点“{found[0]}”重复了。", f"一个“{found[1]}”"
    if found := FULL_WIDTH.search(words):
        yield f"“{found[0]}”是全角的。", "数字和字母用半角"
    if found := ALIEN.search(words) or IN_NUMBER.search(words):
        yield f"“{found[0]}”是形近的别的字符。", "重新输入这个字"
    if found := SELF.search(words):
        yield f"“{found[0]}”里的“已”写错了。", "已经的“已”"
    if traditional := _traditional(words):
        yield f"“{traditional}”是繁体字。", "用简体字"
    if found := MARKUP.search(words) or TOGETHER.search(words):
        yield f"“{found[0]}”不像要写的字。", "删去，或改成一个标点"
    if found := APART.search(words):
        yield f"“{found[0]}”中间有空格。", "删去空格"
    if found := (AGAIN if is_name else SAID_AGAIN).search(words):
        yield f"“{found[1]}”写了两遍。", f"一个“{found[1]}”"
    yield from _pairs(words)
    if A_DIGIT.search(words):
        yield from _numbers(words)
    if is_name and (found := AT_END.search(words)):
        yield f"末尾有标点“{found[0]}”。", "删去"


def _pairs(words: str) -> Iterator[Wrong]:
    for opening, closing in PAIRS:
        if opening not in words and closing not in words:
            continue
        order = "".join(character for character in words if character in (opening, closing))
        if order.count(opening) != order.count(closing):
            message = f"{opening} 和 {closing} 不成对。"
            yield message, "补上缺的一半，或删去多的"
        elif order.startswith(closing):
            message = f"{closing} 写在了 {opening} 前面。"
            yield message, f"{opening}…{closing}"


def _numbers(words: str) -> Iterator[Wrong]:
    """Days that no calendar has, years the wrong way round, numbers of papers in other brackets."""
    for day in A_DAY.finditer(words):
        try:
            date(*(int(number or 1) for number in day.groups()))
        except ValueError:
            yield f"没有“{day[0]}”这一天。", "照出处核对"
    for years in YEARS.finditer(words):
        if int(years[1]) > int(years[2]):
            yield f"“{years[0]}”前后颠倒了。", "早的年份在前"
    if found := OTHER_BRACKETS.search(words):
        message = f"文号“{found[0]}”的年份没有放在六角括号里。"
        yield message, f"〔{found[1]}〕"


def _traditional(words: str) -> str:
    """The first character that only traditional writing has; empty where there is none."""
    if all(character in SIMPLE or _is_simple(character) for character in words):
        return ""
    converted = simplifier().convert(words)
    pairs = zip(words, converted, strict=False)
    found = (character for character, simple in pairs if character != simple)
    return next((character for character in found if character not in SIMPLE), "")


@cache  # the same few thousand characters again and again
def _is_simple(character: str) -> bool:
    return str(simplifier().convert(character)) == character
