"""All that notice/ decides about a small notice, written out: who, where, in what order, in what words.

To accept a new decision after reading it: UPDATE_GOLDEN=1 python3 scripts/test.py tests/notice/test_decisions.py
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from forms import breakdown, sector_rows, tasks
from forms.definition import Group
from notice import brackets, document, matrix, queries, terms, wording
from notice.catalog import load_catalog
from notice.models import Catalog
from notice.resolved import ResolvedTask, remark, resolved_clauses, resolved_tasks
from notice.version import data_version, fingerprint
from tests.conftest import SMALL

DECISIONS = Path(__file__).parent / "decisions.txt"
# What the small notice lacks: a remark that adds a party, tasks elsewhere that name a sector,
# a party that only supports.
EDITS = (
    ("（省甲厅牵头，省乙局等部门分工负责）", "（省甲厅牵头，省乙局等部门分工负责。以下均由省乙局负责）\n"
     "              remark: 以下均由省乙局负责\n"
     "              extends_to_rest: [省乙局]"),
    ("text: 每季度召开一次会议。\n                actors: [party-government]",
     "text: 每季度召开一次会议。\n                actors: [party-government, enterprise]\n"
     "                sectors: [ship, typhoon]"),
    ("{label: 季度会议, ", "{label: 季度会议, enterprise: {question: 会是否都开过？, method: 核对日期}, "),
    ("quote: 每季度召开一次会议, kind: cadence}", "quote: 每季度召开一次会议, kind: cadence}\n"
     "                  - {quote: 一次, kind: target}\n"
     "                  - {quote: 每季度, kind: deadline}"),
    ("text: （各有关部门负责）\n              departments: [各有关部门]\n",
     "text: （各有关部门和省乙局负责，省甲厅配合，六月底前完成）\n"
     "              departments: [各有关部门, 省乙局]\n              support: [省甲厅]\n"
     "              measures: [{quote: 六月底前, kind: deadline}]\n"),
    # A second clause in the item, with a second remark and sectors of its own.
    ("      - id: item-2\n", """          - sectors: [typhoon]
            tasks:
              - id: item-1-2
                text: 汛前再开一次。
                actors: [regulator]
                editorial: {label: 汛前会议, authority: {question: 今年是否每季度都开过会？, method: 核对会议日期}}
            responsible:
              text: （省甲厅、省乙局牵头，各有关部门负责。另由各有关部门负责）
              lead: [省甲厅, 省乙局]
              departments: [各有关部门]
              remark: 另由各有关部门负责
              extends_to_rest: [各有关部门]
      - id: item-2
"""),
)  # fmt: skip


@pytest.fixture
def richer(tmp_path: Path) -> Catalog:
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    path = data / "items.yaml"
    text = path.read_text("utf-8")
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return load_catalog(data, proof=False)


def ids(entries: Iterable[ResolvedTask]) -> str:
    return " ".join(entry.task.id for entry in entries)


def sheet(name: str, groups: Iterable[Group]) -> Iterator[str]:
    found = [group for group in groups if group.tasks]
    items = wording.references((t.owner.section, t.item) for group in found for t in group.tasks)
    yield f"{name}: {items if found else '（空）'}"
    for group in found:
        yield f"  {group.title}｜{group.short}: {ids(group.tasks)}"


def table(name: str, found: matrix.Matrix) -> Iterator[str]:
    yield f"{name}: {' '.join(party.slug for party in found.parties)}"
    for row in found.rows:
        cells = (f"{c.sign}{c.word}{c.clause.anchor}" if c else "-" for c in row.cells)
        yield f"  {row.head.title}: {' '.join(cells)}"
    for party in found.parties:
        yield f"  {party.slug}: " + " ".join(f"{m}={found.total(party, m)}" for m in matrix.MARKS)


def decisions(catalog: Catalog) -> Iterator[str]:
    for sector in catalog.sectors:
        yield from sheet(f"企业 {sector.slug}", sector_rows.enterprise_groups(catalog, sector))
        yield from sheet(f"督查 {sector.slug}", sector_rows.authority_groups(catalog, sector))
        yield from table(f"矩阵 {sector.slug}", matrix.of_sector(catalog, sector))
        yield f"全部 {ids(queries.sector_tasks(catalog, sector).everything)}"
    for party in catalog.departments:
        yield from sheet(f"任务 {party.slug}", tasks.groups(catalog, party))
        own = queries.duties(catalog, party).own
        yield f"  自有: {' '.join(clause.anchor for clause in own)}"
    yield from sheet("督查各行业", sector_rows.common_authority_groups(catalog))
    yield from sheet("分解", breakdown.groups(catalog))
    yield from table("矩阵", matrix.parties_by_items(catalog))
    for party, cells in matrix.parties_by_sectors(catalog).items():
        shown = (f"{c.sign}{c.word}{[x.anchor for x in c.clauses]}" if c else "-" for c in cells)
        yield f"对照 {party.slug}: {' '.join(shown)}"
    for entry in resolved_tasks(catalog):
        cut = [(s.kind, s.text, s.term and s.term.id) for s in segments(entry, catalog)]
        yield f"{entry.task.id} {fingerprint(entry)} {entry.reference} {cut}"
        yield f"  句子: {wording.in_sentence(entry.owner.clause, entry.task)}"
        yield f"  时限: {queries.deadlines(entry)}"
        yield f"  点名: {[party.slug for party in queries.parties_of([entry])]}"
    for term, where in terms.occurrences(catalog).items():
        yield f"术语 {term.id}: {ids(where)}"
    for title, where in terms.citations(resolved_tasks(catalog)).items():
        yield f"引用 {title}: {ids(where)}"
    for kind, pairs in queries.measures(catalog).items():
        yield f"摘句 {kind}: {[(m.quote, e.task.id) for m, e in pairs]}"
    yield f"图例 {' '.join(matrix.marks_used(catalog))}"
    if found := remark(catalog):
        yield f"备注 {found.basis} {found.words} {[party.slug for party in found.parties]}"
    for clause in resolved_clauses(catalog):
        yield f"括号 {clause.anchor}: {[*brackets.parts(clause.clause.responsible)]}"
    for line, part in document.document_lines(catalog):
        yield f"行 {part}: {line}"
    for section in catalog.sections:
        for item in section.items:
            yield f"原文 {item.id}: {wording.item_text(item)}"
            yield f"出处 {wording.source(catalog.notice, section, item)}"


def segments(entry: ResolvedTask, catalog: Catalog) -> tuple[terms.Segment, ...]:
    return terms.segments(entry.task.text, catalog.glossary)


def test_decisions_are_those_written_out(richer: Catalog, small: Catalog) -> None:
    lines = ("== 有备注 ==", *decisions(richer), "", "== 没有备注 ==", *decisions(small))
    found = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        DECISIONS.write_text(found, "utf-8")
    assert found == DECISIONS.read_text("utf-8")


def test_the_version_is_short_and_follows_the_words(richer: Catalog, small: Catalog) -> None:
    assert len(data_version(small)) == 8
    assert data_version(small) != data_version(richer)


def test_a_term_in_two_forms_is_found_by_the_longest(small: Catalog) -> None:
    short = small.glossary[0].model_copy(update={"id": "short", "forms": ("船舶",)})
    both = (short, *small.glossary)
    found = terms.segments("查“三无”船舶和船舶，依《船舶法》。", both)
    assert [(s.kind, s.text) for s in found] == [
        ("plain", "查"), ("term", "“三无”船舶"), ("plain", "和"), ("term", "船舶"),
        ("plain", "，依"), ("citation", "《船舶法》"), ("plain", "。"),
    ]  # fmt: skip
    assert [s.text for s in terms.segments("《船舶法》《船舶法》", both)] == ["《船舶法》"] * 2
    assert [t.id for t in terms.terms_in("船舶、“三无”船舶、船舶", both)] == ["short", "sanwu"]
