"""Errors on the pull request: as the runner would read them, all of one run, none obeyed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.checks import github as pull_request
from notice.checks.github import annotation, refused
from notice.problems import DataError, Problem
from tests.conftest import SMALL
from tests.notice.test_refusals import EDITS
from tests.scripts.test_scripts import spoil

COMMAND = re.compile(r"::error (?P<properties>[^:]*)::(?P<message>.*)")


def unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def parsed(line: str) -> tuple[dict[str, str], str]:
    """A command as the runner reads it: properties are split at commas, then unescaped."""
    found = COMMAND.fullmatch(line)
    assert found, line
    pairs = (pair.split("=", 1) for pair in found["properties"].split(","))
    return {key: unescaped(value) for key, value in pairs}, unescaped(found["message"])


def obeyed(output: str) -> list[str]:
    """The lines a runner acts on: none between stop-commands and its token."""
    found, token = [], ""
    for line in output.splitlines():
        if token:
            token = "" if line.strip() == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        elif line.lstrip().startswith("::"):
            found.append(line)
    return found


def check(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "scripts/check.py", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def test_every_problem_stands_at_its_line(project: Path, tmp_path: Path) -> None:
    spoil(project)
    summary = tmp_path / "summary.md"
    summary.write_text("已有的内容\n", "utf-8")
    done = check(project, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    told = [parsed(line) for line in obeyed(done.stdout)]
    assert [properties["file"] for properties, _ in told] == [
        "data/items.yaml",
        "data/sectors.yaml",
    ]
    for properties, message in told:
        lines = (project / properties["file"]).read_text("utf-8").splitlines()
        line = lines[int(properties["line"]) - 1]
        wrong = re.search("“(.*?)”", message)
        assert wrong is not None
        assert line[int(properties["col"]) - 1 :].startswith(wrong[1])
        assert "应为：" in message
        assert wrong[1] in summary.read_text("utf-8")
    text = summary.read_text("utf-8")
    assert text.startswith("已有的内容\n## 数据未通过：")
    assert f"：{len(told)} 处问题" in text
    assert f"共 {len(told)} 处问题，数据未通过。" in done.stdout


def test_annotations_only_where_they_are_read(project: Path, tmp_path: Path) -> None:
    spoil(project)
    plain = check(project, GITHUB_STEP_SUMMARY=str(tmp_path / "none"))
    assert plain.returncode == 1
    assert "::" not in plain.stdout + plain.stderr
    assert not (tmp_path / "none").exists()
    asked = check(project, "--github")
    assert obeyed(asked.stdout)
    assert plain.stderr.strip() in asked.stdout


def test_good_data_is_said_in_the_summary(project: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    done = check(project, "--github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0
    assert not obeyed(done.stdout)
    assert summary.read_text("utf-8") == f"## 数据无误\n\n{done.stdout}\n"


@pytest.mark.parametrize("hostile", ["a,b:c", "50%0A::warning::x", "line\r\n::add-mask::x", "::"])
def test_nothing_in_the_data_ends_a_command(hostile: str) -> None:
    line = annotation(Problem(f"{hostile}.yaml", 3, 5, hostile, hostile, hostile))
    assert len(line.splitlines()) == 1
    properties, message = parsed(line)
    assert properties["file"] == f"{hostile}.yaml"
    assert (properties["line"], properties["col"]) == ("3", "5")
    assert message == f"{hostile}\n应为：{hostile}\n位置：{hostile}"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    properties, message = parsed(annotation(Problem("data/items.yaml", 0, 0, "缺少这个文件。")))
    assert properties == {"file": "data/items.yaml", "title": "数据有误"}
    assert message == "缺少这个文件。"


def test_commands_in_the_data_are_not_obeyed(project: Path) -> None:
    path = project / "data" / "items.yaml"
    text = path.read_text("utf-8")
    wrong = '"\\n::add-mask::a\\n::error::b\\n": 1'
    edited = re.sub("( +)actors:", lambda m: f"{m[1]}{wrong}\n{m[0]}", text, count=1)
    path.write_text(edited, "utf-8")
    done = check(project, "--github")
    assert "\n::error::b" in done.stdout  # it is printed …
    files = {parsed(line)[0]["file"] for line in obeyed(done.stdout)}
    assert files == {"data/items.yaml"}  # not obeyed


def test_summary_is_markdown_that_data_cannot_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem("data/items.yaml", 2, 1, "````\n<img src=x>", source="````")
    assert "\n`````text\n" in refused([problem])
    whole = Problem("data/sectors.yaml", 0, 0, "缺少这个文件。")
    assert refused([problem, whole]).partition("\n### ")[2] == (
        "1. data/items.yaml 第 2 行\n\n"
        "`````text\ndata/items.yaml:2:1: ````\n<img src=x>\n  2 | ````\n    | ^\n`````\n"
        "\n### 2. data/sectors.yaml 整个文件\n\n"
        "```text\ndata/sectors.yaml: 缺少这个文件。\n```\n"
    )
    monkeypatch.setattr(pull_request, "SUMMARY_BYTES", 2_000)
    many = [Problem("data/items.yaml", n, 1, "错" * 50) for n in range(1, 31)]
    text = refused(many)
    assert len(text.encode()) < 2_100
    told = text.count("### ")
    assert 0 < told < 30
    assert text.endswith(f"其余 {30 - told} 处见运行日志。\n")


def edited(data: Path, *names: str) -> list[str]:
    """What one run tells after these edits of the small notice."""
    for name in names:
        file, before, after = EDITS[name]
        path = data / f"{file}.yaml"
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(DataError) as refused:
        load_catalog(data)
    return [problem.message for problem in refused.value.problems]


def test_an_unknown_key_has_no_stand_in(tmp_path: Path) -> None:
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    path = data / "items.yaml"
    path.write_text(
        path.read_text("utf-8").replace("- id: item-2\n", "- id: item-2\n        kind: x\n"),
        "utf-8",
    )
    with pytest.raises(DataError, match="没有“kind”这个字段"):
        load_catalog(data)


def test_several_stand_ins_in_one_file(tmp_path: Path) -> None:
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    told = edited(data, "unknown-actor", "label-too-long", "unknown-department")
    assert len(told) == 3
    assert "未登记的部门“省已局”，是否应为“省乙局”？" in told


@pytest.mark.parametrize(
    "shape",
    [
        "unknown-actor",
        "label-too-long",
        "missing-key",
        "wrong-type-group",
        "no-tasks",
        "unknown-measure-kind",
        "unknown-sector-kind",
    ],
)
def test_one_run_tells_what_rests_on_nothing_else_and_the_rest(shape: str, tmp_path: Path) -> None:
    single = {
        name: edited(Path(shutil.copytree(SMALL, tmp_path / name / "data")), name)
        for name in (shape, "unknown-department", "item-dropped-comma", "term-not-found")
    }
    data = Path(shutil.copytree(SMALL, tmp_path / "all" / "data"))
    assert sorted(edited(data, *single)) == sorted(
        message for told in single.values() for message in told
    )
