"""Where a summary may go: never over an input, and the one before stays until the new is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exports.xlsx.workbook import Edition, workbook
from notice.models import Catalog
from notice.version import data_version
from returns.output import OutputError, check_output, deliver
from tests.conftest import BASE, ROOT, form_of


@pytest.fixture
def folder(catalog: Catalog, tmp_path: Path) -> Path:
    """A folder with one filled form in it."""
    found = tmp_path / "收回"
    found.mkdir()
    edition = Edition.of(BASE, data_version(catalog), 0)
    (found / "甲县.xlsx").write_bytes(workbook(form_of(catalog, "selfcheck-gas"), edition))
    return found


def merge(*arguments: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "scripts/merge.py", *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"}, errors="replace",
    )  # fmt: skip


def test_an_input_is_never_overwritten(folder: Path) -> None:
    form = folder / "甲县.xlsx"
    before = form.read_bytes()
    for given in (form, folder):
        done = merge(given, "-o", form)
        assert done.returncode == 1
        assert "不会覆盖" in done.stderr
        assert done.stderr.count("\n") == 1
    assert form.read_bytes() == before


def test_a_summary_in_the_folder_is_replaced_and_no_input(folder: Path) -> None:
    target = folder / "汇总.xlsx"
    for _ in range(2):
        done = merge(folder, "-o", target)
        assert done.returncode == 0, done.stderr
        assert "读取 1 个工作簿" in done.stdout
    assert sorted(path.name for path in folder.iterdir()) == ["汇总.xlsx", "甲县.xlsx"]


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes there")
def test_a_name_in_another_encoding_is_read(folder: Path, tmp_path: Path) -> None:
    strange = os.fsdecode("乙县.xlsx".encode("gb18030"))
    shutil.copy(folder / "甲县.xlsx", folder / strange)
    done = merge(folder, "-o", tmp_path / "汇总.xlsx")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_no_place_for_a_summary(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    (tmp_path / "文件夹.xlsx").mkdir()
    for name, words in (
        ("文件/汇总.xlsx", "不是文件夹"),
        ("文件夹.xlsx", "是文件夹"),
        ("汇总.csv", ".xlsx 结尾"),
    ):
        with pytest.raises(OutputError, match=words):
            check_output(tmp_path / name)
    with pytest.raises(OutputError, match="xlsx 结尾"):
        check_output(Path("/dev/full"))


def test_what_was_read_is_not_lost_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, target = tmp_path / "made.xlsx", tmp_path / "汇总.xlsx"
    made.write_text("新", encoding="utf-8")
    target.write_text("旧", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("returns.output.shutil.copyfile", full)
    written = deliver(made, target)
    assert written != target
    assert written.read_text(encoding="utf-8") == "新"
    assert target.read_text(encoding="utf-8") == "旧"
    shutil.rmtree(written.parent)
