"""Notices with their structure as people see it: ours, a small one, and five of other kinds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from draft.structure import Bracket, Clause, Heading, Item, Section, Structure, Words
from notice import document, wording
from notice.catalog import load_catalog
from notice.models import Catalog
from tests.conftest import ROOT, SMALL

FOLDER = Path(__file__).parent / "gold"
OPENINGS = Path(__file__).parent / "openings"


@dataclass(frozen=True)
class Gold:
    """A received file and the structure that a person gave it."""

    name: str
    file: str
    content: bytes
    structure: Structure


loaded = cache(load_catalog)  # the tables of tests ask for the same two again and again


def of_data(data: Path, name: str) -> Gold:
    """A notice whose data is in a data folder."""
    catalog = loaded(data)
    path = data / catalog.notice.received
    return Gold(name, path.name, path.read_bytes(), structure_of(catalog))


def ours() -> Gold:
    """The notice of the site."""
    return of_data(ROOT / "data", "ours")


def small() -> Gold:
    """The small notice of the tests."""
    return of_data(SMALL, "small")


def others() -> list[Gold]:
    """Notices of other kinds; each was given its structure before the program had seen it."""
    return [_other(folder) for folder in sorted(FOLDER.iterdir())]


def openings() -> list[Gold]:
    """What stands at the top of notices as people paste it, often cut off in the middle."""
    return [_other(folder) for folder in sorted(OPENINGS.iterdir())]


def structure_of(catalog: Catalog) -> Structure:
    """A catalog's structure as a draft of it would have it."""
    notice = catalog.notice
    sections = []
    for section in catalog.sections:
        items = []
        for item in section.items:
            heading = Heading(wording.ordinal(item), item.title, wording.title_stop(item))
            clauses = []
            for clause in item.clauses:
                who = clause.responsible
                bracket = None
                if who:
                    bracket = Bracket(who.text, False, who.lead, who.departments, who.support)
                words = [Words(task.text) for task in clause.tasks]
                clauses.append(
                    Clause("", clause.heading or "", "：" if clause.heading else "", words, bracket)
                )
            items.append(Item(heading, clauses))
        heading = Heading(wording.section_mark(section), section.title)
        sections.append(Section(heading, items))
    return Structure(
        front=[(kind, words) for kind, words, _ in document.front(notice)],
        sections=sections,
        end=[(kind, words) for kind, words, _ in document.end(notice)],
    )


def _other(folder: Path) -> Gold:
    received = next(path for path in folder.iterdir() if path.stem == "received")
    said = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    structure = Structure(
        front=[(line["kind"], line["text"]) for line in said["front"]],
        sections=[_section(section) for section in said["sections"]],
        end=[(line["kind"], line["text"]) for line in said["end"]],
        left_out=[("", [line]) for line in said["left_out"]],
    )
    return Gold(folder.name, received.name, received.read_bytes(), structure)


def _section(said: dict[str, Any]) -> Section:
    heading = Heading(said["mark"], said["title"] or "", "", tuple(said.get("intro") or ()))
    return Section(heading, [_item(item) for item in said["items"]])


def _item(said: dict[str, Any]) -> Item:
    group = said.get("group")
    return Item(
        Heading(said["mark"], said["title"] or "", said.get("stop") or ""),
        [_clause(clause) for clause in said["clauses"]],
        Heading(group["mark"], group["title"]) if group else None,
    )


def _clause(said: dict[str, Any]) -> Clause:
    who = said.get("bracket")
    lists = (tuple(who.get(role) or ()) for role in ("lead", "named", "support")) if who else ()
    heading = said.get("heading") or ""
    return Clause(
        said.get("mark") or "",
        heading,
        said.get("heading_stop", "：") if heading else "",
        [Words(task.strip("\n"), task.startswith("\n")) for task in said["tasks"]],
        Bracket(who["text"], False, *lists) if who else None,
    )
