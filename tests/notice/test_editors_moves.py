"""What an editor's hand does to the real files: refused, or every task says the same as before.

The moves are those of an editor in a hurry: a line moved, a block doubled, two values exchanged, a
text cut at a mark, something pasted from elsewhere. They are the same each time. What is accepted
is a lawful edit of ours (labels, checks, actors …), or it changes nothing in what a task says: its
words, its id, the parties that answer for it.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.checks.since import check_since
from notice.models import Catalog
from notice.problems import DataError
from notice.resolved import resolved_tasks
from tests.conftest import ROOT, SMALL

pytestmark = pytest.mark.slow

DATA = ROOT / "data"
MARKS = re.compile("[，。、；：]")
Move = Callable[[list[str], random.Random], None]


def move_a_line(lines: list[str], chance: random.Random) -> None:
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines)), line)


def double_a_block(lines: list[str], chance: random.Random) -> None:
    """Some lines once more, behind themselves or elsewhere."""
    at, count = chance.randrange(len(lines)), chance.randint(1, 8)
    to = at + count if chance.random() < 0.5 else chance.randrange(len(lines))
    lines[to:to] = lines[at : at + count]


def exchange_two_values(lines: list[str], chance: random.Random) -> None:
    """Of one field, in two places near each other or anywhere."""
    field = chance.choice(["text", "id", "label", "check", "actors", "departments", "lead",
                           "slug", "short_name", "title", "sectors", "term", "forms"])  # fmt: skip
    found = [n for n, line in enumerate(lines) if re.search(rf"\b{field}: ", line)]
    if len(found) < 2:
        return
    start = chance.randrange(len(found) - 1)
    one, other = found[start], found[min(start + chance.randint(1, 3), len(found) - 1)]
    parts = [lines[n].partition(f"{field}: ") for n in (one, other)]
    lines[one] = parts[0][0] + parts[0][1] + parts[1][2]
    lines[other] = parts[1][0] + parts[1][1] + parts[0][2]


def cut_at_a_mark(lines: list[str], chance: random.Random) -> None:
    """The end of a text goes to the next one, or into a task of its own, or is gone."""
    found = [n for n, line in enumerate(lines) if " text: " in line]
    if len(found) < 2:
        return
    place = chance.randrange(len(found) - 1)
    line, after = found[place], found[place + 1]
    marks = [m.end() for m in MARKS.finditer(lines[line]) if m.end() < len(lines[line])]
    if not marks:
        return
    at = chance.choice(marks)
    rest = lines[line][at:]
    kind = chance.randrange(3)
    lines[line] = lines[line][:at]
    if kind == 0:
        lines[after] = lines[after].replace(" text: ", f" text: {rest}", 1)
    elif kind == 1:
        block = lines[line - 1 : after - 1]
        new = block[0].rpartition("-")[0] + "-99"
        lines[after - 1 : after - 1] = [new, block[1].partition(" text: ")[0] + f" text: {rest}",
                                        *block[2:]]  # fmt: skip


def paste_from_elsewhere(lines: list[str], chance: random.Random) -> None:
    """A run of characters from anywhere at any place in a line, in place of nothing or of some."""
    source = chance.choice(lines)
    start = chance.randrange(max(1, len(source)))
    pasted = source[start : start + chance.randint(1, 12)]
    at = chance.randrange(len(lines))
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + pasted + lines[at][place + chance.choice([0, 0, 3]) :]


def indent_or_comment_out(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    line = lines[at]
    lines[at] = chance.choice([" " + line, "  " + line, line[1:], line[2:], "# " + line, ""])


def move_a_bracket(lines: list[str], chance: random.Random) -> None:
    """A responsible block to another clause, or out of the way."""
    found = [n for n, line in enumerate(lines) if line.strip() == "responsible:"]
    if not found:
        return
    start = chance.choice(found)
    end = start + 1
    while end < len(lines) and lines[end].startswith("              "):
        end += 1
    block = lines[start:end]
    del lines[start:end]
    if chance.random() < 0.7:
        to = chance.choice([n for n, line in enumerate(lines) if " editorial:" in line])
        lines[to:to] = block


MOVES: list[Move] = [
    move_a_line,
    double_a_block,
    exchange_two_values,
    cut_at_a_mark,
    paste_from_elsewhere,
    indent_or_comment_out,
    move_a_bracket,
]


def said(catalog: Catalog) -> list[tuple[object, ...]]:
    """What every task says: its id, its words, who answers for it and how."""
    return [
        (
            entry.task.id,
            entry.task.text,
            entry.owner.responsibility,
            [party.slug for party in entry.owner.lead],
            [party.slug for party in entry.owner.departments],
            [party.slug for party in entry.owner.support],
            [party.slug for party in entry.owner.implied],
        )
        for entry in resolved_tasks(catalog)
    ]


def accepted(source: Path, data: Path, move: Move, chance: random.Random) -> Catalog | None:
    """The data after a move; None where it is refused. Refused means: with lines and hints."""
    names = [*["items"] * 5, "departments", "sectors", "glossary"]
    path = data / f"{chance.choice(names)}.yaml"
    before = path.read_text("utf-8")
    lines = before.split("\n")
    move(lines, chance)
    path.write_text("\n".join(lines), "utf-8")
    try:
        catalog = load_catalog(data)
        if problems := check_since(source, data):
            raise DataError(problems)
    except DataError as error:
        if not all(problem.hint for problem in error.problems):
            pytest.fail(str(error))
        return None
    finally:
        path.write_text(before, "utf-8")
    return catalog


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.__name__)
def test_the_small_notice(move: Move, tmp_path: Path) -> None:
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    as_it_was = said(load_catalog(SMALL))
    for seed in range(40):
        catalog = accepted(SMALL, data, move, random.Random(f"{move.__name__} {seed}"))
        assert catalog is None or said(catalog) == as_it_was, seed


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.__name__)
def test_the_published_notice(move: Move, tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    as_it_was = said(load_catalog(DATA))
    for seed in range(2):
        catalog = accepted(DATA, data, move, random.Random(f"{move.__name__} {seed}"))
        assert catalog is None or said(catalog) == as_it_was, seed
