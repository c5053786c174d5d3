"""Every list as CSV with a byte order mark, so that Excel reads the Chinese at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from notice import legal_basis, matrix, queries, vocabulary, wording
from notice.models import Catalog, Task
from notice.resolved import resolved_clauses, resolved_tasks
from notice.terms import occurrences
from notice.vocabulary import ALL_SECTORS, ALL_SECTORS_NAME

Rows = Iterable[Iterable[str]]
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t")


def tables(catalog: Catalog) -> dict[str, tuple[str, bytes]]:
    """Each list by its file's name: its title and the CSV."""
    named = {
        "tasks": ("全部任务", _tasks(catalog)),
        "responsibilities": ("责任括号", _responsibilities(catalog)),
        "matrix": ("责任矩阵", _matrix(catalog)),
        "departments": ("责任主体", _departments(catalog)),
        "sectors": ("行业领域和灾种", _sectors(catalog)),
        "measures": ("时限和数字", _measures(catalog)),
        "glossary": ("术语", _glossary(catalog)),
        "laws": ("法律依据", _laws(catalog)),
    }
    return {name: (title, _csv(rows)) for name, (title, rows) in named.items()}


def _csv(rows: Rows) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _tasks(catalog: Catalog) -> Rows:
    names = {sector.slug: sector.name for sector in catalog.sectors}
    names[ALL_SECTORS] = ALL_SECTORS_NAME
    yield (
        *("任务编号", "条目", "条目标题", "原文", "责任单位（原文）", "时限和频次（原文）"),
        *("任务名称（编写组）", "对象（编写组）", "行业（编写组）"),
        *(
            f"{side}的{what}（编写组）"
            for side in vocabulary.SIDES.values()
            for what in ("问句", "方法")
        ),
    )
    for entry in resolved_tasks(catalog):
        task = entry.task
        yield (
            task.id,
            entry.reference,
            entry.owner.title,
            task.text,
            entry.owner.responsibility,
            queries.deadlines(entry),
            task.editorial.label if task.editorial else "",
            "、".join(vocabulary.ACTORS[actor] for actor in task.actors),
            "、".join(names[slug] for slug in entry.sectors),
            *_asked(task),
        )


def _asked(task: Task) -> Iterator[str]:
    """The question and the method of each side, empty where it is not written."""
    for name in vocabulary.SIDES:
        side = task.sides.get(name)
        yield from (side.question, side.method) if side else ("", "")


def _responsibilities(catalog: Catalog) -> Rows:
    yield ("首项任务编号", "条款", "括号原文", "牵头", "点名", "配合", "泛指", "一并负责")
    for clause in resolved_clauses(catalog):
        groups = (clause.lead, clause.named, clause.support, clause.collective, clause.implied)
        parties = ("、".join(party.short_name for party in group) for group in groups)
        yield (clause.anchor, clause.title, clause.responsibility, *parties)


def _matrix(catalog: Catalog) -> Rows:
    table = matrix.parties_by_items(catalog)
    yield ("条目", "标题", *(party.short_name for party in table.parties))
    for row in table.rows:
        words = (cell.word if cell else "" for cell in row.cells)
        yield (str(row.head.item.number), row.head.title, *words)


def _departments(catalog: Catalog) -> Rows:
    yield (
        "名称（原文）",
        "全称",
        "全称依据",
        "性质",
        "性质的出处",
        "牵头处数",
        "点名处数",
        "配合处数",
        "泛指处数",
        "一并负责处数",
    )
    for party in catalog.departments:
        who = queries.duties(catalog, party)
        status = vocabulary.NAME_STATUSES.get(party.full_name_status or "unverified", "")
        yield (
            party.short_name,
            party.full_name or "",
            status if party.full_name else "",
            party.nature,
            party.source or "待核",
            *(str(len(g)) for g in (who.lead, who.named, who.support, who.collective, who.implied)),
        )


def _sectors(catalog: Catalog) -> Rows:
    yield ("名称", "类别", "专项任务", "点到的任务", "通用任务")
    for sector in catalog.sectors:
        tasks = queries.sector_tasks(catalog, sector)
        counts = (len(tasks.own), len(tasks.naming), len(tasks.binding_all))
        yield (sector.name, vocabulary.SECTOR_KINDS[sector.kind], *map(str, counts))


def _measures(catalog: Catalog) -> Rows:
    yield ("类别（编写组）", "原文摘句", "任务编号", "条目", "任务原文", "说明（编写组）")
    for kind, pairs in queries.measures(catalog).items():
        for measure, entry in pairs:
            word = vocabulary.MEASURE_KINDS[kind]
            note = measure.note or ""
            yield (word, measure.quote, entry.task.id, entry.reference, entry.task.text, note)


def _glossary(catalog: Catalog) -> Rows:
    yield ("术语", "释义（编写组）", "依据情况", "出处", "备注", "见于任务")
    for term, entries in occurrences(catalog).items():
        places = "、".join(entry.task.id for entry in entries)
        status = vocabulary.TERM_STATUSES[term.status]
        yield (term.term, term.meaning or "", status, term.source or "", term.note or "", places)


def _laws(catalog: Catalog) -> Rows:
    """A line for each citation; the law's own words are in none."""
    yield (
        *("任务编号", "任务名称", "对谁", "法律", "文本日期", "条款", "讲什么", "约束谁"),
        *("关系", "差在哪里", "限于", "罚则", "效力"),
    )
    for found in legal_basis.cited(catalog):
        basis = found.basis
        yield (
            found.entry.task.id,
            wording.task_name(found.entry.task),
            vocabulary.SIDES[found.side],
            found.law.short_name,
            str(found.law.text_date),
            basis.place,
            found.article.about,
            vocabulary.LAW_ACTORS[basis.actor],
            vocabulary.FITS[basis.fit],
            basis.why or "",
            basis.limit or "",
            "；".join(penalty.said for penalty in basis.penalty),
            legal_basis.status(catalog, found.law),
        )
