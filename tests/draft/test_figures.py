"""What is promised of a draft: nothing lost, nearly all placed, no task cut where none begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draft.drafting import take_apart
from notice.models import Catalog
from tests.draft.dresses import DRESSES
from tests.draft.gold import Gold, openings, others, ours, small
from tests.draft.measured import compare, figures, placed

EVERY = [ours(), small(), *others(), *(dress(ours()) for dress in DRESSES)]


@pytest.fixture(scope="module")
def known(catalog: Catalog) -> list[str]:
    return [party.short_name for party in catalog.departments]


@pytest.mark.parametrize("gold", EVERY, ids=[gold.name for gold in EVERY])
def test_words_are_where_a_person_put_them(gold: Gold, known: list[str]) -> None:
    found = figures(gold, known)
    assert found.accounted == 1, found.wrong
    assert found.placed >= 0.99, found.wrong
    assert found.brackets == 1
    assert found.parties_precision == found.parties_recall == 1
    assert found.bounds_precision == 1


@pytest.mark.parametrize("gold", openings(), ids=[gold.name for gold in openings()])
def test_openings_of_other_notices(gold: Gold, known: list[str]) -> None:
    found = figures(gold, known)
    assert found.accounted == 1, found.wrong
    assert found.placed >= 0.95, found.wrong
    assert found.bounds_precision == 1


def test_the_measure_sees_what_is_wrong(known: list[str]) -> None:
    gold = others()[0]
    made, _ = take_apart(gold.content, gold.file, known)
    first = made.sections[1].items[0]
    clause = first.clauses[0]
    assert clause.bracket
    clause.bracket = replace(clause.bracket, lead=(), named=clause.bracket.parties, support=())
    clause.tasks[0] = replace(clause.tasks[0], words=clause.tasks[0].words[:-3])
    first.heading = replace(first.heading, stop="")
    theirs = placed(gold.structure, gold.content, made.encoding, made.rules)
    found = compare(placed(made, gold.content, made.encoding, made.rules), theirs)
    assert found.accounted < 1
    assert found.placed < 0.99
    assert found.brackets < 1
