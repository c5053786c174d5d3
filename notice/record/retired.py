"""Addresses out of use: which pages and files they were, and which entries are refused."""

from __future__ import annotations

from collections.abc import Iterator

from notice import ids
from notice.models import Catalog, Retired
from notice.problems import Problem
from notice.reading.source import Source


def moved_pages(catalog: Catalog) -> tuple[Retired, ...]:
    """Retired pages, each of which stays at its address as a page of its own."""
    return tuple(r for r in catalog.retired if r.address.endswith("/"))


def moved_files(catalog: Catalog) -> dict[str, str]:
    """Retired files with one file in their place: what lies there now is given at both."""
    return {
        entry.address: entry.moved_to[0]
        for entry in catalog.retired
        if len(entry.moved_to) == 1 and not entry.address.endswith("/") and "#" not in entry.address
    }


def retired_name(address: str) -> str:
    """What an address is called in a sentence: a task or an item by its 编号."""
    fragment = address.partition("#")[2]
    return ids.short(fragment) if ids.is_id(fragment) else address


def check_retired(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """What is wrong with an entry, as far as the data alone can tell."""
    tasks = {f"#{task.id}" for i in catalog.items for c in i.clauses for task in c.tasks}
    items = {f"#{item.id}" for item in catalog.items}
    used, retired = tasks | items, {entry.address: entry for entry in catalog.retired}
    for index, entry in enumerate(catalog.retired):
        if entry.address in used:
            message = f"编号“{entry.address}”已停用，却还有任务在用。"
            yield source.problem((index, "address"), message, "给任务换一个没有用过的编号")
        for n, target in enumerate(entry.moved_to):
            if target.startswith("#") and target not in used | retired.keys():
                message = f"去处“{target}”不存在。"
                yield source.problem((index, "moved_to", n), message, "现有的任务编号，前面加 #")
        if _circles(entry, retired):
            message = f"从“{entry.address}”转来转去又回到自己。"
            yield source.problem((index, "moved_to"), message, "去处要是还在用的网址")


def _circles(entry: Retired, retired: dict[str, Retired]) -> bool:
    seen: set[str] = set()
    waiting = list(entry.moved_to)
    while waiting:
        address = waiting.pop()
        if address == entry.address:
            return True
        if address not in seen and address in retired:
            waiting += retired[address].moved_to
        seen.add(address)
    return False
