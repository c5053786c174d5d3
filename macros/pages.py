"""Every generated page: its address, its template, and what the template is given.

An address once published stays (see DESIGN contracts); all are made here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from forms.registry import KINDS, every_form
from macros.changes import CHANGE_WORDS
from macros.charts import charts, heat_map
from macros.form_page import form_page_values
from notice import matrix, queries, terms
from notice.models import Catalog
from notice.record.addresses import changes_page, department_page, item_page, sector_page
from notice.record.changes import by_party, by_sector, party_names, sector_names
from notice.record.history import concerned, newest_first
from notice.record.retired import moved_pages
from notice.resolved import resolved_clauses, resolved_tasks, tasks_of
from notice.schema.dictionary import dictionary


@dataclass(frozen=True)
class Page:
    """A page to be rendered. `address` is its URL below the root, with a slash at the end."""

    address: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The Markdown file the page would be: items/10/ → items/10/index.md."""
        return f"{self.address}index.md"


def pages(catalog: Catalog) -> tuple[Page, ...]:
    """All generated pages, in reading order."""
    return (
        Page("notice/", "pages/notice.md.jinja"),
        *_items(catalog),
        *_sectors(catalog),
        *_departments(catalog),
        Page("matrix/", "pages/matrix.md.jinja", {"matrix": matrix.parties_by_items(catalog)}),
        Page(
            "matrix/sectors/",
            "pages/matrix-sectors.md.jinja",
            {"table": matrix.parties_by_sectors(catalog)},
        ),
        *_checklists(catalog),
        *_changes(catalog),
        *_retired(catalog),
        Page("downloads/", "pages/downloads.md.jinja"),
        Page(
            "overview/",
            "pages/overview.md.jinja",
            {"charts": charts(catalog), "heat": heat_map(catalog)},
        ),
        Page("contribute/slip/", "forms/slip.md.jinja"),
        _fields(),
        Page("measures/", "pages/measures.md.jinja", {"measures": queries.measures(catalog)}),
        Page("glossary/", "pages/glossary.md.jinja", {"found": terms.occurrences(catalog)}),
        Page(
            "citations/",
            "pages/citations.md.jinja",
            {"citations": terms.citations(resolved_tasks(catalog))},
        ),
    )


def _fields() -> Page:
    groups = dictionary()
    ids = {group.title: group.id for found in groups.values() for group in found}
    return Page("data/fields/", "pages/fields.md.jinja", {"dictionary": groups, "ids": ids})


def _items(catalog: Catalog) -> Iterator[Page]:
    yield Page("items/", "pages/items.md.jinja")
    clauses = resolved_clauses(catalog)
    numbered = (None, *catalog.items, None)
    for before, item, after in zip(numbered, numbered[1:], numbered[2:], strict=False):
        assert item is not None
        own = tuple(clause for clause in clauses if clause.item == item)
        entries = tuple(entry for clause in own for entry in tasks_of(clause))
        texts = [entry.task.text for entry in entries]
        context = {
            "item": item,
            "section": own[0].section,
            "clauses": own,
            "entries": entries,
            "terms": terms.terms_in("\n".join(texts), catalog.glossary),
            "citations": terms.citations(entries),
            "sectors": [s for s in catalog.sectors if any(s.slug in e.sectors for e in entries)],
            "binds_all": any(entry.binds_all for entry in entries),
            "before": before,
            "after": after,
        }
        yield Page(item_page(item), "pages/item.md.jinja", context)


def _sectors(catalog: Catalog) -> Iterator[Page]:
    summary = {sector: queries.sector_tasks(catalog, sector) for sector in catalog.sectors}
    yield Page("sectors/", "pages/sectors.md.jinja", {"summary": summary})
    for sector, tasks in summary.items():
        context = {
            "sector": sector,
            "tasks": tasks,
            "matrix": matrix.of_sector(catalog, sector),
            "counts": {
                group: queries.count_by_actor(getattr(tasks, group))
                for group in ("own", "naming", "binding_all")
            },
        }
        yield Page(sector_page(sector), "pages/sector.md.jinja", context)


def _departments(catalog: Catalog) -> Iterator[Page]:
    summary = {party: queries.duties(catalog, party) for party in catalog.departments}
    changed = concerned(catalog)
    yield Page("departments/", "pages/departments.md.jinja", {"summary": summary})
    for party, duties in summary.items():
        own = queries.department_tasks(duties.own)
        context = {
            "party": party,
            "parent": next((p for p in catalog.departments if p.slug == party.parent), None),
            "changed": party in changed,
            "children": [p for p in catalog.departments if p.parent == party.slug],
            "duties": duties,
            "tasks_of": tasks_of,
            "own_tasks": own,
            "sectors": [s for s in catalog.sectors if any(s.slug in e.sectors for e in own)],
        }
        yield Page(department_page(party), "pages/department.md.jinja", context)


def _checklists(catalog: Catalog) -> Iterator[Page]:
    """The list of forms, and a page for each, also where no row is left."""
    every = every_form(catalog)
    listed = {kind: [form for form in every if form.listed == kind.anchor] for kind in KINDS}
    yield Page("checklists/", "pages/checklists.md.jinja", {"listed": listed})
    for form in every:
        yield Page(form.address, "forms/form.md.jinja", form_page_values(form))


def _retired(catalog: Catalog) -> Iterator[Page]:
    for entry in moved_pages(catalog):
        target = entry.moved_to[0] if len(entry.moved_to) == 1 else None
        yield Page(entry.address, "pages/retired.md.jinja", {"entry": entry, "target": target})


def _changes(catalog: Catalog) -> Iterator[Page]:
    """The history of the data, and a page of its own for each party that a change concerned."""
    parties, sectors = party_names(catalog), sector_names(catalog)
    for party in (None, *concerned(catalog)):
        revisions = newest_first(catalog, party)
        context = {
            **CHANGE_WORDS,
            "party": party,
            "concerned": concerned(catalog),
            "revisions": revisions,
            "parties": {n: by_party(r.changes, parties) for n, r in revisions.items()},
            "sectors": {n: by_sector(r.changes, sectors) for n, r in revisions.items()},
        }
        address = changes_page(party) if party else "changes/"
        yield Page(address, "pages/changes.md.jinja", context)
