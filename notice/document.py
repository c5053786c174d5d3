"""The notice put together again from its parts: its lines, and the paragraphs of an item.

The verbatim check proves these renderings against the received text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from notice.head import Line, Notice
from notice.models import Catalog, Clause, Item, Responsible, Section, Task
from notice.vocabulary import LineKind
from notice.wording import (
    bracket,
    chinese_date,
    clause_heading,
    opens_line,
    ordinal,
    section_mark,
    title_stop,
)


@dataclass(frozen=True)
class Piece:
    """What one paragraph has of a clause: its heading, some of its tasks, its bracket."""

    heading: str = ""
    tasks: tuple[Task, ...] = ()
    bracket: Responsible | None = None

    @property
    def words(self) -> str:
        """The piece's exact words."""
        return self.heading + "".join(t.text for t in self.tasks) + bracket(self.bracket)


def paragraphs(item: Item) -> list[list[Piece]]:
    """An item's words by paragraph: a marked or headed clause opens one, and what is on a new line.

    The first is empty where the item's title stands alone on its line.
    """
    result: list[list[Piece]] = [[]]
    for clause in item.clauses:
        for piece, new_line in _pieces(clause):
            if new_line:
                result.append([])
            result[-1].append(piece)
    return result


def _pieces(clause: Clause) -> Iterator[tuple[Piece, bool]]:
    """The pieces of a clause, each with whether it begins on a new line."""
    heading, opens = clause_heading(clause), opens_line(clause)
    tasks: list[Task] = []
    for task in clause.tasks:
        if task.new_line and (tasks or heading):
            yield Piece(heading, tuple(tasks)), opens
            heading, opens, tasks = "", True, []
        tasks.append(task)
    who = clause.responsible
    if who and who.new_line:
        yield Piece(heading, tuple(tasks)), opens
        yield Piece(bracket=who), True
    else:
        yield Piece(heading, tuple(tasks), who), opens


Place = tuple[str | int, ...]
Run = tuple[str, Place]


def front(notice: Notice) -> Iterator[tuple[LineKind, str, Place]]:
    """The lines before the first part: what each is, its words, its place in the data."""
    yield from _lines(notice, "front", (("number", "number"), ("addressees", "addressees"),
                                        ("preamble", "preamble")))  # fmt: skip


def end(notice: Notice) -> Iterator[tuple[LineKind, str, Place]]:
    """The lines after the last item: what each is, its words, its place in the data."""
    yield from _lines(notice, "end", (("issuer", "issuer"), ("date", "issued"),
                                      ("release", "release")))  # fmt: skip


def _lines(
    notice: Notice, listed: str, usual: tuple[tuple[LineKind, str], ...]
) -> Iterator[tuple[LineKind, str, Place]]:
    lines: tuple[Line, ...] | None = getattr(notice, listed)
    if lines is not None:
        for index, line in enumerate(lines):
            yield line.kind, line.text, ("notice", listed, index, "text")
        return
    for kind, field in usual:
        value = getattr(notice, field)
        if value:
            words = chinese_date(value) if isinstance(value, date) else value
            yield kind, words, ("notice", field)


def has_title(notice: Notice) -> bool:
    """Whether the notice as received has its title in it."""
    return any(kind == "title" for kind, _, _ in front(notice))


def has_number(notice: Notice) -> bool:
    """Whether the notice as received has a line with its number."""
    return any(kind == "number" for kind, _, _ in front(notice))


def preamble(notice: Notice) -> str:
    """What the notice says before its first part, its paragraphs one behind the other."""
    return "".join(words for kind, words, _ in front(notice) if kind == "preamble")


def document_lines(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Every line of the notice with the id (or the field) it comes from, in order."""
    for part, runs in document_runs(catalog):
        yield "".join(words for words, _ in runs), part


def document_runs(catalog: Catalog) -> Iterator[tuple[str, list[Run]]]:
    """Every line with the id (or the field) it comes from, as runs with their places in the data.

    A place is the path of the value that a run is made from, in `items.yaml`.
    """
    part, line = "", list[Run]()
    for part_, run, new_line in _runs(catalog):
        if new_line and line:
            yield part, line
            line = []
        if not line:
            part = part_
        line.append(run)
    if line:
        yield part, line


def _runs(catalog: Catalog) -> Iterator[tuple[str, Run, bool]]:
    """Every run of words with what it is part of, and whether it begins on a new line."""
    for _, words, place in front(catalog.notice):
        yield str(place[1]), (words, place), True
    for index, section in enumerate(catalog.sections):
        path: Place = ("sections", index)
        yield from _head(section.id, section, path, section_mark(section), section.stop)
        for n, words in enumerate(section.intro):
            yield section.id, (words, (*path, "intro", n)), True
        for number, item in enumerate(section.items):
            yield from _item_runs(item, (*path, "items", number))
    for _, words, place in end(catalog.notice):
        yield str(place[1]), (words, place), True


def _head(
    part: str, headed: Section | Item, path: Place, mark: str, stop: str
) -> Iterator[tuple[str, Run, bool]]:
    """A mark, a title and its stop, each at its field where that is written."""
    if mark:
        yield part, (mark, (*path, "id" if headed.mark is None else "mark")), True
    if not headed.untitled:
        yield part, (headed.title, (*path, "title")), not mark
        yield part, (stop, (*path, "title" if not headed.stop else "stop")), False


def _item_runs(item: Item, path: Place) -> Iterator[tuple[str, Run, bool]]:
    if item.group:
        group = item.group
        yield item.id, (group.mark, (*path, "group", "mark")), True
        yield item.id, (group.title, (*path, "group", "title")), False
        yield item.id, (group.stop, (*path, "group", "stop")), False
        for n, words in enumerate(item.group.intro):
            yield item.id, (words, (*path, "group", "intro", n)), True
    yield from _head(item.id, item, path, ordinal(item), title_stop(item))
    for index, clause in enumerate(item.clauses):
        yield from _clause_runs(item.id, clause, (*path, "clauses", index))


def _clause_runs(part: str, clause: Clause, path: Place) -> Iterator[tuple[str, Run, bool]]:
    opens = opens_line(clause)
    if heading := clause_heading(clause):
        yield part, (heading, (*path, "heading" if clause.heading else "mark")), opens
        opens = False
    for index, task in enumerate(clause.tasks):
        new_line = task.new_line or (opens and not index)
        yield part, (task.text, (*path, "tasks", index, "text")), new_line
    if who := clause.responsible:
        yield part, (who.text, (*path, "responsible", "text")), who.new_line
