"""What changed between two states of the data, as a reviewer and a department are told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.changes import report
from notice.changes import compare
from notice.load import load_catalog
from notice.models import Catalog
from tests.conftest import SMALL

SPLIT = """              - id: item-3-3
                text: 严查
                actors: [regulator]
                editorial: {label: 严查, check: 查记录}
              - id: item-3-4
                text: “三无”船舶，
                actors: [regulator, enterprise]
                editorial: {label: 三无船舶, check: 抽查船舶证书}
"""
FIRST = """              - id: item-3-2
                text: 严查“三无”船舶，
                actors: [regulator, enterprise]
                editorial: {label: 三无船舶, check: 抽查船舶证书}
"""
HANDS = (
    "lead: [省甲厅]\n              departments: [省乙局]",
    "lead: [省乙局]\n              departments: [省甲厅]",
)
SECOND = """              - id: item-3-1
                text: 依照《某条例》处罚。
                actors: [regulator]
                editorial: {label: 依法处罚, check: 查处罚案卷}
"""


def edited(folder: Path, *edits: tuple[str, str], retired: str = "[]\n") -> Catalog:
    data = shutil.copytree(SMALL, folder / "data")
    text = (data / "items.yaml").read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (data / "items.yaml").write_text(text, "utf-8")
    (data / "retired.yaml").write_text(retired, "utf-8")
    return load_catalog(data, received=None)


def told(base: Catalog, head: Catalog) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.number, change.kinds) for change in compare(base, head)]


def test_nothing_changed(small: Catalog) -> None:
    assert told(small, small) == []
    assert "任务没有变化" in report(small, small)


@pytest.mark.parametrize(
    ("edits", "retired", "expected"),
    [
        ([("id: item-1-1", "id: item-1-2")], "[]", [("1-2", ("renamed",))]),
        ([(FIRST + SECOND, SECOND + FIRST)], "[]", [("3-1", ("moved",))]),
        ([("严查“三无”船舶，", "严查严管“三无”船舶，")], "[]", [("3-2", ("words",))]),
        ([HANDS], "[]", [("1-1", ("hands",))]),
        ([("label: 季度会议", "label: 每季会议")], "[]", [("1-1", ("ours",))]),
        ([(SECOND, "")], "[]", [("3-1", ("gone",))]),
        (
            [(FIRST, SPLIT)],
            "- {address: '#item-3-2', moved_to: ['#item-3-3', '#item-3-4'], reason: 拆}\n",
            [("3-3", ("came",)), ("3-4", ("came",)), ("3-2", ("gone",))],
        ),
        (
            [("id: item-2-1", "id: item-2-2"), ("text: 企业要自查。", "text: 全面排查隐患。")],
            "- {address: '#item-2-1', moved_to: ['#item-2-2'], reason: 改写}\n",
            [("2-2", ("words", "renamed"))],
        ),
    ],
)  # fmt: skip
def test_what_happened(
    small: Catalog,
    tmp_path: Path,
    edits: list[tuple[str, str]],
    retired: str,
    expected: list[tuple[str, tuple[str, ...]]],
) -> None:
    assert told(small, edited(tmp_path, *edits, retired=retired)) == expected


def test_the_other_way_round_is_an_addition(small: Catalog, tmp_path: Path) -> None:
    assert told(edited(tmp_path, (SECOND, "")), small) == [("3-1", ("came",))]


def test_the_report(small: Catalog, tmp_path: Path) -> None:
    head = edited(
        tmp_path,
        ("严查“三无”船舶，", "严查严管“三无”船舶，"),
        HANDS,
        ("label: 依法处罚", "label: <b>*罚*</b>"),
    )
    text = report(small, head)
    assert "共 3 项任务有变化" in text
    assert "严查<ins>严管</ins>" in text.replace("&#34;", "")
    assert "（省<del>" in text
    assert "<b>" not in text  # data is told, never obeyed
    parties = text.partition("### 按责任主体")[2].partition("### 按行业领域")[0]
    assert "| 省甲厅 | 责任改变 1-1；" in parties
    assert "| 省乙局 | 责任改变 1-1；" in parties
    assert "字句改动 3-2；编写组内容改动 3-1；" in parties
    assert "| 船舶 | 字句改动 3-2；" in text.partition("### 按行业领域")[2]


def test_the_command(project: Path, tmp_path: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "scripts/changes.py", *words]
        summary = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "PYTHONUTF8": "1"}
        return subprocess.run(
            command, cwd=project, capture_output=True, text=True, check=False,
            env={**os.environ, **summary},
        )  # fmt: skip

    for words in (["init", "-q"], ["add", "data"], ["commit", "-qm", "first"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
        subprocess.run(["git", *who, *words], cwd=project, check=True)
    path = project / "data" / "items.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("label: 第一责任人责任", "label: 主要负责人第一责任", 1), "utf-8")
    done = run("HEAD")
    assert done.returncode == 0, done.stderr
    assert "共 1 项任务有变化" in done.stdout
    assert "编写组内容改动 3-1；" in done.stdout
    assert "共 1 项任务有变化" in (tmp_path / "summary.md").read_text("utf-8")
    assert "不是 Git 版本" in run("no-such").stderr
    assert run("no-such").returncode == 2
    path.write_text("notice: 1\n", "utf-8")
    broken = run("HEAD")
    assert broken.returncode == 2
    assert "无法比较" in broken.stderr
    assert "Traceback" not in broken.stderr
