"""The body of a notice as parts, groups and items: what is which is read off the whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from draft.clauses import clauses
from draft.parties import find_brackets, is_line
from draft.structure import Clause, Heading, Item, Line, Marked, Section, Words

# Numbers of points within the words; a notice whose first numbers they are has no others.
_POINTS = {"arabic-bracket", "half", "circled"}
_MOST = 0.5  # of the blocks of a level that have the next one below: then that one is a level too
_TITLED = 0.6  # of the items that have a title: then a short first sentence is one
_RUN_IN, _ALONE = 36, 60  # characters of a title that runs into its words, and of one alone


@dataclass(frozen=True)
class Levels:
    """The kinds of numbers of parts, groups and items; a level that the notice has not is empty."""

    section: str = ""
    group: str = ""
    item: str = ""


def levels(lines: Sequence[Marked]) -> Levels:
    """Which kind of number is which level: in the order in which they come in."""
    kinds = _nested(lines)
    if not kinds:
        return Levels()
    depth = 0
    while depth + 1 < len(kinds) and depth < 2 and _goes_down(lines, kinds, depth):
        depth += 1
    if depth == 1:
        return Levels(section=kinds[0], item=kinds[1])
    section, group, item = ["", "", *kinds[: depth + 1]][-3:]
    return Levels(section, group, item)


def _nested(lines: Sequence[Marked]) -> list[str]:
    """The kinds of numbers from the outermost in, points left aside.

    Below the first kind they are in the order in which they come within one of its blocks: where
    parts begin with 1. and a later one with （一）, that one is above.
    """
    found = list(dict.fromkeys(line.mark.kind for line in lines if line.mark))
    if not found:
        return []
    first, rest = found[0], [kind for kind in found[1:] if kind not in _POINTS]
    for block in _blocks(lines, [first]):
        own = [k for k in dict.fromkeys(x.mark.kind for x in block if x.mark) if k in rest]
        if len(own) > 1:
            at = min(rest.index(kind) for kind in own)
            rest = (
                [k for k in rest[:at] if k not in own]
                + own
                + [k for k in rest[at:] if k not in own]
            )
    return [first, *rest]


def _goes_down(lines: Sequence[Marked], kinds: list[str], depth: int) -> bool:
    """Whether the next kind is a level of its own, not points within the words of an item."""
    below = kinds[depth + 1]
    units = _units(lines, kinds, depth)
    having = [unit for unit in units if any(x.mark and x.mark.kind == below for x in unit)]
    if kinds[depth] in {"chapter", "part"}:
        return bool(having)
    if len(having) < _MOST * len(units):
        return False
    points = sum(1 for unit in having for x in unit if x.mark and x.mark.kind == below)
    brackets = sum(_brackets(x) for unit in having for x in unit)
    return not (brackets and points >= 2 * len(having) and brackets <= 1.2 * len(having))


def _units(lines: Sequence[Marked], kinds: list[str], depth: int) -> list[list[Marked]]:
    """The blocks of a level, and of the level above those that have the next one but not this."""
    found: list[list[Marked]] = []
    for block in _blocks(lines, kinds[:1]) if depth else [list(lines)]:
        own = _blocks(block, kinds[: depth + 1])
        if own:
            found += [unit[1:] for unit in own]
        elif any(x.mark and x.mark.kind == kinds[depth + 1] for x in block):
            found.append(block)
    return found


def _brackets(line: Marked) -> int:
    return is_line(line.line.words) or sum(1 for _ in find_brackets(line.line.words))


def _blocks(lines: Sequence[Marked], kinds: Collection[str]) -> list[list[Marked]]:
    """The lines from each number of the last of some kinds to the next of any of them."""
    found: list[list[Marked]] = []
    *_, last = kinds
    inside = False
    for line in lines:
        if line.mark and line.mark.kind in kinds:
            inside = line.mark.kind == last
            if inside:
                found.append([])
        if inside:
            found[-1].append(line)
    return found


def body(lines: Sequence[Marked], known: Collection[str]) -> list[Section]:
    """The parts of the notice with their items, every line in its place."""
    level = levels(lines)
    titled = _titled(lines, level)
    sections: list[Section] = []
    group: Heading | None = None
    at = 0
    while at < len(lines):
        line = lines[at]
        kind = line.mark.kind if line.mark else ""
        end = _next(lines, at + 1, level)
        if kind and kind == level.section:
            sections.append(_section(lines[at:end], lines[end : end + 1], level, known))
            group = None
        elif kind and kind == level.group:
            group = _open(sections, lines[at:end], lines[end : end + 1], level, known)
        else:
            if not sections:
                sections.append(Section(Heading(), []))
            item = _item(lines[at:end], known, titled=titled and bool(kind))
            item.group, group = group, None
            sections[-1].items.append(item)
        at = end
    return [_with_words(section) for section in sections]


def _with_words(section: Section) -> Section:
    """A part or an item that has a heading and nothing else: the heading is all its words."""
    items = []
    for item in section.items:
        heading = item.heading
        if not item.clauses:
            said = heading.title + heading.stop  # cut off behind its number it has not even that
            words = Words(said or heading.mark, not (said and heading.mark))
            mark = heading.mark if said else ""
            item = Item(Heading(mark), [Clause(tasks=[words])], item.group)
        items.append(item)
    heading = section.heading
    if items:
        return Section(heading, items)
    words = Words(heading.mark + heading.title + heading.stop, True)
    lines = [words, *(Words(line, True) for line in heading.intro)]
    return Section(Heading(), [Item(Heading(), [Clause(tasks=lines)])])


def _next(lines: Sequence[Marked], start: int, level: Levels) -> int:
    """The next line that begins a part, a group or an item."""
    kinds = {level.section, level.group, level.item} - {""}
    marked = (n for n in range(start, len(lines)) if (m := lines[n].mark) and m.kind in kinds)
    return next(marked, len(lines))


def _section(
    lines: Sequence[Marked], after: Sequence[Marked], level: Levels, known: Collection[str]
) -> Section:
    """A part's heading; its lines are a lead-in before items, or words of their own."""
    title, stop, rest = split_title(lines[0].rest, more=True, alone=True)
    mark = lines[0].mark.words if lines[0].mark else ""
    below = bool(after and after[0].mark and after[0].mark.kind != level.section)
    if below and not rest:
        intro = tuple(line.line.words for line in lines[1:])
        return Section(Heading(mark, title, stop, intro), [])
    heading = Heading(mark, title, stop)
    if not (rest or len(lines) > 1):
        return Section(heading, [])
    return Section(heading, [_unnumbered(lines, rest, known)])


def _open(
    sections: list[Section],
    lines: Sequence[Marked],
    after: Sequence[Marked],
    level: Levels,
    known: Collection[str],
) -> Heading | None:
    """A group's heading, which stands before its first item; words of its own are an item."""
    if not sections:
        sections.append(Section(Heading(), []))
    title, stop, rest = split_title(lines[0].rest, more=True, alone=True)
    mark = lines[0].mark.words if lines[0].mark else ""
    below = bool(after and after[0].mark and after[0].mark.kind == level.item)
    if below and not rest:
        return Heading(mark, title, stop, tuple(line.line.words for line in lines[1:]))
    sections[-1].items.append(_item(lines, known, titled=True))
    return None


def _unnumbered(lines: Sequence[Marked], rest: str, known: Collection[str]) -> Item:
    """The words of a part that has no items, as one item without number and title."""
    own = [*lines[1:]]
    if rest:
        own.insert(0, Marked(Line(lines[0].line.number, rest)))
    return Item(Heading(), clauses(own, known, first_new=not rest))


def _item(lines: Sequence[Marked], known: Collection[str], *, titled: bool) -> Item:
    first = lines[0]
    mark = first.mark.words if first.mark else ""
    title, stop, rest = split_title(first.rest, more=len(lines) > 1, alone=titled)
    if not titled:
        title, stop, rest = "", "", first.rest
    own = [*lines[1:]]
    if rest:
        own.insert(0, Marked(Line(first.line.number, rest)))
    found = clauses(own, known, first_new=not rest)
    return Item(Heading(mark, title, stop), found)


def _titled(lines: Sequence[Marked], level: Levels) -> bool:
    """Whether items have titles: most of them, or their first sentences are only short."""
    if not level.item:
        return False
    own = _blocks(lines, [k for k in (level.section, level.group, level.item) if k])
    found = [bool(split_title(b[0].rest, more=len(b) > 1, alone=True)[0]) for b in own]
    return bool(found) and sum(found) >= _TITLED * len(found)


def split_title(words: str, *, more: bool, alone: bool) -> tuple[str, str, str]:
    """A line as title, its stop, and the words that follow; no title where it has none.

    Args:
        words: the line behind its number.
        more: whether other lines follow that belong to it.
        alone: whether a whole line may be a title.
    """
    at = words.find("。")
    if at < 0:
        colon = re.match(r"^([^，。；：]{2,20})：(?=.)", words)
        if colon and not more:
            return colon[1], "：", words[colon.end() :]
        if alone and len(words) <= _ALONE and not re.search("[；！？]|：$", words):
            return (words, "", "") if more or not words.endswith("）") else ("", "", words)
        return "", "", words
    title, rest = words[:at], words[at + 1 :]
    if alone and more and not rest and len(title) <= _ALONE and not re.search("[；：！？]", title):
        return title, "。", ""
    colon = re.match(r"^([^，。；：]{2,20})：", words)
    if colon and len(title) > _RUN_IN:
        return colon[1], "：", words[colon.end() :]
    if len(title) > _RUN_IN or re.search("[；：！？]", title) or not (rest or more):
        return "", "", words
    return title, "。", rest
