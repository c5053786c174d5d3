"""The last good site is whole throughout: two builds at once, a kill, a full disk, links, leftovers."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notice.system_errors import reason
from publishing import output_folder
from publishing.output_folder import NotAFolderError, new_site
from tests.conftest import ROOT

WRITE = """
import sys, time
from pathlib import Path
from publishing.output_folder import new_site
site, name, seconds = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
with new_site(site) as new:
    new.mkdir()
    for part in "abc":
        (new / part).write_text(name)
        print(part, flush=True)
        time.sleep(seconds)
"""


def start(site: Path, name: str, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITE, str(site), name, str(seconds)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def build(site: Path, name: str) -> None:
    with new_site(site) as new:
        new.mkdir()
        for part in "abc":
            (new / part).write_text(name)


def content(site: Path) -> set[str]:
    return {(site / part).read_text() for part in "abc"}


def alone(folder: Path) -> bool:
    return [path.name for path in folder.iterdir()] == ["site"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    path = tmp_path / "served" / "site"
    path.parent.mkdir()
    build(path, "old")
    return path


def test_two_builds_at_once_come_one_after_the_other(site: Path) -> None:
    builds = [start(site, name, 0.15) for name in ("one", "two")]
    seen = set()
    while any(process.poll() is None for process in builds):
        found = content(site)  # every file is there at any moment
        assert found <= {"old", "one", "two"}
        seen |= found
        time.sleep(0.002)
    assert [process.returncode for process in builds] == [0, 0]
    assert len(content(site)) == 1
    assert seen >= {"old"}
    assert alone(site.parent)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_kill_leaves_the_site_and_the_next_build_cleans_up(
    site: Path, how: signal.Signals
) -> None:
    process = start(site, "killed", 20)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(how)
    process.wait(10)
    assert content(site) == {"old"}
    build(site, "new")
    assert content(site) == {"new"}
    assert alone(site.parent)


def test_killed_between_two_renames(site: Path) -> None:
    """Where a system cannot exchange two folders in one step."""
    site.rename(site.with_name("site.old"))
    with new_site(site) as new:
        assert content(site) == {"old"}
        new.mkdir()
        (new / "a").write_text("new")
    assert (site / "a").read_text() == "new"
    site.rename(site.with_name("site.old"))
    with pytest.raises(OSError, match="space"):
        fail(site)
    assert (site / "a").read_text() == "new"
    assert alone(site.parent)


def fail(site: Path) -> None:
    with new_site(site) as new:
        new.mkdir()
        raise OSError(errno.ENOSPC, "No space left on device", "site.new/x")


def test_an_error_leaves_the_site(site: Path) -> None:
    with pytest.raises(OSError, match="space") as raised:
        fail(site)
    assert reason(raised.value) == "磁盘满了：site.new/x；请腾出空间后重试"
    assert content(site) == {"old"}
    assert alone(site.parent)


def test_without_an_exchange(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_folder, "_exchange", lambda *_: False)
    build(site, "new")
    assert content(site) == {"new"}
    assert alone(site.parent)


def test_a_link_stays_a_link(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "site"
    link.symlink_to(site, target_is_directory=True)
    build(link, "new")
    assert link.is_symlink()
    assert content(site) == content(link) == {"new"}
    assert alone(site.parent)


def test_leftovers_of_any_kind_go(site: Path) -> None:
    new, old = site.with_name("site.new"), site.with_name("site.old")
    new.write_text("a file")
    (old / "locked").mkdir(parents=True)
    (old / "locked" / "page").write_text("x")
    (old / "locked").chmod(0o555)
    build(site, "new")
    assert alone(site.parent)


def test_a_read_only_site_is_replaced(site: Path) -> None:
    site.chmod(0o555)
    build(site, "new")
    assert content(site) == {"new"}
    assert alone(site.parent)


def test_a_file_in_its_place_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "site"
    path.write_text("something else")
    with pytest.raises(NotAFolderError, match="不是文件夹"), new_site(path):
        pass
    assert path.read_text() == "something else"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_nobody_may_write_in(site: Path) -> None:
    site.parent.chmod(0o555)
    try:
        with pytest.raises(OSError, match="denied") as raised, new_site(site) as new:
            new.mkdir()
        assert "没有权限" in reason(raised.value)
    finally:
        site.parent.chmod(0o755)
    assert content(site) == {"old"}
