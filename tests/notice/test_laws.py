"""What the law says about a task: how it is cited, in which order, and whether it still is law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from forms.form import Form
from forms.law import law_lines, mark
from forms.registry import forms
from notice import legal_basis
from notice.laws import Basis, Law, Penalty
from notice.legal_basis import Crossing
from notice.models import Catalog


def named(catalog: Catalog, name: str) -> Law:
    return legal_basis.laws_by_name(catalog)[name]


def form(catalog: Catalog, name: str) -> Form:
    return next(found for found in forms(catalog) if found.name == name)


def penalty(article: int, law: str | None = None, item: int | None = None) -> Penalty:
    return Penalty(law=law, article=article, item=item, target="unit", kind=("fine",))


BASIS = Basis(
    law="某法",
    article=41,
    paragraph=2,
    actor="unit",
    fit="exact",
    limit="矿山",
    penalty=(penalty(98, "二法"), penalty(101, item=5), penalty(101, item=5), penalty(99)),
)


def test_a_citation_is_short_and_names_each_law_once() -> None:
    assert legal_basis.citation(BASIS) == "某法41条2款"
    assert legal_basis.penalties(BASIS) == "101条5项、99条、二法98条"
    other = BASIS.model_copy(update={"article": 4, "paragraph": None, "item": 3})
    assert legal_basis.citations((BASIS, other)) == "某法41条2款、4条3项"
    assert BASIS.said.startswith(
        "某法41条2款，单位，明确规定，限矿山，罚则二法98条（罚单位：罚款）"
    )


def test_what_a_reader_must_know_of_a_law(catalog: Catalog) -> None:
    said = {law.short_name: legal_basis.status(catalog, law) for law in catalog.laws}
    assert said["安全生产法"] == ""
    assert said["煤矿安全生产条例"] == "通知印发后才施行（2024年5月1日起）"
    assert said["预防煤矿生产安全事故的特别规定"] == (
        "2024年5月1日起不再施行，由《煤矿安全生产条例》代替"
    )
    assert said["危险化学品安全管理条例"] == (
        "2026年5月1日起另有《危险化学品安全法》，请核现行条文"
    )


def with_law(small: Catalog, **fields: Any) -> tuple[Catalog, Law]:
    """The small catalog with something else of its law, and a law that nothing cites."""
    law = small.laws[0].model_copy(update=fields)
    second = law.model_copy(update={"short_name": "二法", "articles": law.articles[1:]})
    return small.model_copy(update={"laws": (law, second)}), law


END, LATE = date(2031, 6, 1), date(2031, 3, 6)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"in_force_from": date(2031, 3, 5)}, ""),  # the notice's own day
        ({"in_force_from": LATE}, "通知印发后才施行（2031年3月6日起）"),
        ({"in_force_to": END}, "2031年6月1日起不再施行"),
        ({"in_force_from": LATE, "in_force_to": END, "replaced_by": "二法"},
         "通知印发后才施行（2031年3月6日起）；2031年6月1日起不再施行，由《二法》代替"),
    ],
    ids=["on-the-day", "a-day-later", "ended", "late-and-replaced"],
)  # fmt: skip
def test_the_day_of_the_notice_and_the_end_of_a_law(
    small: Catalog, fields: dict[str, Any], said: str
) -> None:
    assert legal_basis.status(*with_law(small, **fields)) == said


def test_a_side_rests_on_the_laws_of_its_sector(small: Catalog) -> None:
    catalog, _ = with_law(small, sectors=("ship",))
    (side,) = catalog.items[0].clauses[0].tasks[0].sides.values()
    found = {
        sector: [basis.law for basis in legal_basis.basis_of(catalog, side, sector)]
        for sector in ("ship", "typhoon")
    }
    assert found == {"ship": ["某法"], "typhoon": []}
    assert legal_basis.basis_of(catalog, side) == side.basis  # no sector is meant
    assert legal_basis.basis_of(catalog, None, "ship") == ()


def test_what_is_in_force_comes_before_what_was(catalog: Catalog) -> None:
    laws = legal_basis.laws_by_name(catalog)
    seen = 0
    for found in {c.entry.task.id: c.entry for c in legal_basis.cited(catalog)}.values():
        for side in found.task.sides.values():
            shown = legal_basis.basis_of(catalog, side)
            order = [(b.fit == "partial", laws[b.law].in_force_to is not None) for b in shown]
            assert order == sorted(order)
            seen += any(ended for _, ended in order)
    assert seen


def test_a_form_has_the_law_of_its_sector_and_of_the_day(catalog: Catalog) -> None:
    """A law for coal mines is on no gas company's sheet, and no text that has ended is on any."""
    laws = legal_basis.laws_by_name(catalog)
    on_forms = set()
    for found in forms(catalog):
        for row in found.rows:
            for basis in row.basis:
                on_forms.add((found.subject.sector, basis.law))
    assert {sector for sector, law in on_forms if law == "煤矿安全生产条例"} == {"coal-mine"}
    assert ("gas", "城镇燃气管理条例") in on_forms
    assert not [law for _, law in on_forms if laws[law].in_force_to]


def test_rows_that_are_law_are_told_from_those_that_are_not(catalog: Catalog) -> None:
    rows = {row.id: row for row in form(catalog, "inspection-coal-mine").rows}
    assert mark(rows["item-10-15"]) == ""
    assert law_lines(rows["item-10-15"]) == ()
    assert {mark(row) for row in rows.values()} == {"法", "相关", ""}
    for row in rows.values():
        lines = law_lines(row)
        assert (mark(row) == "法") == any(line.words.startswith("依据") for line in lines)
        assert [line.quiet for line in lines] == sorted(line.quiet for line in lines)
        assert all(len(line.words) < 200 for line in lines)


def test_what_is_due_for_another_look(catalog: Catalog) -> None:
    law = named(catalog, "危险化学品安全法")
    assert law.looked_up == date(2026, 11, 25)
    due = legal_basis.due_for_a_look(catalog, date(2027, 11, 25))
    assert not [line for line in due if line.startswith("《危险化学品安全法》")]
    due = legal_basis.due_for_a_look(catalog, date(2027, 11, 26))
    assert "《危险化学品安全法》最近一次核对是 2026-11-25，已满一年。" in due
    assert "《消防法》抄下文本以后没有核对过。" in due
    (followed,) = (line for line in due if line.startswith("《危险化学品安全管理条例》2026"))
    assert "12-1" in followed


def test_laws_that_have_changed_are_due_with_the_tasks_that_cite_them(small: Catalog) -> None:
    assert legal_basis.due_for_a_look(small, date(2031, 2, 1)) == ()
    catalog, _ = with_law(small, in_force_to=END)
    first, _ = catalog.sections
    task = first.items[0].clauses[0].tasks[0]
    tasks = (task, task.model_copy(update={"id": "item-1-2"}))
    clause = first.items[0].clauses[0].model_copy(update={"tasks": tasks})
    item = first.items[0].model_copy(update={"clauses": (clause,)})
    section = first.model_copy(update={"items": (item,)})
    twice = catalog.model_copy(update={"sections": (section,)})
    assert legal_basis.due_for_a_look(twice, date(2031, 2, 1)) == (
        "《某法》2031年6月1日起不再施行，引用它的：1-1、1-2。",
    )


@pytest.mark.parametrize("slug", ["coal-mine", "gas", "earthquake"])
def test_the_crosswalk_counts_tasks(catalog: Catalog, slug: str) -> None:
    at = [sector.slug for sector in catalog.sectors].index(slug)
    for law, cells in legal_basis.crosswalk(catalog).items():
        tasks = {
            c.entry.task.id: c.basis.fit
            for c in sorted(legal_basis.cited(catalog), key=lambda c: c.basis.fit == "exact")
            if c.law is law
            and (slug in c.entry.sectors or (c.entry.binds_all and slug != "earthquake"))
            and (not law.sectors or slug in law.sectors)
        }
        cell = cells[at]
        assert (cell.tasks if cell else 0) == len(tasks)
        assert (cell.exact if cell else 0) == list(tasks.values()).count("exact")


def test_the_crosswalk_leads_to_the_first_citation(small: Catalog) -> None:
    first = small.sections[0].items[0].model_copy(update={"sectors": ("ship",)})
    section = small.sections[0].model_copy(update={"items": (first,)})
    catalog = small.model_copy(update={"sections": (section,)})
    (only,) = legal_basis.cited(catalog)
    assert legal_basis.crosswalk(catalog) == {only.law: (Crossing(1, 1, only), None)}


def test_a_law_without_sectors_concerns_everybody(catalog: Catalog) -> None:
    law = named(catalog, "消防法")
    assert legal_basis.concerns(law, "gas")
    coal = named(catalog, "煤矿安全生产条例")
    assert legal_basis.concerns(coal, "coal-mine")
    assert not legal_basis.concerns(coal, "gas")
    assert legal_basis.concerns(coal, "")  # where no sector is meant, all are listed


def test_an_article_lists_its_tasks_and_whose_breach_it_punishes(small: Catalog) -> None:
    (law,) = small.laws
    duty, punishment = legal_basis.uses(small, law)
    assert [c.entry.task.id for c in duty.duties] == ["item-1-1"]
    assert duty.breaches == ()
    assert punishment.duties == ()
    assert [c.entry.task.id for c in punishment.breaches] == ["item-1-1"]
    catalog, _ = with_law(small)
    (unused,) = legal_basis.uses(catalog, catalog.laws[1])
    assert (unused.duties, unused.breaches) == ((), ())


def test_a_form_without_a_side_has_no_law(catalog: Catalog) -> None:
    found = form(catalog, "inspection-gas")
    silent = replace(found, subject=replace(found.subject, asks=None))
    assert any(row.basis for row in found.rows)
    assert not any(row.basis for row in silent.rows)
