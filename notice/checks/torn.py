"""Items whose first lines are gone, so that their tasks stand under the item before."""

from __future__ import annotations

from itertools import pairwise

from notice import ids
from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.models import Catalog, Item
from notice.problems import Problem
from notice.reading.source import Source, YamlPath


def torn_items(catalog: Catalog, source: Source) -> list[Problem]:
    """The problem with each item that has lost its beginning, at the first of its tasks.

    All else that is wrong then comes of it and would be told with a wrong mend.
    """
    items = [(path, item) for path, item in item_paths(catalog) if ids.is_id(item.id)]
    numbers = [ids.item_number(item.id) for _, item in items]
    ends = [*numbers[1:], numbers[-1] + 2] if numbers else []
    found = (
        _torn(source, path, item, range(number + 1, end))
        for (path, item), number, end in zip(items, numbers, ends, strict=True)
    )
    return [problem for problem in found if problem]


def _torn(source: Source, path: YamlPath, item: Item, missing: range) -> Problem | None:
    """What is wrong with an item whose last tasks are of numbers that no item has."""
    tasks = [
        (place, task.id)
        for clause_path, clause in clause_paths(path, item)
        for place, task in task_paths(clause_path, clause)
    ]
    foreign = [ids.is_task(id_) and ids.item_number(id_) in missing for _, id_ in tasks]
    if not any(foreign) or any(before > after for before, after in pairwise(foreign)):
        return None
    first = foreign.index(True)
    place, id_ = tasks[first]
    lost = ids.item_id(ids.item_number(id_))
    count = len(tasks) - first
    which = f"{id_} 等 {count} 条" if count > 1 else id_
    message = f"“{lost}”开头的几行不见了，它的任务（{which}）接到了 {item.id} 后面。"
    hint = f"放回 {lost} 的 id、title 等几行；只是编号写错的，改成 {item.id}-数字"
    return source.problem((*place, "id"), message, hint)
