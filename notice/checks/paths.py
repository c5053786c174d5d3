"""Where each record of the catalog is written in `items.yaml`, for rules that name its place."""

from __future__ import annotations

from collections.abc import Iterator

from notice.models import Catalog, Clause, Item, Section, Task
from notice.reading.source import YamlPath


def section_paths(catalog: Catalog) -> Iterator[tuple[YamlPath, Section]]:
    """Every part of the notice with its place, in order."""
    for index, section in enumerate(catalog.sections):
        yield ("sections", index), section


def item_paths(catalog: Catalog) -> Iterator[tuple[YamlPath, Item]]:
    """Every item with its place, in order."""
    for path, section in section_paths(catalog):
        for index, item in enumerate(section.items):
            yield (*path, "items", index), item


def clause_paths(path: YamlPath, item: Item) -> Iterator[tuple[YamlPath, Clause]]:
    """The clauses of an item with their places; `path` is the item's own."""
    for index, clause in enumerate(item.clauses):
        yield (*path, "clauses", index), clause


def task_paths(path: YamlPath, clause: Clause) -> Iterator[tuple[YamlPath, Task]]:
    """The tasks of a clause with their places; `path` is the clause's own."""
    for index, task in enumerate(clause.tasks):
        yield (*path, "tasks", index), task
