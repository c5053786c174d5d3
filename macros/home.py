"""What the home page counts and shows."""

from __future__ import annotations

from notice.models import Catalog, Measure
from notice.queries import measures
from notice.resolved import ResolvedTask, resolved_clauses, resolved_tasks


def figures(catalog: Catalog) -> list[tuple[int, str, str]]:
    """The catalog in numbers: count, what is counted, and the page that lists it."""
    brackets = sum(1 for clause in resolved_clauses(catalog) if clause.clause.responsible)
    return [
        (len(catalog.sections), "个部分", "notice/"),
        (len(catalog.items), "项", "items/"),
        (len(resolved_tasks(catalog)), "项任务", "checklists/breakdown-counties/"),
        (brackets, "处责任括号", "matrix/"),
        (len(catalog.departments), "个责任主体", "departments/"),
    ]


def hard_figures(catalog: Catalog) -> list[tuple[Measure, ResolvedTask]]:
    """Every quoted measure, by kind: what can be counted at the year's end."""
    return [pair for pairs in measures(catalog).values() for pair in pairs]
