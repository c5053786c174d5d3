"""How well a draft places every character of a received notice, against what a person made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from draft.drafting import take_apart
from draft.structure import Structure
from notice.checks.lines import normalized
from notice.checks.rules import applied
from notice.vocabulary import Rule
from tests.draft.gold import Gold

Label = tuple[str, int]  # what a character belongs to, and where that begins


@dataclass
class Placed:
    """Where everything of a structure stands, by offset in the received words without spaces."""

    labels: list[Label | None]
    cuts: set[int] = field(default_factory=set)
    brackets: dict[int, tuple[str, frozenset[tuple[str, str]]]] = field(default_factory=dict)
    unplaced: int = 0


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1."""

    placed: float
    accounted: float
    brackets: float
    parties_precision: float
    parties_recall: float
    bounds_precision: float
    bounds_recall: float
    wrong: tuple[str, ...] = ()


def solid(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


def _runs(structure: Structure) -> Iterator[tuple[str, str, object]]:
    """Every run of words in order: what it is, its words, and a bracket or a cut with it."""
    for kind, words in structure.front:
        yield f"front {kind}", words, None
    for section in structure.sections:
        yield "section", "", None
        yield (
            "section title",
            section.heading.mark + section.heading.title + section.heading.stop,
            None,
        )
        for line in section.heading.intro:
            yield "section intro", line, None
        for item in section.items:
            if item.group:
                yield "group title", item.group.mark + item.group.title + item.group.stop, None
                for line in item.group.intro:
                    yield "group intro", line, None
            yield "item", "", None
            heading = item.heading
            yield "item title", heading.mark + heading.title + heading.stop, None
            for clause in item.clauses:
                yield "clause", "", None
                yield "clause heading", clause.mark + clause.heading + clause.heading_stop, None
                for task in clause.tasks:
                    yield "clause words", task.words, "cut"
                if clause.bracket:
                    yield "bracket", clause.bracket.words, clause.bracket
    for kind, words in structure.end:
        yield f"end {kind}", words, None


def placed(structure: Structure, content: bytes, encoding: str, rules: Sequence[Rule]) -> Placed:
    """Where a structure puts every character of a received file."""
    whole: list[tuple[str, str, object]] = [
        (kind, solid(applied(words, rules)), more) for kind, words, more in _runs(structure)
    ]
    text = "".join(words for _, words, _ in whole)
    lines = [solid(line.words) for line in normalized(content, encoding, rules)]
    out = "".join(solid(applied(x, rules)) for _, lines_ in structure.left_out for x in lines_)
    kept = _kept(lines, text, out)
    offsets: list[int] = []  # of each character of `text` in the received words
    labels: list[Label | None] = []
    for line, inside in zip(lines, kept, strict=True):
        if inside:
            offsets += range(len(labels), len(labels) + len(line))
        labels += [("left out", 0) if inside is False else None] * len(line)
    unplaced = sum(len(line) for line, inside in zip(lines, kept, strict=True) if inside is None)
    found = Placed(labels, unplaced=unplaced)
    _label(found, whole, offsets, len(labels))
    return found


def _kept(lines: Sequence[str], text: str, out: str) -> list[bool | None]:
    """Whether each line is the structure's or left out, so that all are placed; else None."""
    ways: list[dict[int, tuple[int, bool]]] = [{0: (0, True)}]  # by what of `text` is used up
    done = 0
    for line in lines:
        reached: dict[int, tuple[int, bool]] = {}
        for at in ways[-1]:
            if out.startswith(line, done - at):
                reached[at] = (at, False)
            if text.startswith(line, at):
                reached[at + len(line)] = (at, True)
        if not reached:
            return [None] * len(lines)
        ways.append(reached)
        done += len(line)
    at, kept = len(text), list[bool | None]()
    if at not in ways[-1]:
        return [None] * len(lines)
    for reached in reversed(ways[1:]):
        at, inside = reached[at]
        kept.append(inside)
    return kept[::-1]


def _label(
    found: Placed, whole: list[tuple[str, str, object]], offsets: list[int], end: int
) -> None:
    at = 0
    begins = {"item": 0, "section": 0, "clause": 0}
    before = ""
    for kind, words, more in whole:
        place = offsets[at] if at < len(offsets) else end
        if kind in begins:
            begins[kind] = place
            continue
        owner = kind.split(" ")[0]
        start = {"clause": begins["item"], "bracket": place}.get(owner, begins.get(owner, 0))
        if more == "cut" and before == "clause words":
            found.cuts.add(place)
        if more not in (None, "cut"):
            who = [(role, solid(n)) for role in ("lead", "named", "support")
                   for n in getattr(more, role)]  # fmt: skip
            found.brackets[place] = (words, frozenset(who))
        for offset in offsets[at : at + len(words)]:
            found.labels[offset] = (kind, start)
        at += len(words)
        before = kind if words else before


def compare(draft: Placed, gold: Placed) -> Figures:
    """The figures of a draft."""
    total = len(gold.labels)
    pairs = list(zip(draft.labels, gold.labels, strict=True))
    right = sum(a == b for a, b in pairs)
    mine = {(at, n) for at, (_, who) in draft.brackets.items() for _, n in who}
    theirs = {(at, n) for at, (_, who) in gold.brackets.items() for _, n in who}
    same = sum(_plain(draft.brackets.get(at)) == _plain(b) for at, b in gold.brackets.items())
    starts = gold.cuts
    return Figures(
        placed=right / max(1, total),
        accounted=1 - draft.unplaced / max(1, total),
        brackets=same / len(gold.brackets) if gold.brackets else 1.0,
        parties_precision=len(mine & theirs) / len(mine) if mine else 1.0,
        parties_recall=len(mine & theirs) / len(theirs) if theirs else 1.0,
        bounds_precision=len(draft.cuts & starts) / len(draft.cuts) if draft.cuts else 1.0,
        bounds_recall=len(draft.cuts & starts) / len(starts) if starts else 1.0,
        wrong=tuple(_spans(pairs)),
    )


def _plain(bracket: tuple[str, frozenset[tuple[str, str]]] | None) -> object:
    """A bracket as compared: a stop behind it belongs to it or not."""
    return bracket and (bracket[0].rstrip("。，；、"), bracket[1])


def _spans(pairs: list[tuple[Label | None, Label | None]]) -> Iterator[str]:
    at = 0
    while at < len(pairs):
        if pairs[at][0] != pairs[at][1]:
            end = at
            while end < len(pairs) and pairs[end] == pairs[at]:
                end += 1
            yield f"{at}-{end}: {pairs[at][0]} ≠ {pairs[at][1]}"
            at = end
        else:
            at += 1


def figures(gold: Gold, known: Sequence[str]) -> Figures:
    """The figures of a draft of a received file; `known` are names of registered parties."""
    made, _ = take_apart(gold.content, gold.file, known)
    mine = placed(made, gold.content, made.encoding, made.rules)
    return compare(mine, placed(gold.structure, gold.content, made.encoding, made.rules))
