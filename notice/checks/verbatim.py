"""Prove that the catalog says exactly what the received text says.

The proof is total: every character of the received text is taken away by a rule that the notice
names (`notice.checks.rules`), left out with a reason that the notice states, or stands in the
catalog put together again, character for character, line for line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from notice.checks.lines import ReceivedLine, aligned, normalized, solid, without
from notice.checks.misread import cut, misread
from notice.document import Run, document_runs
from notice.models import Catalog
from notice.problems import Problem, shown
from notice.reading.files import contents
from notice.reading.received import UnreadableError
from notice.reading.source import Source, YamlPath

AROUND = 20  # characters of context on each side of a difference
UNREADABLE = "放回收到的文件，或写对 notice 的 encoding 和 rules"
APART = 2  # characters in common between two differences that are reported apart
BRACKET = re.compile(r"（[^（）]*(负责|落实)")
MARKS = str.maketrans("", "", "⟦⟧")  # around what differs
Opcode = tuple[str, int, int, int, int]


class Proof(NamedTuple):
    """How far the catalog says what the received text says.

    Attributes:
        problems: every difference, each at the line that is wrong.
        lacking: the lines of the received text that the catalog has not, or not so, one a line:
            what is in them and not found in the catalog is not wrong itself.
        lost: whether whole lines are missing.
    """

    problems: list[Problem]
    lacking: str = ""
    lost: bool = False


def verify_text(catalog: Catalog, source: Source, data: Path) -> Proof:
    """Compare catalog and received text, character for character.

    Args:
        catalog: what the data says; its notice names the received text's file and the rules.
        source: `items.yaml` as read, where a difference has its place.
        data: the folder that both are in.
    """
    ours = list(document_runs(catalog))
    lines = ["".join(words for words, _ in runs) for _, runs in ours]
    try:
        received = _received(catalog, source, data)
    except UnreadableError as error:
        field = "rules" if "docx" in catalog.notice.rules else "encoding"
        unread = source.problem(("notice", field), str(error), UNREADABLE)
        return Proof([misread(source, catalog.notice, data, lines, ()) or unread])
    if isinstance(received, Problem):
        return Proof([received])
    file = shown(data / catalog.notice.received, data.parent)
    theirs, problems = _left_out(catalog, source, received, file)
    theirs = cut(theirs, lines, catalog.notice)
    if wrong := misread(source, catalog.notice, data, lines, {line.words for line in theirs}):
        return Proof([wrong])
    lost: dict[int, list[ReceivedLine]] = {}  # by the line of ours that they follow, -1 for none
    lacking = []
    for at, other, behind in aligned(lines, [line.words for line in theirs]):
        if other is not None:
            lacking.append(theirs[other].words)
        if at is None:
            lost.setdefault(behind, []).append(theirs[other or 0])
            continue
        part, runs = ours[at]
        if other is None:
            message = f"{part} 这一行“{_short(lines[at])}”来文（{file}）里没有。"
            problems.append(source.problem(runs[0][1], message, _mend(catalog, lines[at], runs)))
        else:
            where = f"{file} 第 {theirs[other].number} 行"
            problems += _in_line(catalog, source, ours[at], where, theirs[other].words)
    problems += [_missing(source, ours, behind, found, file) for behind, found in lost.items()]
    return Proof(problems, "\n".join(lacking), bool(lost))


def _mend(catalog: Catalog, line: str, runs: list[Run]) -> str:
    """What to do about a line of ours that the received text has not."""
    if any(line in entry.lines for entry in catalog.notice.left_out):
        return "从 left_out 里删去这一行"
    if "tasks" in runs[0][1]:
        return "与来文逐字一致；来文这里没有另起一行的，删去 new_line"
    return "与来文逐字一致"


def _missing(
    source: Source,
    ours: list[tuple[str, list[Run]]],
    behind: int,
    lines: list[ReceivedLine],
    file: str,
) -> Problem:
    """Lines that are missing at one place: one cut of an editor, however many they are."""
    part, runs = ours[max(behind, 0)]
    side = "之前" if behind < 0 else "之后"
    first, last = lines[0], lines[-1]
    what, where, words = "一行", f"第 {first.number} 行", f"作“{_short(first.words)}”"
    hint = "照来文补上"
    if len(lines) > 1:
        what, where = f" {len(lines)} 行", f"第 {first.number} 至 {last.number} 行"
        words = f"从“{_short(first.words)}”到“{_short(last.words)}”"
        hint = "误删的从旧版本里取回来，没有录过的照来文补上"
    message = f"{part} {side}缺{what}，来文（{file} {where}）{words}。"
    return source.problem(runs[-1][1], message, f"{hint}；不是通知的字就写进 left_out")


def _left_out(
    catalog: Catalog, source: Source, received: list[ReceivedLine], file: str
) -> tuple[list[ReceivedLine], list[Problem]]:
    """The received text but what the notice leaves out, and what of that is not there."""
    listed = [
        (("notice", "left_out", n, "lines", m), words)
        for n, entry in enumerate(catalog.notice.left_out)
        for m, words in enumerate(entry.lines)
    ]
    kept, missing = without(received, [words for _, words in listed])
    there = {solid(line.words) for line in received}
    problems = []
    for place, words in listed:
        if words in missing:
            if solid(words) in there:
                message = f"left_out 里“{_short(words)}”的次序不对，来文（{file}）里它在前面。"
                hint = "left_out 照来文的次序从前往后写"
            else:
                message = f"来文（{file}）里没有“{_short(words)}”这一行。"
                hint = "照来文的整行写"
            problems.append(source.problem(place, message, hint))
    misplaced = there.intersection(map(solid, missing))  # and so told
    return [line for line in kept if solid(line.words) not in misplaced], problems


def _in_line(
    catalog: Catalog, source: Source, line: tuple[str, list[Run]], where: str, theirs: str
) -> Iterator[Problem]:
    """Every difference in a line, at the task, heading or bracket that it is in."""
    part, runs = line
    ours = "".join(words for words, _ in runs)
    for _, a, b, c, d in _joined(_differences(ours, theirs)):
        place = _run_at(runs, a, inside=a < b)
        message = (
            f"{_name(catalog, place) or part} 与来文（{where}）不符："
            f"数据作“{_around(ours, a, b)}”，来文作“{_around(theirs, c, d)}”。"
        )
        bracket = place[-1] == "text" and BRACKET.match(theirs[c:d].lstrip("。，；、"))
        hint = "照来文补上责任括号 responsible" if bracket else "与来文逐字一致"
        yield source.problem(place, message, hint)


def _differences(ours: Sequence[str], theirs: Sequence[str]) -> list[Opcode]:
    found = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [opcode for opcode in found if opcode[0] != "equal"]


def _joined(opcodes: Iterable[Opcode]) -> Iterator[Opcode]:
    """Differences with next to nothing between them are one."""
    last: Opcode | None = None
    for opcode in opcodes:
        if last and opcode[1] - last[2] < APART:
            last = ("replace", last[1], opcode[2], last[3], opcode[4])
            continue
        if last:
            yield last
        last = opcode
    if last:
        yield last


def _run_at(runs: list[Run], at: int, *, inside: bool) -> YamlPath:
    """The place of the run that holds a character; of what is missing, of the run before it."""
    ends = accumulate(len(words) for words, _ in runs)
    return next(
        place
        for end, (_, place) in zip(ends, runs, strict=True)
        if at < end or (at == end and not inside)
    )


def _name(catalog: Catalog, place: YamlPath) -> str:
    """The id of the task at a place; empty where the place is in none."""
    if "tasks" not in place:
        return ""
    _, section, _, item, _, clause, _, task, _ = place
    found = catalog.sections[int(section)].items[int(item)].clauses[int(clause)].tasks[int(task)]
    return found.id


def _short(line: str) -> str:
    return line if len(line) <= 2 * AROUND else f"{line[: 2 * AROUND]}…"


def _received(catalog: Catalog, source: Source, data: Path) -> list[ReceivedLine] | Problem:
    """The received text, or why there is none. It is read from the data folder only.

    Raises:
        UnreadableError: where it cannot be read as the notice says.
    """
    name, field = catalog.notice.received, ("notice", "received")
    path = data / name
    try:
        inside = path.resolve().is_relative_to(data.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that no file can have
        inside = True
    if not inside:
        hint = "data/ 里的文件，如 source/received.txt"
        return source.problem(field, f"来文“{name}”不在数据文件夹里。", hint)
    found = contents(path, shown(path, data.parent))
    if isinstance(found, Problem):
        message = f"没有来文“{name}”，无法核对原文：{found.message}"
        return source.problem(field, message, "放回收到的文件，或写对它在 data/ 里的位置")
    return normalized(found, catalog.notice.encoding, catalog.notice.rules)


def _around(text: str, start: int, end: int) -> str:
    before, after = max(0, start - AROUND), end + AROUND
    head, tail = "…" if before else "", "…" if after < len(text) else ""
    return f"{head}{text[before:start]}⟦{text[start:end]}⟧{text[end:after]}{tail}"
