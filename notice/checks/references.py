"""What the records must agree on with each other: names, ids, quotes, headings.

Without this nothing can be made of the data, not even a comparison with other data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from notice import ids
from notice.checks.measures import check_measures
from notice.checks.names import NameList, Reference, check_references
from notice.checks.paths import clause_paths, item_paths, section_paths, task_paths
from notice.checks.repeats import repeated
from notice.document import preamble
from notice.models import Catalog, Responsible, Task
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.record.retired import check_retired
from notice.vocabulary import ALL_SECTORS

Sources = dict[str, Source]
ROLES = ("lead", "departments", "support")
ALIKE = 0.5  # of an entry that nothing refers to, to the name that many places refer to


def check(catalog: Catalog, sources: Sources, *, lost: bool) -> list[Problem]:
    """Every disagreement in the catalog, each at its place in its file.

    `lost` says that lines of the notice are missing, which is told: so may be numbers.
    """
    items = sources["items"]
    problems = [*_structure(catalog, items, lost=lost)]
    told = {problem.line for problem in problems}
    problems += check_references(
        _parties_listed(catalog, sources), [*_parties_named(catalog, items)]
    )
    sectors = [*_sectors_named(catalog, sources)]
    problems += check_references(_sectors_listed(catalog, sources), sectors)
    for item_path, item in item_paths(catalog):
        owner = item.id
        first = item.clauses[0].tasks[0].id
        if items.values[(*item_path, "id")][0] in told and ids.is_task(first):
            owner = ids.item_id(ids.item_number(first))  # the item's own id is told as wrong
        for path, clause in clause_paths(item_path, item):
            problems += _every_sector(items, (*path, "sectors"), clause.sectors)
            if clause.responsible:
                place = (*path, "responsible")
                problems += _parties(items, place, clause.responsible)
                who = clause.responsible
                problems += check_measures(items, place, who.measures, who.text, "责任括号")
            for task_path, task in task_paths(path, clause):
                problems += _task(catalog, items, task_path, task, owner)
    problems += repeated(items, _task_ids(catalog), "任务编号")
    problems += check_retired(catalog, sources["retired"])
    return problems


def _structure(catalog: Catalog, source: Source, *, lost: bool) -> Iterator[Problem]:
    for index, aim in enumerate(catalog.notice.aims):
        if aim not in preamble(catalog.notice):
            message = f"总目标“{aim}”不在开头一段（preamble）里。"
            yield source.problem(("notice", "aims", index), message, "从 preamble 中照抄")
    sections = [(path, section.id) for path, section in section_paths(catalog)]
    yield from _numbered(source, sections, "这是第 {} 部分", lost=lost)
    items = [(path, item.id) for path, item in item_paths(catalog)]
    yield from _numbered(source, items, "这是通知的第 {} 项", lost=lost)
    for path, item in item_paths(catalog):
        yield from _every_sector(source, (*path, "sectors"), item.sectors)
        usual = item.stop is None  # with another layout the first clause may have none
        if usual and item.clauses[0].heading is None and any(c.heading for c in item.clauses):
            message = "小标题（heading）只写了一部分：第一段没有，后面的有。"
            hint = "从第一段起写 heading，或都不写"
            yield source.problem((*path, "clauses", 0), message, hint)


def _numbered(
    source: Source, records: Sequence[tuple[YamlPath, str]], order: str, *, lost: bool
) -> Iterator[Problem]:
    """Numbers that are not those of their places; of those that go on from a gap, the first.

    A gap where lines are lost is what came of it.
    """
    prefix = records[0][1].rstrip("0123456789")
    numbers = [int(id_.removeprefix(prefix)) for _, id_ in records]
    gap = 0
    for place, (number, (path, id_)) in enumerate(zip(numbers, records, strict=True), start=1):
        due = place + gap
        if number == due:
            continue
        message, hint = f"编号“{id_}”与次序不符，{order.format(due)}。", f"{prefix}{due}"
        following = numbers[place : place + 1]
        if lost and number > due and following in ([], [number + 1]):
            gap = number - place
            continue
        if following == [number + 1]:
            gap = number - place
            if number > due:
                gone = f"{prefix}{due}" + (f" 至 {prefix}{number - 1}" if number - 1 > due else "")
                message = f"“{id_}”前面少了 {gone}。"
                hint = f"补上少了的；没有少的，从这里起依次写 {prefix}{due} 等"
        yield source.problem((*path, "id"), message, hint)


def _task_ids(catalog: Catalog) -> Iterator[tuple[YamlPath, str]]:
    for item_path, item in item_paths(catalog):
        for path, clause in clause_paths(item_path, item):
            for task_path, task in task_paths(path, clause):
                yield (*task_path, "id"), task.id


def _task(
    catalog: Catalog, source: Source, path: YamlPath, task: Task, item: str
) -> Iterator[Problem]:
    if not (ids.is_task(task.id) and ids.tail(task.id, item)):
        message = f"任务编号“{task.id}”不属于所在的 {item}。"
        yield source.problem((*path, "id"), message, _free_id(catalog, item))
    yield from _every_sector(source, (*path, "sectors"), task.sectors)
    yield from check_measures(source, path, task.measures, task.text, "本任务的原文")


def _free_id(catalog: Catalog, item: str) -> str:
    """The next id of an item that no task has: an id once given is never given again."""
    given = [task for _, task in _task_ids(catalog)]
    given += [retired.address.removeprefix("#") for retired in catalog.retired]
    own = [task for task in given if ids.is_task(task) and ids.tail(task, item)]
    last = max((ids.numbers(task)[-1] for task in own), default=0)
    return f"{item}-数字；下一个空号是 {ids.task_id(item, last + 1)}"


def _every_sector(
    source: Source, path: YamlPath, names: tuple[str, ...] | None
) -> Iterator[Problem]:
    if names and ALL_SECTORS in names and len(names) > 1:
        yield source.problem(path, "写了 all（各行业），又写了别的行业领域。", "[all]，或逐个列出")


def _sectors_listed(catalog: Catalog, sources: Sources) -> NameList:
    names = [sector.slug for sector in catalog.sectors]
    return NameList(sources["sectors"], "slug", "行业领域", names, _alike, likeness=0.6)


def _sectors_named(catalog: Catalog, sources: Sources) -> Iterator[Reference]:
    """Every sector that an item, a clause, a task or a law says that it is for."""
    named: list[tuple[str, YamlPath, tuple[str, ...] | None]] = []
    for item_path, item in item_paths(catalog):
        named.append(("items", item_path, item.sectors))
        for path, clause in clause_paths(item_path, item):
            named.append(("items", path, clause.sectors))
            named += [("items", at, task.sectors) for at, task in task_paths(path, clause)]
    named += [("laws", (n,), law.sectors) for n, law in enumerate(catalog.laws)]
    for file, path, slugs in named:
        for index, slug in enumerate(slugs or ()):
            if slug != ALL_SECTORS:
                hint = "data/sectors.yaml 中的 slug，或 all" if file == "items" else ""
                yield Reference(sources[file], (*path, "sectors", index), slug, hint=hint)


def _parties_listed(catalog: Catalog, sources: Sources) -> NameList:
    names = [party.short_name for party in catalog.departments]
    return NameList(sources["departments"], "short_name", "部门", names, _alike)


def _parties_named(catalog: Catalog, source: Source) -> Iterator[Reference]:
    """Every party of every bracket, with the bracket's words."""
    for item_path, item in item_paths(catalog):
        for path, clause in clause_paths(item_path, item):
            if who := clause.responsible:
                for key in (*ROLES, "extends_to_rest"):
                    for index, name in enumerate(getattr(who, key)):
                        place = (*path, "responsible", key, index)
                        yield Reference(source, place, name, who.text)


def _alike(name: str, entries: Sequence[str]) -> list[str]:
    return get_close_matches(name, entries, cutoff=ALIKE)


def _parties(source: Source, path: YamlPath, who: Responsible) -> Iterator[Problem]:
    named = [(key, i, n) for key in ROLES for i, n in enumerate(getattr(who, key))]
    if not named:
        message = "责任括号里一个单位也没有写。"
        yield source.problem(path, message, "lead、departments、support 里至少写一个单位")
    yield from repeated(
        source, (((*path, key, i), name) for key, i, name in named), "同一括号里的部门"
    )
