"""What a party answers for: the tasks as its page lists them."""

from __future__ import annotations

import shutil
from pathlib import Path

from notice.catalog import load_catalog
from notice.models import Catalog
from notice.queries import department_tasks, duties
from notice.resolved import resolved_tasks
from tests.conftest import ROOT


def test_a_new_id_in_the_middle_keeps_a_party_s_tasks_in_order(tmp_path: Path) -> None:
    """CONTRIBUTING: a new task's id follows the item's last one, its place may be anywhere."""
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    path = data / "items.yaml"
    text = path.read_text("utf-8")
    assert "id: item-5-6\n" not in text
    path.write_text(text.replace("id: item-5-1\n", "id: item-5-6\n"), "utf-8")
    catalog = load_catalog(data)
    for party in catalog.departments:
        found = [entry.task.id for entry in department_tasks(duties(catalog, party).own)]
        assert found == [
            entry.task.id for entry in resolved_tasks(catalog) if party in entry.owner.parties
        ]
    emergency = next(party for party in catalog.departments if party.slug == "yingji")
    ids = [entry.task.id for entry in department_tasks(duties(catalog, emergency).own)]
    at = ids.index("item-5-6")
    assert ids[at : at + 4] == ["item-5-6", "item-5-2", "item-5-3", "item-5-4"]


def test_a_collective_phrase_reaches_bodies_and_nobody_else(catalog: Catalog) -> None:
    """The local governments are made a party by a remark, never by a phrase."""
    for party in catalog.departments:
        found = duties(catalog, party).collective
        assert bool(found) == (party.kind == "body")
        assert all(clause.collective and party not in clause.parties for clause in found)
