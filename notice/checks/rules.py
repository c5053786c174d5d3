"""The written rules by which a received text may differ from the notice, and nothing else.

A notice names those that it needs; they are applied line by line, in the order in which they stand
here, whatever the order in the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache

import opencc

from notice.vocabulary import RULES, Rule

PINYIN = re.compile(r"\([a-zü]+\)")
HAN = r"[\u3400-\u9fff]"
TONED = re.compile(rf"({HAN})((?:[（(][a-züāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ]+[）)])+)")
FULL_WIDTH = str.maketrans(",:;()", "，：；（）")
SPACE = r"[ \t\u3000\u00a0\u2002-\u200b\ufeff]"
WIDE = r"[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e“”‘’—…〔〕]"
BETWEEN = re.compile(rf"(?<={WIDE}){SPACE}+|{SPACE}+(?={WIDE})")
EDGES = re.compile(rf"^{SPACE}+|{SPACE}+$")


def applied(line: str, rules: Collection[Rule]) -> str:
    """A line of the received text after the rules that the notice names."""
    for rule, apply in _RULES.items():
        if rule in rules:
            line = apply(line)
    return line


def stated(rules: Collection[Rule]) -> list[str]:
    """The rules as the site states them, in the order in which they are applied."""
    return [words for rule, words in RULES.items() if rule in rules]


@lru_cache(maxsize=1)
def simplifier() -> opencc.OpenCC:
    """What turns traditional characters into simplified ones, by the rule's own table."""
    return opencc.OpenCC("t2s")


def _pinyin(line: str) -> str:
    return PINYIN.sub("", line)


def _toned(line: str) -> str:
    """Latin in brackets goes only where it is a reading of the character before it."""
    return TONED.sub(_unread, line)


def _unread(match: re.Match[str]) -> str:
    readings = _readings(match[1])
    given = re.findall(r"[^（()）]+", match[2])
    return match[1] if all(reading in readings for reading in given) else match[0]


@lru_cache(maxsize=8192)
def _readings(character: str) -> frozenset[str]:
    """Every reading of a character, with and without tones, the traditional one's as well."""
    from pypinyin import Style, pinyin  # a fifth of a second that few notices need

    either = {character, str(simplifier().convert(character))}
    styles = (Style.TONE, Style.NORMAL)
    return frozenset(
        reading
        for one in either
        for style in styles
        for reading in pinyin(one, style=style, heteronym=True, v_to_u=True)[0]
    )


def _simplified(line: str) -> str:
    return str(simplifier().convert(line))


def _spaces(line: str) -> str:
    return BETWEEN.sub("", EDGES.sub("", line))


_RULES: dict[Rule, Callable[[str], str]] = {
    "pinyin": _pinyin,
    "toned-pinyin": _toned,
    "traditional": _simplified,
    "zhuoyan": lambda line: line.replace("著眼", "着眼"),
    "width": lambda line: line.translate(FULL_WIDTH),
    "spaces": _spaces,
}
