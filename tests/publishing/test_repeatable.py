"""Two builds of the same commit, on what might be two machines, give the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from exports.downloads import documents, planned
from notice.models import Catalog
from tests.conftest import ROOT

# All that may differ between two machines; what must not is the commit, its time and the address.
MACHINES = {
    "one": {"TZ": "Asia/Shanghai", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"},
    "a longer/路径": {
        "TZ": "America/St_Johns",
        "LC_ALL": "C.UTF-8",
        "LANG": "zh_CN.UTF-8",
        "PYTHONHASHSEED": "4242",
        "COLUMNS": "40",
    },
}
SAME = {"SOURCE_DATE_EPOCH": "1700000000", "SITE_URL": "https://example.cn/safety/"}


def build(folder: Path, machine: dict[str, str]) -> Path:
    """The site as scripts/build.py makes it from a copy of the project, with new dates of files."""
    ignore = shutil.ignore_patterns(".git", ".venv", "site*", "build", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=ignore, copy_function=shutil.copyfile)
    (folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    done = subprocess.run(
        [sys.executable, "scripts/build.py"],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, **SAME, **machine},
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return folder / "site"


def files(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_documents_are_the_same_however_they_are_divided(small: Catalog) -> None:
    whole = documents(small, "https://example.cn/", 0)
    assert documents(small, "https://example.cn/", 0, processes=2) == whole
    empty = [replace(file, content=b"", pages=None) for file in whole]
    assert [*planned(small)] == empty


@pytest.mark.slow
def test_two_machines_give_the_same_bytes(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(build, tmp_path / name, MACHINES[name]) for name in MACHINES]
        first, second = (files(job.result()) for job in jobs)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    for kind in (".html", ".pdf", ".xlsx", ".csv", ".json", ".zip", ".gz"):
        assert any(name.endswith(kind) for name in first), kind
    assert len(first) > 150
