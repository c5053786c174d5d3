"""A received text read in a wrong way differs in every line: that is one mistake, told once.

What is wrong with `received`, `encoding` or `rules` is found by trying: with the right one the
words prove, character for character.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import get_args

from notice.checks.lines import ReceivedLine, cut_like, normalized, without
from notice.head import Notice
from notice.problems import Problem
from notice.reading.files import contents
from notice.reading.received import UnreadableError
from notice.reading.source import Source
from notice.vocabulary import DEFAULT_RULES, RULES, Encoding, Rule

SOME, MOST = 1 / 3, 2 / 3  # of our lines: below the first, each difference is told for itself


def misread(
    source: Source, notice: Notice, data: Path, ours: Sequence[str], theirs: Collection[str]
) -> Problem | None:
    """What is wrong with the way the received text is read; None where its words are.

    Args:
        source: `items.yaml` as read.
        notice: says how the text is read.
        data: the folder that both are in.
        ours: the lines of the notice.
        theirs: those of the received text, read so; none where it cannot be read.
    """
    strange = sum(line not in theirs for line in ours)
    if strange <= SOME * len(ours):
        return None
    for right in _other_ways(notice, data):
        if _proves(right, data, ours):
            return _told(source, notice, right)
    if not theirs or strange <= MOST * len(ours):
        return None
    message = f"来文“{notice.received}”与数据对不上：{len(ours)} 行里有 {strange} 行不同。"
    hint = "写对 notice 的 received、encoding 和 rules；数据整个替换过的，用 Git 恢复"
    return source.problem(("notice", "received"), message, hint)


def _other_ways(notice: Notice, data: Path) -> Iterator[Notice]:
    """One thing read otherwise: a rule more or less, those of most texts, an encoding, a file."""
    rules = set(notice.rules)
    for others in (DEFAULT_RULES, *(rules ^ {rule} for rule in RULES)):
        ordered: tuple[Rule, ...] = tuple(rule for rule in RULES if rule in others)
        yield notice.model_copy(update={"rules": ordered})
    for encoding in get_args(Encoding):
        yield notice.model_copy(update={"encoding": encoding})
    for path in sorted((data / "source").glob("*")):
        yield notice.model_copy(update={"received": path.relative_to(data).as_posix()})


def _proves(notice: Notice, data: Path, ours: Sequence[str]) -> bool:
    """Whether the received text, read as a notice says, is ours line for line."""
    found = contents(data / notice.received, "")
    if isinstance(found, Problem):
        return False
    try:
        lines = normalized(found, notice.encoding, notice.rules)
    except UnreadableError:
        return False
    kept, missing = without(lines, [line for entry in notice.left_out for line in entry.lines])
    return not missing and [line.words for line in cut(kept, ours, notice)] == [*ours]


def cut(theirs: list[ReceivedLine], ours: Sequence[str], notice: Notice) -> list[ReceivedLine]:
    """The received lines, cut like ours where the notice says that theirs mean nothing."""
    return cut_like(theirs, ours) if "line-breaks" in notice.rules else theirs


def _told(source: Source, notice: Notice, right: Notice) -> Problem:
    if right.received != notice.received:
        message = f"received 写“{notice.received}”，那不是数据所抄的来文。"
        return source.problem(("notice", "received"), message, f"received: {right.received}")
    if right.encoding != notice.encoding:
        message = f"来文是 {right.encoding} 编码的，encoding 没有写对。"
        hint = f"encoding: {right.encoding}；来文另存过的，用 Git 恢复"
        return source.problem(("notice", "encoding"), message, hint)
    missing = "、".join(rule for rule in right.rules if rule not in notice.rules)
    extra = "、".join(rule for rule in notice.rules if rule not in right.rules)
    said = [*([f"少了 {missing}"] if missing else []), *([f"多了 {extra}"] if extra else [])]
    message = f"核对的规则 rules {'，'.join(said)}：改正以后，来文就逐字对得上。"
    return source.problem(("notice", "rules"), message, f"rules: [{', '.join(right.rules)}]")
