"""The pages about something the notice names: its items, sectors and responsible parties."""

from __future__ import annotations

from collections.abc import Iterator

from forms.addresses import department_page, item_page, sector_page
from macros.page import Page
from notice import matrix, queries, terms, wording
from notice.models import Catalog
from notice.record.history import concerned
from notice.resolved import clauses_of


def item_pages(catalog: Catalog) -> Iterator[Page]:
    """The list of items, and a page for each."""
    yield Page("items/", "pages/items.md.jinja", "全部条目", search=("条目",), nav="条目")
    numbered = (None, *catalog.items, None)
    for before, item, after in zip(numbered, numbered[1:], numbered[2:], strict=False):
        assert item is not None
        own = clauses_of(catalog, item)
        entries = tuple(entry for clause in own for entry in clause.tasks)
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
        number = wording.numeral(item.number)
        yield Page(
            item_page(item),
            "pages/item.md.jinja",
            wording.item_name(item),
            kind="条目",
            search=(item.id, f"第{number}项", f"第{item.number}项", f"{item.number}", *item.also),
            context=context,
        )


def sector_pages(catalog: Catalog) -> Iterator[Page]:
    """The list of sectors and hazards, and a page for each."""
    summary = {sector: queries.sector_tasks(catalog, sector) for sector in catalog.sectors}
    yield Page(
        "sectors/",
        "pages/sectors.md.jinja",
        "行业领域和灾种",
        search=("行业", "灾种"),
        nav="行业",
        context={"summary": summary},
    )
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
        yield Page(
            sector_page(sector),
            "pages/sector.md.jinja",
            sector.name,
            kind="行业",
            search=(*(p for p in sector.name.split("和") if p != sector.name), *sector.also),
            context=context,
        )


def department_pages(catalog: Catalog) -> Iterator[Page]:
    """The list of responsible parties, and a page for each."""
    summary = {party: queries.duties(catalog, party) for party in catalog.departments}
    changed = concerned(catalog)
    yield Page(
        "departments/",
        "pages/departments.md.jinja",
        "责任主体",
        search=("部门", "责任单位"),
        nav="责任主体",
        context={"summary": summary},
    )
    for party, duties in summary.items():
        own = queries.department_tasks(duties.own)
        context = {
            "party": party,
            "parent": next((p for p in catalog.departments if p.slug == party.parent), None),
            "changed": party in changed,
            "children": [p for p in catalog.departments if p.parent == party.slug],
            "duties": duties,
            "own_tasks": own,
            "sectors": [s for s in catalog.sectors if any(s.slug in e.sectors for e in own)],
        }
        full = (party.full_name,) if party.full_name else ()
        yield Page(
            department_page(party),
            "pages/department.md.jinja",
            party.short_name,
            kind="责任主体",
            search=(*full, party.short_name.lstrip("省市县"), *party.also),
            context=context,
        )
