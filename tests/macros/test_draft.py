"""What nobody has reviewed is marked wherever it is shown, in a live preview; nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html
import pytest

from macros.environment import environment
from macros.pages import generated
from macros.render import render
from notice.catalog import load_catalog
from tests.conftest import SMALL

EDITS = (
    (
        "items.yaml",
        "enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}",
        "enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看, unreviewed: [question]}}",
    ),
    ("items.yaml", "kind: cadence}", "kind: cadence, unreviewed: [kind]}"),
    ("departments.yaml", "slug: jia,", "slug: jia, unreviewed: [nature],"),
    ("sectors.yaml", "slug: ship,", "slug: ship, unreviewed: [name],"),
    ("glossary.yaml", "status: not-found}", "status: not-found, unreviewed: [term]}"),
)
MARKS = {
    "items/1/": ["草稿：kind"],
    "items/2/": ["草稿：question"],
    "items/3/": [],
    "departments/jia/": ["草稿：nature", "草稿：kind"],
    "departments/yi/": ["草稿：kind"],
    "sectors/ship/": ["草稿：name", "草稿：question"],
    "glossary/": ["草稿：term"],
    "checklists/tasks-jia/": ["草稿：kind"],
    "checklists/selfcheck-ship/": ["草稿：question"],
}


@pytest.fixture(scope="module")
def marks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The marks on each page of the small data with a draft in every file."""
    data = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("draft") / "data"))
    for file, before, after in EDITS:
        path = data / file
        text = path.read_text("utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after), "utf-8")
    catalog = load_catalog(data)
    env = environment(catalog)
    return {page.address: found(render(env, page)) for page in generated(catalog)}


def found(html: str) -> list[str]:
    return [mark.text_content() for mark in lxml.html.fromstring(html).find_class("draft")]


@pytest.mark.parametrize("address", MARKS)
def test_a_draft_is_marked_where_it_is_shown(address: str, marks: dict[str, list[str]]) -> None:
    assert marks[address] == MARKS[address]
