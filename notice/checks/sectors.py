"""A task keeps its sector: what an item or a heading names is not lost by a field left out.

Source of the rules: the notice's own titles and headings; classing beyond them is the editors'.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.models import Catalog, Clause, Item, Sector
from notice.problems import Problem
from notice.reading.source import Source, YamlPath


def check_sectors(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Titles and headings that name a sector without being classed so, and tasks for nobody."""
    for item_path, item in item_paths(catalog):
        if "sectors" not in item.unreviewed:
            yield from _titled(catalog, source, item_path, item)
        for path, clause in clause_paths(item_path, item):
            yield from _headed(catalog, source, path, clause, item)
            for task_path, task in task_paths(path, clause):
                if task.sectors == ():
                    message = "sectors 写成了空的：这项任务哪个行业的表上都没有。"
                    hint = "删去 sectors，沿用条目的；各行业都管的写 [all]"
                    yield source.problem((*task_path, "sectors"), message, hint)


def _titled(catalog: Catalog, source: Source, path: YamlPath, item: Item) -> Iterator[Problem]:
    names = [sector.name for sector in catalog.sectors]
    classed = {*item.sectors, *(slug for clause in item.clauses for slug in clause.sectors or ())}
    for sector in catalog.sectors:
        if (
            sector.name in item.title
            and sector.slug not in classed
            and names.count(sector.name) == 1
        ):
            message = f"标题写着“{sector.name}”，sectors 里却没有 {sector.slug}。"
            yield source.problem(_place(source, path, "title"), message, _hint(sector))


def _headed(
    catalog: Catalog, source: Source, path: YamlPath, clause: Clause, item: Item
) -> Iterator[Problem]:
    classed = item.sectors if clause.sectors is None else clause.sectors
    for sector in catalog.sectors:
        if sector.name == clause.heading and sector.slug not in classed:
            message = f"小标题是“{sector.name}”，sectors 里却没有 {sector.slug}。"
            yield source.problem(_place(source, path, "heading"), message, _hint(sector))


def _place(source: Source, path: YamlPath, otherwise: str) -> YamlPath:
    """Where the sectors are written; where they are not, the words that name one."""
    written = (*path, "sectors")
    return written if written in source.values else (*path, otherwise)


def _hint(sector: Sector) -> str:
    return f"sectors: [{sector.slug}]"
