"""An item's lines as clauses: each closed by a responsibility bracket, a heading, or the end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from draft.parties import bracket, find_brackets, is_line
from draft.sentences import tasks
from draft.structure import Bracket, Clause, Marked, Words

_HEADED = re.compile(r"^([^，。；：！？、]{2,14})：(?=.{12})")
_POINT_TITLE = 24  # characters of a numbered point's heading that runs into its words


def clauses(lines: Sequence[Marked], known: Collection[str], *, first_new: bool) -> list[Clause]:
    """The clauses of an item.

    Args:
        lines: its lines; the first without the item's own number and title.
        known: names of registered parties.
        first_new: whether the first line is one of its own, below the title.
    """
    headed = _headed(lines)
    points = not headed and _points_have_brackets(lines)
    found = [Clause()]
    words: list[Words] = []
    for index, line in enumerate(lines):
        text = line.line.words
        new_line = index > 0 or first_new
        if is_line(text):
            line_of_parties = bracket(text, known, new_line=new_line)
            if line_of_parties.parties or _goes_with(found, words):
                _close(found, words, line_of_parties)
                continue
        opens = index in headed or (points and line.mark is not None)
        if opens:
            _close(found, words, None)
            text = _open(found[-1], line, headed=index in headed)
        for part, closing in _parts(text, known):
            if part:
                words.append(Words(part, new_line and not opens))
            if closing:
                _close(found, words, closing)
            new_line = False
    _close(found, words, None)
    return [clause for clause in found if clause.tasks or clause.bracket or clause.heading]


def _goes_with(found: list[Clause], words: list[Words]) -> bool:
    """Whether a line without a party, 完成时限：…, belongs to a bracket just above it."""
    return not words and len(found) > 1 and found[-2].bracket is not None


def _close(found: list[Clause], words: list[Words], closing: Bracket | None) -> None:
    """End the last clause, if it has any words, and begin another."""
    last = found[-1]
    last.tasks = tasks(words)
    words.clear()
    if not last.tasks and closing and len(found) > 1 and not (last.heading or last.mark):
        before = found[-2].bracket
        if before:  # 牵头单位：… and 责任单位：… on two lines are one bracket
            found[-2].bracket = _joined(before, closing)
            return
    last.bracket = closing
    if last.tasks or closing or last.heading:
        found.append(Clause())


def _joined(one: Bracket, other: Bracket) -> Bracket:
    return Bracket(
        f"{one.words}\n{other.words}",
        one.new_line,
        one.lead + other.lead,
        one.named + other.named,
        one.support + other.support,
    )


def _open(clause: Clause, line: Marked, *, headed: bool) -> str:
    """Give a clause its mark and heading; the words that are left of the line."""
    text = line.line.words
    if headed:
        match = _HEADED.match(text)
        assert match
        clause.heading, clause.heading_stop = match[1], "："
        return text[match.end() :]
    assert line.mark
    clause.mark = line.mark.words
    rest = line.rest
    for stop in "。：":
        at = rest.find(stop)
        if 0 < at <= _POINT_TITLE and "，" not in rest[:at] and at + 1 < len(rest):
            clause.heading, clause.heading_stop = rest[:at], stop
            return rest[at + 1 :]
    return rest


def _parts(text: str, known: Collection[str]) -> Iterator[tuple[str, Bracket | None]]:
    """The words of a line up to each bracket, with the bracket."""
    start = 0
    for found in find_brackets(text):
        closing = bracket(text[found.start : found.end], known, new_line=found.start == 0)
        yield text[start : found.start], closing
        start = found.end
    if start < len(text):
        yield text[start:], None


def _headed(lines: Sequence[Marked]) -> set[int]:
    """The lines that a short heading opens (水旱灾害：…): two at least, none behind without."""
    found = [
        n
        for n, line in enumerate(lines)
        if line.mark is None and not is_line(line.line.words) and _HEADED.match(line.line.words)
    ]
    if len(found) < 2:
        return set()
    behind = [n for n in range(found[0], len(lines)) if not is_line(lines[n].line.words)]
    closed = sum(any(True for _ in find_brackets(lines[n].line.words)) for n in found)
    return set(found) if len(found) == len(behind) or closed >= 2 else set()


def _points_have_brackets(lines: Sequence[Marked]) -> bool:
    """Whether every numbered point of an item has a bracket of its own."""
    points = [n for n, line in enumerate(lines) if line.mark]
    if len(points) < 2:
        return False
    ends = [*points[1:], len(lines)]
    return all(
        any(
            is_line(lines[n].line.words) or any(True for _ in find_brackets(lines[n].line.words))
            for n in range(start, end)
        )
        for start, end in zip(points, ends, strict=True)
    )
