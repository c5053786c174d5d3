"""The real data: the notice's figures as counted by hand, and the proof that every word is its own."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from forms.registry import every_form
from notice import document, queries, wording
from notice.catalog import load_catalog
from notice.checks.lines import normalized
from notice.matrix import parties_by_items
from notice.models import Catalog, Department
from notice.problems import DataError
from notice.resolved import remark, resolved_clauses, resolved_tasks
from notice.vocabulary import ACTORS
from tests.conftest import ROOT, SMALL, form_of


def party(catalog: Catalog, slug: str) -> Department:
    return next(p for p in catalog.departments if p.slug == slug)


def test_the_notice_in_figures(catalog: Catalog) -> None:
    clauses = resolved_clauses(catalog)
    assert len(catalog.sections) == 7
    assert len(catalog.items) == 31
    assert [c.clause.heading for c in clauses if c.item.number == 21] == [
        "森林草原火灾", "水旱灾害", "地质灾害", "地震灾害", "气象灾害",
    ]  # fmt: skip
    assert sum(1 for c in clauses if c.responsibility) == 42
    assert {p.kind: 0 for p in catalog.departments} == {"body": 0, "local": 0, "collective": 0}
    assert [
        sum(1 for p in catalog.departments if p.kind == k) for k in ("body", "local", "collective")
    ] == [29, 1, 3]
    assert 180 <= len(resolved_tasks(catalog)) <= 400
    assert len(catalog.glossary) >= 35
    # Splitting and classing are the editors' and may grow; the five hazards are the notice's.
    assert sum(1 for s in catalog.sectors if s.kind == "sector") >= 14
    assert sum(1 for s in catalog.sectors if s.kind == "hazard") == 5


def test_every_party_is_named_somewhere(catalog: Catalog) -> None:
    named = {p for c in resolved_clauses(catalog) for p in c.parties}
    assert named == set(catalog.departments)


def test_only_two_leads_are_written(catalog: Catalog) -> None:
    leads = [(c.title, c.lead[0].short_name) for c in resolved_clauses(catalog) if c.lead]
    assert leads == [
        (catalog.items[14].title, "省住建厅"),
        (f"{catalog.items[20].title}·森林草原火灾", "省林草局"),
    ]


def test_counties_answer_for_everything_after_item_one(catalog: Catalog) -> None:
    counties = party(catalog, "shixian")
    found = queries.duties(catalog, counties)
    assert [c.item.number for c in found.named] == [1]
    assert len(found.implied) == 41
    assert not found.collective
    told = remark(catalog)
    assert told is not None
    assert (told.basis, told.words) == ("依第（一）项", "以下均需市、县人民政府负责，不再一一列出")


def test_names_are_counted_whole(catalog: Catalog) -> None:
    # 省公安厅 stands in items 15, 18 and 21; 省公安厅交管局 in item 13 is another party.
    police = queries.duties(catalog, party(catalog, "gongan"))
    assert [c.item.number for c in police.named] == [15, 18, 21]


def test_document_equals_received_text(catalog: Catalog) -> None:
    received = (ROOT / "data" / catalog.notice.received).read_bytes()
    theirs = normalized(received, "utf-8", catalog.notice.rules)
    ours = [line for line, _ in document.document_lines(catalog)]
    assert ours == [line.words for line in theirs]
    assert "(" not in "".join(ours)
    assert "（min）" not in "".join(ours)


@pytest.mark.parametrize("seed", range(12))
def test_one_wrong_character_is_found(seed: int, tmp_path: Path) -> None:
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    path = data / "items.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    texts = [i for i, line in enumerate(lines) if line.lstrip().startswith("text: ")]
    at = random.Random(seed).choice(texts)
    lines[at] = lines[at][:-2] + "某" + lines[at][-1]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load_catalog(data)
    told = [p for p in refused.value.problems if "不符" in p.message]
    assert any(p.line == at + 1 for p in told)


def test_numerals() -> None:
    numbers = {
        1: "一",
        10: "十",
        11: "十一",
        20: "二十",
        31: "三十一",
        100: "一百",
        105: "一百零五",
        110: "一百一十",
        310: "三百一十",
    }
    assert {n: wording.numeral(n) for n in numbers} == numbers


def test_references_draw_runs_together(catalog: Catalog) -> None:
    items = [(section, item) for section in catalog.sections for item in section.items]
    assert wording.references([items[2], *items[4:8]]) == "第（三）、（五）至（八）项"
    assert wording.references([items[0], items[1]]) == "第（一）、（二）项"


def test_every_task_reaches_its_reader(catalog: Catalog) -> None:
    entries = resolved_tasks(catalog)
    breakdown = form_of(catalog, "breakdown-counties")
    assert [row.id for row in breakdown.rows] == [e.task.id for e in entries]
    counted = queries.count_by_actor(entries)
    assert all(counted[actor] for actor in ACTORS)
    lists = (form for form in every_form(catalog) if form.kind == "tasks")
    by_party = {row.id for form in lists for row in form.rows}
    assert by_party == {e.task.id for e in entries}


def test_forms_hold_each_task_once(catalog: Catalog) -> None:
    for form in every_form(catalog):
        ids = [row.id for row in form.rows]
        assert len(ids) == len(set(ids))


def test_self_checks_hold_only_what_enterprises_do(catalog: Catalog) -> None:
    for sector in catalog.sectors:
        rows = form_of(catalog, f"selfcheck-{sector.slug}").rows
        assert all("enterprise" in row.task.task.actors for row in rows)
        assert bool(rows) == (sector.kind == "sector")


def test_matrix_marks_equal_the_brackets(catalog: Catalog) -> None:
    matrix = parties_by_items(catalog)
    assert len(matrix.rows) == 31 - 1 + 5
    for column, who in enumerate(matrix.parties):
        rows = {r.head.anchor for r in matrix.rows if any(who in c.parties for c in r.clauses)}
        marked = [r for r in matrix.rows if (cell := r.cells[column]) and cell.mark != "implied"]
        assert {r.head.anchor for r in marked} == rows


def test_hard_figures_are_quoted(catalog: Catalog) -> None:
    quotes = [m.quote for pairs in queries.measures(catalog).values() for m, _ in pairs]
    for expected in (
        "每月至少召开一次会议", "为期一年", "产能120万吨/年及以上和灾害严重的生产煤矿", "再建成150座智能化煤矿", "压减至三级以内",
        "停用超过3年或者没有生产经营主体等尾矿库", "年内完成闭库治理并销号", "至少开展一次综合性应急演练",
    ):  # fmt: skip
        assert expected in quotes


def test_an_older_state_lacks_the_laws_and_nothing_else(tmp_path: Path) -> None:
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    items = data / "items.yaml"
    text = items.read_text("utf-8")
    basis = text[text.index("basis: [") : text.index("question: 今年")]
    items.write_text(text.replace(basis, ""), "utf-8")
    (data / "laws.yaml").unlink()
    assert load_catalog(data, proof=False).laws == ()
    (data / "glossary.yaml").unlink()
    with pytest.raises(DataError, match=r"data/glossary\.yaml: 缺少这个文件。"):
        load_catalog(data, proof=False)
