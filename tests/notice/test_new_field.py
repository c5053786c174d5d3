"""A field added to the record of a task is in everything that says what a task says.

The project's code is copied, the fields are written into the copy of `notice/models.py`, and the
copy is asked: nothing else in it was changed for them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from notice.catalog import load_catalog
from notice.resolved import resolved_tasks
from notice.version import data_version, fingerprint
from tests.conftest import ROOT, SMALL

pytestmark = pytest.mark.outside  # in a process of its own

EDITORIAL = '''class Editorial(Reviewable, title="编写组所加"):
    """What the editors added to a task. Never the notice's words."""

    hint: Text | None = Field(default=None, description="提示语。只用来试。")
    owner: Owner | None = Field(default=None, title="经办", description="谁来办。只用来试。")
'''
OWNER = '''class Owner(Record, title="经办"):
    """Somebody."""

    name: Text = Field(description="姓名。只用来试。")
    kinds: Many[MeasureKind] = Field(default=(), description="类别。只用来试。")


'''
TASK = '''class Task(Reviewable, title="任务"):
    """A run of the notice's words that somebody can tick on its own."""

    urgent: bool = Field(default=False, title="急件", description="急不急。只用来试。")
'''
FIELDS = "hint: 先看现场, owner: {name: 张三, kinds: [deadline, target]}, "
ASK = """
import json, sys
from datetime import date
from pathlib import Path
from exports.notice_json import notice_json, notice_schema
from macros.changes import report
from notice.catalog import load_catalog
from notice.record.changes import diff_catalogs
from notice.record.history import with_revision
from notice.resolved import resolved_tasks
from notice.schema.json_schema import schema
from notice.version import data_version, fingerprint

base, head = (load_catalog(Path(path)) for path in sys.argv[1:])
print(json.dumps({
    "kinds": [(change.number, change.kinds) for change in diff_catalogs(base, head)],
    "report": report(base, head),
    "versions": [data_version(base), data_version(head)],
    "fingerprints": [fingerprint(entry) for c in (base, head) for entry in resolved_tasks(c)],
    "history": json.loads(with_revision(base, head, date(2031, 3, 5), "x").model_dump_json()),
    "notice": json.loads(notice_json(head)),
    "notice_schema": json.loads(notice_schema()),
    "schema": schema("items"),
}))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the copy says of the small notice, and of the same with the new fields filled in."""
    copy = tmp_path_factory.mktemp("copy")
    for room in ("notice", "forms", "macros", "exports"):
        shutil.copytree(ROOT / room, copy / room)
    shutil.copy(ROOT / "CONTRIBUTING.md", copy)
    shutil.copytree(SMALL, copy / "base")
    shutil.copytree(SMALL, copy / "head")
    _replace(copy / "notice" / "models.py", EDITORIAL.partition("    hint")[0], OWNER + EDITORIAL)
    _replace(copy / "notice" / "models.py", TASK.partition("    urgent")[0], TASK)
    _replace(copy / "head" / "items.yaml", "{label: 企业自查, ", "{" + FIELDS + "label: 企业自查, ")
    line = "                actors: [enterprise]\n"
    _replace(
        copy / "head" / "items.yaml",
        line,
        line + line.replace("actors: [enterprise]", "urgent: true"),
    )
    command = [sys.executable, "-c", ASK, str(copy / "base"), str(copy / "head")]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_a_change_in_it_is_reported_with_both_values(answers: dict[str, Any]) -> None:
    assert answers["kinds"] == [["2-1", ["editorial"]]]
    for line in (
        "提示语（编写组）：<ins>先看现场</ins>",
        "经办·姓名（编写组）：<ins>张三</ins>",
        "经办·类别（编写组）：<ins>时限、目标</ins>",
        "急件（编写组）：<del>否</del><ins>是</ins>",
    ):
        assert f"<li>{line}</li>" in answers["report"]
    assert "任务没有变化" not in answers["report"]


def test_it_is_recorded(answers: dict[str, Any]) -> None:
    (change,) = answers["history"]["revisions"][0]["changes"]
    new = {"提示语": "先看现场", "经办·姓名": "张三", "经办·类别": "时限、目标", "急件": "是"}
    assert change["after"]["editorial"] == change["before"]["editorial"] | new


def test_versions_and_fingerprints_count_it_where_it_is_written(answers: dict[str, Any]) -> None:
    catalog = load_catalog(SMALL)
    tasks = resolved_tasks(catalog)
    assert answers["versions"][0] == data_version(catalog)  # no form is out of date by the field
    assert answers["versions"][1] != answers["versions"][0]
    before, after = answers["fingerprints"][: len(tasks)], answers["fingerprints"][len(tasks) :]
    assert before == [fingerprint(entry) for entry in tasks]
    assert [a == b for a, b in zip(before, after, strict=True)] == [
        entry.task.id != "item-2-1" for entry in tasks
    ]


def test_it_is_in_the_data_for_programs(answers: dict[str, Any]) -> None:
    items = [item for section in answers["notice"]["sections"] for item in section["items"]]
    tasks = {task["id"]: task for i in items for c in i["clauses"] for task in c["tasks"]}
    assert tasks["item-2-1"]["urgent"] is True
    assert tasks["item-2-1"]["editorial"]["hint"] == "先看现场"
    assert tasks["item-2-1"]["editorial"]["owner"] == {
        "name": "张三",
        "kinds": ["deadline", "target"],
    }
    assert tasks["item-1-1"]["editorial"]["owner"] is None
    assert "urgent" in answers["notice_schema"]["$defs"]["TaskJson"]["required"]
    assert "owner" in answers["notice_schema"]["$defs"]["Editorial"]["properties"]


def test_editors_are_helped_with_it(answers: dict[str, Any]) -> None:
    definitions = answers["schema"]["$defs"]
    assert definitions["Task"]["properties"]["urgent"]["description"] == "急不急。只用来试。"
    assert definitions["Editorial"]["properties"]["hint"]["description"] == "提示语。只用来试。"
