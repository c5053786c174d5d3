"""The received text in lines that can be laid beside the notice's own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from notice.checks.rules import applied
from notice.reading.received import received_lines
from notice.vocabulary import Rule

ALIKE = 0.3  # share of pairs of characters that two lines have in common to be the same line
OPENING = 4  # characters at the beginning by which a line is known, however it goes on
CONTEXT = 8  # characters on each side by which a place is found again
# Our line, theirs, and behind which of our lines theirs stands where we have none (-1: the first).
Found = tuple[float, tuple[tuple[int, int], ...]]  # how much is alike, and the pairs
Pair = tuple[int | None, int | None, int]


@dataclass(frozen=True)
class ReceivedLine:
    """A line of the received text after the rules, and which line of the file it is."""

    number: int
    words: str
    raw: str = ""


def normalized(content: bytes, encoding: str, rules: Collection[Rule]) -> list[ReceivedLine]:
    """The received text after the rules that a notice names; raises UnreadableError.

    Where a rule takes away empty lines, the numbers count those of the file all the same; those of
    a page or a document count its blocks.
    """
    lines = enumerate(received_lines(content, encoding, rules), start=1)
    found = [ReceivedLine(number, applied(line, rules), line) for number, line in lines]
    if {"spaces", "html", "docx", "line-breaks"} & set(rules):
        return [line for line in found if line.words.strip()]
    return found


def solid(words: str) -> str:
    """Words without white space, which no comparison of lines counts."""
    return "".join(words.split())


def without(
    lines: Sequence[ReceivedLine], left_out: Iterable[str]
) -> tuple[list[ReceivedLine], list[str]]:
    """The lines but those that are left out, and what of these is not there or not in order."""
    kept: list[ReceivedLine] = []
    missing: list[str] = []
    there = [{solid(line.words), solid(line.raw)} for line in lines]
    at = 0
    for words in left_out:
        wanted = solid(words)
        found = next((n for n in range(at, len(lines)) if wanted in there[n]), None)
        if found is None:
            missing.append(words)
            continue
        kept += lines[at:found]
        at = found + 1
    return kept + list(lines[at:]), missing


def cut_like(theirs: Sequence[ReceivedLine], ours: Sequence[str]) -> list[ReceivedLine]:
    """The received text cut where our lines end: where its own lines end means nothing."""
    text = "".join(line.words for line in theirs)
    starts = [0, *accumulate(len(line.words) for line in theirs)]
    whole = "".join(ours)
    cuts = [0]
    ends = [0, *accumulate(map(len, ours))]
    for begin, end in pairwise(ends[:-1]):
        cuts.append(_found_again(whole, begin, end, text, cuts[-1]))
    return [
        ReceivedLine(theirs[bisect_right(starts, a) - 1].number, text[a:b])
        for a, b in pairwise([*cuts, len(text)])
        if a < len(text)
    ]


def _found_again(ours: str, begin: int, at: int, theirs: str, after: int) -> int:
    """Where in their text our line from `begin` to `at` ends, behind `after`; as far as told."""
    if theirs.startswith(ours[begin : at + CONTEXT], after):  # the same words may stand before
        return after + at - begin
    start = max(0, at - CONTEXT)
    around, before, behind = ours[start : at + CONTEXT], ours[start:at], ours[at : at + CONTEXT]
    for words, offset in ((around, at - start), (behind, 0), (before, at - start)):
        found = theirs.find(words, max(0, after - offset))
        if found >= 0:
            return found + offset
    return after


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Pair]:
    """Every pair of lines that differ, and every line that only one side has; in order."""
    found = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for kind, a, b, c, d in found:
        if kind != "equal":
            yield from _block(ours, theirs, range(a, b), range(c, d))


def _block(ours: Sequence[str], theirs: Sequence[str], left: range, right: range) -> Iterator[Pair]:
    """Lines of a block that are alike are pairs; what is left between them is paired in order."""
    a, c = left.start, right.start
    for at, other in [*_alike(ours, theirs, left, right), (left.stop, right.stop)]:
        for n in range(max(at - a, other - c)):
            ours_ = a + n if a + n < at else None
            yield ours_, (c + n if c + n < other else None), at - 1
        if at < left.stop:
            yield at, other, at - 1
        a, c = at + 1, other + 1


def _alike(
    ours: Sequence[str], theirs: Sequence[str], left: range, right: range
) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that have most in common together."""
    if len(left) == len(right) == 1:
        return [(left.start, right.start)]
    best: dict[tuple[int, int], Found] = {}
    for i in reversed(range(left.start, left.stop + 1)):
        for j in reversed(range(right.start, right.stop + 1)):
            options: list[Found] = [(0.0, ())] if i == left.stop or j == right.stop else []
            if not options:
                options = [best[i + 1, j], best[i, j + 1]]
                if (alike := _share(ours[i], theirs[j])) >= ALIKE:
                    score, pairs = best[i + 1, j + 1]
                    options.append((score + alike, ((i, j), *pairs)))
            best[i, j] = max(options)  # of pairs as much alike, the later
    return [*best[left.start, right.start][1]]


def _share(one: str, other: str) -> float:
    """The share of pairs of characters that two lines have in common."""
    first, second = ({a + b for a, b in pairwise(s)} for s in (one, other))
    begins = ALIKE if one[:OPENING] == other[:OPENING] else 0.0  # as numbered lines do
    return begins + 2 * len(first & second) / max(1, len(first) + len(second))
