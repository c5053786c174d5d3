"""A structure as the records of a data folder: plain values, in the order they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from draft import suggestions
from draft.parties import deadlines
from draft.structure import Bracket, Clause, Heading, Item, Section, Structure, Words
from notice.checks.years import IN_NUMBER, years_in
from notice.ids import item_id, task_id
from notice.models import Department, Sector
from notice.vocabulary import UNKNOWN
from notice.wording import numeral, read_date

Fields = dict[str, Any]


def records(
    structure: Structure,
    received: str,
    departments: Sequence[Department],
    sectors: Sequence[Sector],
) -> dict[str, Any]:
    """The contents of each data file.

    Args:
        structure: the notice taken apart.
        received: the received file, as the data names it.
        departments: those that are registered already; they keep their address.
        sectors: those that are registered already.
    """
    found = [*_sections(structure, sectors)]
    used = dict.fromkeys(slug for section in found for item in section["items"]
                         for slug in item.get("sectors", ()))  # fmt: skip
    return {
        "items": {"notice": _notice(structure, received), "sections": found},
        "departments": _departments(structure, departments),
        "sectors": [s.model_dump(exclude_defaults=True) for s in sectors if s.slug in used],
        "glossary": [],
        "laws": [],
        "retired": [],
    }


def _departments(structure: Structure, known: Sequence[Department]) -> list[Fields]:
    names = dict.fromkeys(
        name for clause in structure.clauses if clause.bracket for name in clause.bracket.parties
    )
    found: list[Fields] = []
    taken = {party.slug for party in known}
    issuer = next((words for kind, words in structure.end if kind == "issuer"), "")
    for name in names:
        fields = suggestions.department(name, known, taken, issuer)
        taken.add(fields["slug"])
        found.append(fields)
    return found


def _notice(structure: Structure, received: str) -> Fields:
    said: dict[str, list[str]] = {}
    for kind, words in (*structure.front, *structure.end):
        said.setdefault(kind, []).append(words)
    title, unreviewed = _title(said.get("title", [])), ["title", "front", "end", "called"]
    number = said.get("number", [""])[0].removeprefix("文号：")
    issued = next((day for words in said.get("date", []) if (day := read_date(words))), None)
    fields: Fields = {"number": number} if number else {}
    fields["title"] = title or UNKNOWN
    if year := _year(title, number, issued.year if issued else None):
        fields["year"] = year
    if issuers := said.get("issuer"):
        fields["issuer"] = issuers[0]
    if issued:
        fields["issued"] = issued
    fields["front"] = [{"kind": kind, "text": words} for kind, words in structure.front]
    fields["end"] = [{"kind": kind, "text": words} for kind, words in structure.end]
    fields["received"] = received
    if structure.encoding != "utf-8":
        fields["encoding"] = structure.encoding
    fields["rules"] = list(structure.rules)
    if structure.left_out:
        fields["left_out"] = [{"lines": lines, "why": why} for why, lines in structure.left_out]
    if structure.left_out:
        unreviewed.append("left_out")
    if "year" in fields:
        unreviewed.insert(0, "year")
    fields["unreviewed"] = unreviewed
    return fields


def _title(lines: Sequence[str]) -> str:
    """The first title of the head, its lines joined; a plan that it issues has one of its own."""
    for n, line in enumerate(lines, start=1):
        if re.search("(?:通知|意见|决定|公告|通告|函|批复)$", line):
            return "".join(lines[:n])
    return "".join(lines)


def _year(title: str, number: str, issued: int | None) -> int | None:
    """The year of the title that number or day fit; theirs where it names only other years."""
    found = IN_NUMBER.search(number)
    own = int(found[1]) if found else issued
    years = years_in(title)
    if own is None:
        return years[0] if years else None
    return next((year for year in years if 0 <= year - own <= 1), own)


def _sections(structure: Structure, sectors: Sequence[Sector]) -> Iterator[Fields]:
    number = 0
    items_ = [item for section in structure.sections for item in section.items]
    # One that is not the usual one makes all of them written: items are then cited with their part.
    usual = all(x.heading.mark == f"（{numeral(n)}）" for n, x in enumerate(items_, start=1))
    for index, section in enumerate(structure.sections, start=1):
        items = []
        for item in section.items or [Item(Heading(), [])]:
            number += 1
            items.append(_item(item, number, section, sectors, usual=usual))
        fields: Fields = {"id": f"section-{index}"}
        fields |= _heading(section.heading, f"{numeral(index)}、", "通知事项")
        if section.heading.intro:
            fields["intro"] = list(section.heading.intro)
        yield fields | {"items": items}


def _heading(heading: Heading, usual: str | None, called: str) -> Fields:
    """Mark, title and stop, each only where it is not the usual one."""
    fields: Fields = {} if heading.mark == usual else {"mark": heading.mark}
    fields["title"] = heading.title or called
    if not heading.title:
        fields["untitled"] = True
    if heading.stop:
        fields["stop"] = heading.stop
    return fields


def _item(
    item: Item, number: int, section: Section, sectors: Sequence[Sector], *, usual: bool
) -> Fields:
    id_ = item_id(number)
    fields: Fields = {"id": id_}
    if item.group:
        group = item.group
        fields["group"] = {"mark": group.mark, "title": group.title}
        if group.stop:
            fields["group"]["stop"] = group.stop
        if group.intro:
            fields["group"]["intro"] = list(group.intro)
    called = section.heading.title or f"第{number}项"
    if item.heading.mark:
        called = _named_by_words(item) or called
    heading = _heading(item.heading, f"（{numeral(number)}）" if usual else None, called)
    headed = bool(item.clauses and item.clauses[0].heading)
    heading.pop("stop", None)
    if item.heading.title and item.heading.stop != ("" if headed else "。"):
        heading["stop"] = item.heading.stop
    fields |= heading
    if slugs := suggestions.sectors(item.heading.title, sectors):
        fields["sectors"] = slugs
    fields["unreviewed"] = ["sectors"]
    counter = iter(range(1, 10_000))
    fields["clauses"] = [_clause(clause, id_, counter) for clause in item.clauses]
    return fields


def _named_by_words(item: Item) -> str:
    """The first words of an item that has no title, for it is called by something."""
    words = item.clauses[0].tasks[0].words if item.clauses and item.clauses[0].tasks else ""
    return re.sub("[“”‘’《》]", "", re.split("[，。；：、（]", words)[0])[:16]


def _clause(clause: Clause, item: str, counter: Iterator[int]) -> Fields:
    fields: Fields = {"mark": clause.mark} if clause.mark else {}
    if clause.heading:
        fields["heading"] = clause.heading
        if clause.heading_stop != "：":
            fields["heading_stop"] = clause.heading_stop
    parties = clause.bracket.parties if clause.bracket else ()
    fields["tasks"] = [
        _task(words, task_id(item, next(counter)), parties) for words in clause.tasks
    ]
    if clause.bracket:
        fields["responsible"] = _responsible(clause.bracket)
    return fields


def _task(words: Words, id_: str, parties: Sequence[str]) -> Fields:
    fields: Fields = {"id": id_, "text": words.words}
    if words.new_line:
        fields["new_line"] = True
    fields["actors"] = list(suggestions.actors(words.words, parties))
    if found := suggestions.measures(words.words):
        fields["measures"] = [{"quote": quote, "kind": kind} for kind, quote in found]
    return fields | {"unreviewed": ["actors", "measures"]}


def _responsible(bracket: Bracket) -> Fields:
    fields: Fields = {"text": bracket.words}
    for field, names in (
        ("lead", bracket.lead), ("departments", bracket.named), ("support", bracket.support)
    ):  # fmt: skip
        if names:
            fields[field] = list(names)
    waiting = ["lead", "departments", "support"]
    follow = [n for n in bracket.parties if n.removeprefix("各") in bracket.remark]
    if follow:
        fields |= {"remark": bracket.remark, "extends_to_rest": follow}
        waiting += ["remark", "extends_to_rest"]
    if found := deadlines(bracket.words):
        fields["measures"] = [{"quote": quote, "kind": "deadline"} for quote in found]
    if bracket.new_line:
        fields["new_line"] = True
    return fields | {"unreviewed": waiting}
