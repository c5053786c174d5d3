"""The commands a person runs: what they print, what they leave behind, how they end."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SMALL


def run(
    project: Path, script: str, *words: str | Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, f"scripts/{script}.py", *map(str, words)],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def spoil(project: Path) -> None:
    """Two wrong edits in two files."""
    for name, right, wrong in (
        ("items", "省住建厅, 省交通厅", "省住健厅, 省交通厅"),
        ("sectors", "kind: hazard", "kind: hazzard"),
    ):
        path = project / "data" / f"{name}.yaml"
        text = path.read_text("utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong, 1), "utf-8")


def test_a_port_in_use_is_said_in_one_line(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "scripts/serve.py", "--port", port]
        done = subprocess.run(
            command, cwd=project, capture_output=True, text=True, check=False, timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == f"端口 {port} 被占用，请用 --port 换一个。\n"


def test_check_says_the_data_is_right(project: Path) -> None:
    done = run(project, "check")
    assert done.returncode == 0
    assert done.stdout.startswith("数据无误：31 项、")
    assert "逐字一致" in done.stdout


def test_check_tells_every_file_at_once(project: Path) -> None:
    spoil(project)
    (project / "data" / "glossary.yaml").unlink()
    done = run(project, "check")
    assert done.returncode == 1
    assert "data/sectors.yaml:" in done.stderr
    assert "hazzard" in done.stderr
    assert "data/glossary.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_failed_build_leaves_the_last_good_site(project: Path) -> None:
    (project / "site").mkdir()
    home = project / "site" / "index.html"
    home.write_text("last good", "utf-8")
    spoil(project)
    done = run(project, "build")
    assert done.returncode == 1
    assert "hazzard" in done.stderr
    assert "原有的 site/ 未动" in done.stderr
    assert "Traceback" not in done.stderr
    assert home.read_text("utf-8") == "last good"
    assert [path.name for path in project.glob("site*")] == ["site"]


@pytest.mark.slow
def test_broken_link_fails_the_build(project: Path) -> None:
    page = project / "docs" / "about" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[断链](../nowhere/index.md)\n", "utf-8")
    done = run(project, "build", "--data", SMALL)
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert not (project / "site").exists()


READERS = ("check", "build", "changes", "addresses", "merge", "export_pages")


def arguments(script: str, project: Path) -> list[str]:
    return {
        "changes": ["HEAD", "--record", "试"],
        "merge": [str(project / "filled.csv"), "-o", str(project / "summary.xlsx")],
        "export_pages": [str(project / "out")],
    }.get(script, [])


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose list of sectors is a loop of links."""
    folder = tmp_path_factory.mktemp("damaged") / "project"
    ignore = shutil.ignore_patterns(".git", ".venv", "site*", "build", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=ignore)
    (folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    sectors = folder / "data" / "sectors.yaml"
    sectors.unlink()
    sectors.symlink_to(sectors)
    (folder / "filled.csv").write_text("编号\n10-9\n", "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("script", READERS)
def test_a_file_that_cannot_be_read_is_a_line_in_every_script(script: str, damaged: Path) -> None:
    done = subprocess.run(
        [sys.executable, f"scripts/{script}.py", *arguments(script, damaged)],
        cwd=damaged,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "SITE_URL": "http://127.0.0.1/"},
    )
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    if script != "changes":  # nothing is recorded yet to compare with
        assert "data/sectors.yaml: 这是绕成圈的链接" in done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_console_without_some_characters_is_no_traceback(project: Path, encoding: str) -> None:
    path = project / "data" / "items.yaml"
    path.write_text(path.read_text("utf-8").replace("label: ", "label: é·—œ🚢", 1), "utf-8")
    done = subprocess.run(
        [sys.executable, "scripts/check.py", "--github"],
        cwd=project,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 1
    told = (done.stdout + done.stderr).decode(encoding)
    assert "Traceback" not in told
    assert "\\U0001f6a2" in told


def test_a_clone_with_windows_line_ends(tmp_path: Path) -> None:
    """core.autocrlf is what Git for Windows asks for: nothing shows as modified, all is read."""
    source, clone = tmp_path / "source", tmp_path / "clone"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0")[:-1]:
        if (ROOT / name).is_file() and not name.startswith("tests/notice/golden/"):
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], cwd=source, check=True)
    subprocess.run(["git", "clone", "-q", "-c", "core.autocrlf=true", source, clone], check=True)
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    )
    assert status.stdout == ""
    assert b"\r\n" not in (clone / "data" / "items.yaml").read_bytes()
    received = next((clone / "data" / "source").iterdir())
    assert received.read_bytes() == (ROOT / "data" / "source" / received.name).read_bytes()
    (clone / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    for script in ("check", "addresses"):
        done = run(clone, script)
        assert done.returncode == 0, done.stderr


def test_what_waits_for_review_is_counted_and_not_published(project: Path) -> None:
    path = project / "data" / "items.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub("( +)label: ", r"\1unreviewed: [label]\n\1label: ", text, count=2), "utf-8"
    )
    checked = run(project, "check")
    assert checked.returncode == 0, checked.stderr
    assert "待复核 2 处（label 2 处）" in checked.stdout
    built = run(project, "build", SITE_URL="http://127.0.0.1/")
    assert built.returncode == 1
    assert "data/items.yaml:" in built.stderr
    assert "item-1-1 的 label 还没有人复核，不能发布。" in built.stderr
    assert not (project / "site").exists()


def test_the_table_of_printable_characters_is_that_of_the_fonts(project: Path) -> None:
    table = project / "notice" / "reading" / "printable.txt"
    before = table.read_text("ascii")
    table.write_text("", "ascii")
    done = run(project, "dev/printable")
    assert done.returncode == 0, done.stderr
    assert table.read_text("ascii") == before
