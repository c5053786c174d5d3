"""Glossary terms and cited documents, found in the notice's words, never typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from notice.models import Catalog, Term
from notice.resolved import ResolvedTask, resolved_tasks

CITED = re.compile(r"《[^《》]+》")
SegmentKind = Literal["plain", "term", "citation"]


@dataclass(frozen=True)
class Segment:
    """A run of words: plain, a glossary term, or the title of a document."""

    text: str
    kind: SegmentKind = "plain"
    term: Term | None = None


def segments(text: str, glossary: tuple[Term, ...]) -> tuple[Segment, ...]:
    """The text cut into segments; joined they are the text again. The longest form wins."""
    return tuple(_segments(text, glossary))


def _segments(text: str, glossary: tuple[Term, ...]) -> Iterator[Segment]:
    forms, pattern = _forms(glossary)
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            yield Segment(text[end : match.start()])
        found = match.group()
        if found in forms:
            yield Segment(found, "term", forms[found])
        else:
            yield Segment(found, "citation")
        end = match.end()
    if end < len(text):
        yield Segment(text[end:])


@lru_cache(maxsize=8)
def _forms(glossary: tuple[Term, ...]) -> tuple[dict[str, Term], re.Pattern[str]]:
    forms = {form: term for term in glossary for form in term.forms}
    longest_first = sorted(forms, key=len, reverse=True)
    return forms, re.compile("|".join([CITED.pattern, *map(re.escape, longest_first)]))


def terms_in(text: str, glossary: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms that stand in a text, each once, in the order they come."""
    return tuple(dict.fromkeys(s.term for s in segments(text, glossary) if s.term))


@lru_cache(maxsize=2)  # pages, search and lists ask; two for a live preview
def occurrences(catalog: Catalog) -> dict[Term, tuple[ResolvedTask, ...]]:
    """Where each term stands; a term only in the preamble has none."""
    found: dict[Term, list[ResolvedTask]] = {term: [] for term in catalog.glossary}
    for entry in resolved_tasks(catalog):
        for term in terms_in(entry.task.text, catalog.glossary):
            found[term].append(entry)
    return {term: tuple(entries) for term, entries in found.items()}


def citations(entries: Iterable[ResolvedTask]) -> dict[str, tuple[ResolvedTask, ...]]:
    """The documents cited as 《…》, each with the tasks that cite it, in the order they come."""
    found: dict[str, list[ResolvedTask]] = {}
    for entry in entries:
        for title in CITED.findall(entry.task.text):
            found.setdefault(title, []).append(entry)
    return {title: tuple(tasks) for title, tasks in found.items()}
