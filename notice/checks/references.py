"""What the records must agree on with each other: names, ids, quotes, headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from notice import ids
from notice.checks.paths import clause_paths, item_paths, section_paths, task_paths
from notice.models import Catalog, Responsible, Task
from notice.problems import Problem, nearest
from notice.reading.yaml_file import Source, YamlPath
from notice.record.retired import check_retired
from notice.vocabulary import ALL_SECTORS
from notice.wording import document_lines

Sources = dict[str, Source]


def check(catalog: Catalog, sources: Sources) -> list[Problem]:
    """Every disagreement in the catalog, each at its place in its file."""
    items = sources["items"]
    problems = [*_structure(catalog, items)]
    for item_path, item in item_paths(catalog):
        for path, clause in clause_paths(item_path, item):
            problems += _sector_names(catalog, items, (*path, "sectors"), clause.sectors)
            if clause.responsible:
                place = (*path, "responsible")
                problems += _parties(catalog, items, place, clause.responsible)
            for task_path, task in task_paths(path, clause):
                problems += _task(catalog, items, task_path, task, item.id)
    problems += _repeated(items, _task_ids(catalog), "任务编号")
    problems += _vocabularies(catalog, sources)
    problems += check_retired(catalog, sources["retired"])
    return problems


def _structure(catalog: Catalog, source: Source) -> Iterator[Problem]:
    for number, (path, section) in enumerate(section_paths(catalog), start=1):
        due = f"section-{number}"
        if section.id != due:
            message = f"编号“{section.id}”与次序不符，这是第 {number} 部分。"
            yield source.problem((*path, "id"), message, due)
    for number, (path, item) in enumerate(item_paths(catalog), start=1):
        due = ids.item_id(number)
        if item.id != due:
            message = f"编号“{item.id}”与次序不符，这是通知的第 {number} 项。"
            yield source.problem((*path, "id"), message, due)
        yield from _sector_names(catalog, source, (*path, "sectors"), item.sectors)
        if item.clauses[0].heading is None and any(c.heading for c in item.clauses):
            message = "小标题（heading）只写了一部分：第一段没有，后面的有。"
            hint = "从第一段起写 heading，或都不写"
            yield source.problem((*path, "clauses", 0), message, hint)


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
    yield from _sector_names(catalog, source, (*path, "sectors"), task.sectors)
    for index, measure in enumerate(task.measures):
        if measure.quote not in task.text:
            place = (*path, "measures", index, "quote")
            message = f"引文“{measure.quote}”不在本任务的原文里。"
            yield source.problem(place, message, f"从“{task.text}”中照抄")


def _free_id(catalog: Catalog, item: str) -> str:
    """The next id of an item that no task has: an id once given is never given again."""
    given = [task for _, task in _task_ids(catalog)]
    given += [retired.address.removeprefix("#") for retired in catalog.retired]
    own = [task for task in given if ids.is_task(task) and ids.tail(task, item)]
    last = max((ids.numbers(task)[-1] for task in own), default=0)
    return f"{item}-数字；下一个空号是 {ids.task_id(item, last + 1)}"


def _sector_names(
    catalog: Catalog, source: Source, path: YamlPath, names: tuple[str, ...] | None
) -> Iterator[Problem]:
    known = [*(sector.slug for sector in catalog.sectors), ALL_SECTORS]
    for index, name in enumerate(names or ()):
        if name not in known:
            message = f"未登记的行业领域“{name}”{nearest(name, known)}"
            yield source.problem((*path, index), message, "data/sectors.yaml 中的 slug，或 all")
    if names and ALL_SECTORS in names and len(names) > 1:
        yield source.problem(path, "写了 all（各行业），又写了别的行业领域。", "[all]，或逐个列出")


def _parties(
    catalog: Catalog, source: Source, path: YamlPath, who: Responsible
) -> Iterator[Problem]:
    known = [department.short_name for department in catalog.departments]
    for key in ("lead", "departments", "extends_to_rest"):
        for index, name in enumerate(getattr(who, key)):
            if name not in known:
                message = f"未登记的部门“{name}”{nearest(name, known)}"
                yield source.problem(
                    (*path, key, index), message, "data/departments.yaml 中的 short_name"
                )
    named = [*(("lead", i, n) for i, n in enumerate(who.lead))]
    named += [("departments", i, n) for i, n in enumerate(who.departments)]
    yield from _repeated(
        source, (((*path, key, i), name) for key, i, name in named), "同一括号里的部门"
    )


def _vocabularies(catalog: Catalog, sources: Sources) -> Iterator[Problem]:
    unique: tuple[tuple[str, Iterable[Any], str, str], ...] = (
        ("departments", catalog.departments, "short_name", "部门名称"),
        ("departments", catalog.departments, "slug", "网址"),
        ("sectors", catalog.sectors, "slug", "网址"),
        ("sectors", catalog.sectors, "name", "行业领域名称"),
        ("glossary", catalog.glossary, "id", "术语编号"),
        ("glossary", catalog.glossary, "term", "术语"),
        ("retired", catalog.retired, "address", "停用的网址"),
    )
    for name, records, key, what in unique:
        places = (((index, key), getattr(record, key)) for index, record in enumerate(records))
        yield from _repeated(sources[name], places, what)
    slugs = {department.slug for department in catalog.departments}
    for index, department in enumerate(catalog.departments):
        if department.parent and department.parent not in slugs:
            message = f"未登记的上级机构“{department.parent}”{nearest(department.parent, slugs)}"
            yield sources["departments"].problem((index, "parent"), message, "本文件中的 slug")
    for index, sector in enumerate(catalog.sectors):
        if sector.slug == ALL_SECTORS:
            message = "“all”表示各行业，不能用作行业领域的网址。"
            yield sources["sectors"].problem((index, "slug"), message, "另取一个英文名")
    words = "\n".join(line for line, _ in document_lines(catalog))
    yield from _forms(catalog, sources["glossary"], words.__contains__)


def _forms(catalog: Catalog, source: Source, occurs: Callable[[str], bool]) -> Iterator[Problem]:
    for index, term in enumerate(catalog.glossary):
        for place, form in enumerate(term.forms):
            if not occurs(form):
                yield source.problem(
                    (index, "forms", place), f"原文里找不到：{form}", "照抄通知中的写法"
                )
        if term.meaning is None and term.status != "not-found":
            yield source.problem(
                (index,), f"术语“{term.term}”没有释义。", "meaning: …，或 status: not-found"
            )


def _repeated(
    source: Source, places: Iterable[tuple[YamlPath, str]], what: str
) -> Iterator[Problem]:
    first: dict[str, YamlPath] = {}
    for path, value in places:
        if value in first:
            line = source.values[first[value]][0]
            yield source.problem(path, f"{what}“{value}”重复，第 {line} 行已有。", "各不相同")
        else:
            first[value] = path
