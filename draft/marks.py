"""The numbers that begin parts, items and points of a notice, and which of them count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from draft.structure import Line, Mark, Marked
from notice.wording import numeral

_HAN = "[一二三四五六七八九十百零〇]+"
_UNIT = "[年月日号时分秒天周个项次倍万亿元家名人条届岁米吨座处所张台套支类种级成折名%％]"
_AT_LINES = {"decimal", "whole"}  # nothing tells them from figures but that a line begins
KINDS: dict[str, re.Pattern[str]] = {
    "chapter": re.compile(rf"第({_HAN})[章编]"),
    "part": re.compile(rf"第({_HAN})部分[：:、]?"),
    "article": re.compile(rf"第({_HAN})条"),
    "comma": re.compile(rf"({_HAN})、"),
    "bracket": re.compile(rf"[（(]({_HAN})[）)]"),
    "arabic": re.compile(r"([0-9０-９]{1,2})[．.、](?![0-9])"),
    # 1 总则, 1.1 编制目的: plans count so. A figure with its unit is none (3月, 1.5倍).
    "decimal": re.compile(
        rf"[0-9]{{1,2}}[．.]([0-9]{{1,2}})(?![0-9．.])(?!{_UNIT})(?=[\u4e00-\u9fff])"
    ),
    "whole": re.compile(rf"([0-9]{{1,2}})(?!{_UNIT})(?=[\u4e00-\u9fff])"),
    "arabic-bracket": re.compile(r"[（(]([0-9]{1,2})[）)]、?"),
    "half": re.compile(r"([0-9]{1,2})[）)]"),
    "circled": re.compile(r"([①-⑳])"),
}
_NUMBERS = {numeral(n): n for n in range(1, 300)} | {f"一{numeral(n)}": n for n in range(10, 20)}
# What a number in mid-line stands behind: the end of a sentence or of a bracket.
_BOUNDARY = "。；！？）)〕】”：:"
_TITLE = 60  # characters of a heading without a stop, behind which an item can begin at once


def mark_at(words: str, start: int = 0) -> Mark | None:
    """The number that stands at a place, of whatever kind."""
    for kind, pattern in KINDS.items():
        if start and kind in _AT_LINES:
            continue
        if found := pattern.match(words, start):
            number = _value(found[1])
            if number:
                return Mark(kind, number, found[0])
    return None


def _value(written: str) -> int:
    if written in _NUMBERS:
        return _NUMBERS[written]
    if len(written) == 1 and "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return int(written) if written.isdecimal() else 0


class Numbering:
    """The numbers seen so far: the next of a kind counts, and 1 where another came between."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._since: set[str] = set()

    def counts(self, mark: Mark, *, gap: int = 0) -> bool:
        """Whether a number continues its kind, or begins it anew below another kind."""
        last = self._last.get(mark.kind)
        if last is not None and last < mark.number <= last + 1 + gap:
            return True
        return mark.number == 1 and (last is None or mark.kind in self._since)

    def take(self, mark: Mark) -> None:
        """Count a number; every other kind may begin anew behind it."""
        self._last[mark.kind] = mark.number
        self._since = (self._since | set(self._last)) - {mark.kind}

    def skipped(self, mark: Mark) -> bool:
        """Whether the number before this one was not seen."""
        last = self._last.get(mark.kind)
        return last is not None and mark.number == last + 2


def marked(lines: Sequence[Line], doubts: list[str]) -> list[Marked]:
    """The lines with the numbers that count; a number that is missing is looked for in mid-line."""
    seen, found = Numbering(), list[Marked]()
    for line in lines:
        mark = mark_at(line.words)
        if mark and seen.skipped(mark) and not seen.counts(mark):
            split = _missing(found, mark)
            if split:
                found[split[0] :] = split[1]
            else:
                doubts.append(f"第 {line.number} 行：“{mark.words}”之前少一个编号。")
            seen.take(mark)
            found.append(Marked(line, mark))
        elif mark and seen.counts(mark):
            seen.take(mark)
            found.append(Marked(line, mark))
        else:
            if mark and mark.kind in {"comma", "bracket", "article", "chapter"}:
                doubts.append(f"第 {line.number} 行：“{mark.words}”接不上前面的编号，当作文字。")
            found.append(Marked(line))
    return found


def _missing(found: list[Marked], mark: Mark) -> tuple[int, list[Marked]] | None:
    """The number before `mark` in mid-line, behind the last of its kind; the lines cut there."""
    at = len(found) - 1
    while at >= 0:
        words = found[at].line.words
        for place in range(1, len(words)):
            here = mark_at(words, place) if words[place - 1] in _BOUNDARY else None
            if here and here.kind == mark.kind and here.number == mark.number - 1:
                number = found[at].line.number
                first = Marked(Line(number, words[:place]), found[at].mark)
                second = Marked(Line(number, words[place:]), here)
                return at, [first, second, *found[at + 1 :]]
        own = found[at].mark
        if own and own.kind == mark.kind:
            return None
        at -= 1
    return None


def run_together(lines: Sequence[Line]) -> bool:
    """Whether line breaks are missing: a few lines hold everything."""
    total = sum(len(line.words) for line in lines)
    return total / max(1, len(lines)) > 700 or (len(lines) <= 3 and total > 250)


def cut_at_marks(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that were run together cut where the next number of a kind stands behind a boundary."""
    seen = Numbering()
    for line in lines:
        start = 0
        for at in range(len(line.words)):
            mark = mark_at(line.words, at)
            if mark is None or not seen.counts(mark):
                continue
            if at and not _begins(line.words[start:at]):
                continue
            seen.take(mark)
            if at > start:
                yield Line(line.number, line.words[start:at])
                start = at
        yield Line(line.number, line.words[start:])


def _begins(before: str) -> bool:
    """Whether a number may follow: behind a boundary, or behind a heading that has no stop."""
    return before[-1] in _BOUNDARY or bool(
        mark_at(before) and len(before) <= _TITLE and not re.search("[。；！？]", before)
    )
