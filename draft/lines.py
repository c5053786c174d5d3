"""Received lines as the notice's own lines: wrapped ones joined, run-together ones cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from draft.marks import cut_at_marks, mark_at, run_together
from draft.structure import Line

_ENDS = tuple("。；：！？…”）〕】》")
# A line is full that is at most this much shorter than the longest: marks may not begin a line.
_HANG = 3
_LEAST, _SHARE = 4, 0.4  # full lines that make a text a wrapped one: how many, of all long ones
# Lines of the head and the end that are never the rest of a paragraph.
_OWN_LINE = re.compile(
    r"^(?:附件|联系人|联系电话|抄送|[（(]此件|[（(]?(?:联系人|信息公开)|[0-9〇○零一二三四五六七八九]{4}年.{1,6}月.{1,4}日$)"
)
_BRACKET_LINE = re.compile(
    r"^(?:责任|牵头|配合|主责|主办|协办|参与|落实|完成)(?:单位|部门|时限|分工)"
)
_HEAD = re.compile(r"^(.{2,24}[〔\[【（(][0-9]{4}[〕\]】）)][第]?[0-9]{1,4}号)(?=.{8})")
_ADDRESSEES = re.compile(r"^((?:各|省|市|县|区|国务院|有关)[^。：:]{3,160}[：:])(?=.{20})")
_SIGNED = re.compile(
    r"(?P<issuer>[^。；，：）〕]{4,40}?)(?P<date>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)(?P<rest>.{0,80})$"
)


def own_lines(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """The notice's own lines, and whether they begin elsewhere than the received ones."""
    if run_together(lines):
        return [part for line in _cut_ends(lines) for part in cut_at_marks([line])], True
    if _wrapped(lines):
        return _joined(lines), True
    return list(lines), False


def _wrapped(lines: Sequence[Line]) -> bool:
    """Whether paragraphs go on behind line breaks: many lines are full and end in mid-sentence."""
    width = _width(lines)
    long = [line for line in lines if len(line.words) > width / 2]
    full = [x for x in long if len(x.words) >= width - _HANG and not x.words.endswith(_ENDS)]
    return len(full) >= _LEAST and len(full) >= _SHARE * len(long)


def _width(lines: Sequence[Line]) -> int:
    """How long a full line is: the longest, a few of another kind left aside."""
    lengths = sorted(len(line.words) for line in lines)
    return lengths[int(len(lengths) * 0.95) - 1] if lengths else 0


def _joined(lines: Sequence[Line]) -> list[Line]:
    width, found = _width(lines), list[Line]()
    full = False
    for line in lines:
        own = _OWN_LINE.match(line.words) or _BRACKET_LINE.match(line.words)
        if full and not own and not _begins(found[-1].words, line.words):
            found[-1] = Line(found[-1].number, found[-1].words + line.words)
        else:
            found.append(line)
        full = len(line.words) >= width - _HANG
    return found


def _begins(before: str, words: str) -> bool:
    """Whether a line begins something of its own, although the one before it is full."""
    return before.endswith(_ENDS) and mark_at(words) is not None


def _cut_ends(lines: Sequence[Line]) -> list[Line]:
    """The head and the end cut off lines that were run together."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        number, words = line.number, line.words
        if index == 0:
            for pattern in (_HEAD, _ADDRESSEES):
                if match := pattern.match(words):
                    found.append(Line(number, match[1]))
                    words = words[match.end(1) :]
        tail: list[str] = []
        if index == len(lines) - 1 and (match := _SIGNED.search(words)):
            tail = [match["issuer"], match["date"], *([match["rest"]] if match["rest"] else [])]
            words = words[: match.start()]
        found += [Line(number, part) for part in (words, *tail) if part]
    return found
