"""A task keeps its sector: what an item or a heading names is not lost by a field left out.

Source of the rules: the notice's own titles and headings; classing beyond them is the editors'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.models import Catalog, Clause, Item
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.resolved import sectors_of
from notice.vocabulary import ALL_SECTORS


def check_sectors(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Titles and headings that name a sector without being classed so, and tasks for nobody."""
    names = [sector.name for sector in catalog.sectors]
    sectors = [sector for sector in catalog.sectors if names.count(sector.name) == 1]
    for item_path, item in item_paths(catalog):
        reviewed = "sectors" not in item.unreviewed
        classed = {slug for clause in item.clauses for slug in _classed(item, clause)}
        classed |= {*item.sectors}
        # A name that nobody knows may be meant for the one that the title has.
        reviewed = reviewed and classed <= {ALL_SECTORS, *(sector.slug for sector in sectors)}
        longer = [sector.name for sector in sectors if sector.slug in classed]
        for sector in sectors if reviewed and ALL_SECTORS not in classed else ():
            if re.search(f"(?<![非可]){re.escape(sector.name)}", item.title):
                within = any(sector.name in name and name in item.title for name in longer)
                if sector.slug not in classed and not within:
                    message = f"标题写着“{sector.name}”，sectors 里却没有 {sector.slug}。"
                    place = _place(source, item_path, "title")
                    yield source.problem(place, message, f"sectors: [{sector.slug}]")
        for path, clause in clause_paths(item_path, item):
            for sector in sectors if reviewed else ():
                if sector.name == clause.heading and not (
                    {sector.slug, ALL_SECTORS} & _classed(item, clause)
                ):
                    message = f"小标题是“{sector.name}”，sectors 里却没有 {sector.slug}。"
                    place = _place(source, path, "heading")
                    yield source.problem(place, message, f"sectors: [{sector.slug}]")
            for task_path, task in task_paths(path, clause):
                if task.sectors == ():
                    message = "sectors 写成了空的：这项任务哪个行业的表上都没有。"
                    hint = "删去 sectors，沿用条目的；各行业都管的写 [all]"
                    yield source.problem((*task_path, "sectors"), message, hint)


def _classed(item: Item, clause: Clause) -> set[str]:
    """The sectors that any task of a clause has, its own or inherited."""
    return {slug for task in clause.tasks for slug in sectors_of(item, clause, task)}


def _place(source: Source, path: YamlPath, otherwise: str) -> YamlPath:
    """Where the sectors are written; where they are not, the words that name one."""
    written = (*path, "sectors")
    return written if written in source.values else (*path, otherwise)
