"""The commands a person runs: what they print, what they leave behind, how they end."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def run(project: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, f"scripts/{script}.py"],
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


@pytest.mark.slow
def test_failed_build_leaves_the_last_good_site(project: Path) -> None:
    first = run(project, "build", SITE_URL="https://example.cn/safety/")
    assert first.returncode == 0, first.stderr
    assert "页到 site/" in first.stdout
    home = (project / "site" / "index.html").read_bytes()
    assert b"https://example.cn/safety/" in home
    spoil(project)
    second = run(project, "build")
    assert second.returncode == 1
    assert "hazzard" in second.stderr
    assert "原有的 site/ 未动" in second.stderr
    assert "Traceback" not in second.stderr
    assert (project / "site" / "index.html").read_bytes() == home
    assert not (project / "site.new").exists()


@pytest.mark.slow
def test_broken_link_fails_the_build(project: Path) -> None:
    page = project / "docs" / "about" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[断链](../nowhere/index.md)\n", "utf-8")
    done = run(project, "build")
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert not (project / "site").exists()
