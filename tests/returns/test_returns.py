"""The loop: forms are filled in by program, some are damaged, and every figure comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exports.xlsx.workbook import head_row
from forms.breakdown import BREAKDOWN
from forms.common import ID as ID_COLUMN
from forms.common import STATUSES
from forms.common import text as text_of
from forms.form import Form
from forms.registry import forms
from forms.tasks import TASKS
from notice.models import Catalog
from notice.version import data_version
from returns.match import Merger
from returns.read import read_filled
from tests.conftest import ROOT, Site

TODAY = date(2024, 7, 1)
HEAD = head_row(BREAKDOWN) + 1  # the table's head in the workbook, counted from 1
ID = ID_COLUMN.title
STATES = tuple(STATUSES)


def write_blank(sheet: Any, label: str, words: str) -> None:
    """Write into the blank that follows a label of the head or foot."""
    (at,) = [cell for line in sheet.iter_rows() for cell in line if cell.value == label]
    merged = (r.max_col for r in sheet.merged_cells.ranges if at.coordinate in r)
    sheet.cell(at.row, next(merged, at.column) + 1).value = words


class County:
    """A county's workbook while it is being filled in, and what must come back from it."""

    def __init__(self, blank: Path, folder: Path, number: int, form: Form) -> None:
        self.name = f"第{number}县"
        self.path = folder / f"county-{number:02}.xlsx"
        shutil.copy(blank, self.path)
        self.book = openpyxl.load_workbook(self.path)
        self.sheet: Any = self.book.worksheets[0]
        titles = [cell.value for cell in self.sheet[HEAD]]
        self.at = {title: index + 1 for index, title in enumerate(titles) if title}
        write_blank(self.sheet, "县（市、区）", self.name)
        self.expected: Counter[str] = Counter()
        self.states: dict[str, str] = {}
        self.late: set[str] = set()
        for offset, row in enumerate(form.rows):
            state = "" if offset % 7 == 0 else STATES[(number + offset) % len(STATES)]
            self.write(HEAD + 1 + offset, "状态", state or None)
            self.write(
                HEAD + 1 + offset, "备注", f"=备注{number}-{offset}" if offset == 3 else None
            )
            due = date(2024, 6, 30) if offset % 5 == 0 else date(2024, 12, 31)
            self.write(HEAD + 1 + offset, "本地时限", due)
            self.states[row.id] = state or "未填"
            overdue = due < TODAY and state not in {"已完成", "不涉及"}
            if state == "滞后" or overdue:
                self.late.add(row.id)

    def write(self, row: int, title: str, value: object) -> None:
        self.sheet.cell(row, self.at[title]).value = value
        if isinstance(value, str) and value.startswith("="):
            self.sheet.cell(row, self.at[title]).data_type = "s"

    def save(self) -> None:
        self.book.save(self.path)


@pytest.fixture(scope="module")
def breakdown(catalog: Catalog) -> Form:
    return next(form for form in forms(catalog) if form.kind == "breakdown")


@pytest.fixture(scope="module")
def returned(
    site: Site, breakdown: Form, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[County]]:
    """Twenty counties; eight of the files are damaged, each in another way."""
    folder = tmp_path_factory.mktemp("returned")
    blank = site.folder / "downloads" / "breakdown-counties.xlsx"
    counties = [County(blank, folder, number, breakdown) for number in range(1, 21)]
    ids = [row.id for row in breakdown.rows]
    for county, damage in zip(
        counties[12:],
        (unknown_id, missing_row, repeated_row, older_version, odd_state, None, None, no_id_column),
        strict=True,
    ):
        if damage:
            damage(county, ids)
    for county in counties:
        county.save()
    counties[17].path.write_text("这不是工作簿", encoding="utf-8")
    counties[18].path.write_bytes(counties[18].path.read_bytes()[:5000])
    for lost in counties[17:19]:
        lost.states.clear()
        lost.late.clear()
    return folder, counties


def unknown_id(county: County, ids: list[str]) -> None:
    county.write(HEAD + 1, ID, "item-99-1")
    county.states.pop(ids[0])
    county.late.discard(ids[0])


def missing_row(county: County, ids: list[str]) -> None:
    county.sheet.delete_rows(HEAD + 2)
    county.states.pop(ids[1])
    county.late.discard(ids[1])


def repeated_row(county: County, ids: list[str]) -> None:
    at = HEAD + len(ids) + 1
    for title in (ID, "状态", "备注"):
        county.write(at, title, county.sheet.cell(HEAD + 3, county.at[title]).value)
    county.write(at, "备注", "又写了一遍")


def older_version(county: County, ids: list[str]) -> None:
    cell = county.sheet.cell(4, 2)
    cell.value = cell.value.replace(data_version_in(cell.value), "0a1b2c3d")
    county.write(HEAD + 5, "具体措施（原文）", "旧版的字句。")


def data_version_in(text: str) -> str:
    return text.split("数据版本 ")[1][:8]


def odd_state(county: County, ids: list[str]) -> None:
    county.write(HEAD + 2, "状态", "已完工")
    county.states[ids[1]] = "未识别"
    county.late.discard(ids[1])


def no_id_column(county: County, ids: list[str]) -> None:
    county.sheet.delete_cols(1)


@pytest.fixture(scope="module")
def summary(returned: tuple[Path, list[County]]) -> Any:
    folder, _ = returned
    target = folder.parent / "summary.xlsx"
    done = subprocess.run(
        [sys.executable, "scripts/merge.py", str(folder), "-o", str(target), "--today", str(TODAY)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "读取 18 个工作簿" in done.stdout
    assert "未能读取：county-18.xlsx" in done.stderr
    assert "未能读取：county-19.xlsx" in done.stderr
    assert "Traceback" not in done.stderr
    return openpyxl.load_workbook(target)


def table(summary: Any, title: str) -> list[dict[str, Any]]:
    rows = list(summary[title].iter_rows(min_row=2, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_progress_by_county(summary: Any, returned: tuple[Path, list[County]]) -> None:
    lines = {line["文件"]: line for line in table(summary, "按单位")}
    assert len(lines) == 20
    for county in returned[1]:
        line = lines[county.path.name]
        expected = Counter(county.states.values())
        assert line["任务数"] == len(county.states)
        for state in (*STATUSES, "未填", "未识别"):
            assert line[state] == expected[state], (county.name, state)
        assert line["滞后和逾期"] == len(county.late)
        assert line["办结"] == expected["已完成"] + expected["不涉及"]
        if county.states:
            assert line["单位"] == county.name


def test_progress_by_item(
    summary: Any, returned: tuple[Path, list[County]], breakdown: Form
) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    for county in returned[1]:
        for task, state in county.states.items():
            expected[next(r.task.reference for r in breakdown.rows if r.id == task), state] += 1
    lines = table(summary, "按条目")
    assert [line["条目"] for line in lines][:2] == ["第（一）项", "第（二）项"]
    assert len(lines) == 31
    for line in lines:
        for state in (*STATUSES, "未填", "未识别"):
            assert line[state] == expected[line["条目"], state]


def test_what_is_late(summary: Any, returned: tuple[Path, list[County]]) -> None:
    told = {(line["文件"], line["任务编号"]) for line in table(summary, "滞后和逾期")}
    assert told == {(c.path.name, task) for c in returned[1] for task in c.late}


def test_every_damage_is_told_with_its_place(summary: Any, breakdown: Form) -> None:
    lines = table(summary, "问题")
    found = {(line["文件"], line["单元格"], line["问题"][:6]) for line in lines}
    first, second = breakdown.rows[0], breakdown.rows[1]
    assert ("county-13.xlsx", "A7", "任务编号不认") in found
    assert any(first.id in line["问题"] for line in lines if line["文件"] == "county-13.xlsx")
    assert any(
        line["文件"] == "county-14.xlsx" and f"缺少一行：{second.id}" in line["问题"]
        for line in lines
    )
    assert ("county-15.xlsx", f"A{HEAD + len(breakdown.rows) + 1}", "同一任务重复") in found
    old = [line for line in lines if line["文件"] == "county-16.xlsx"]
    assert any("按旧版数据 0a1b2c3d" in line["问题"] for line in old)
    changed = next(line for line in old if line["填写的内容"] == "旧版的字句。")
    assert changed["单元格"] == f"E{HEAD + 5}"
    assert text_of(breakdown.rows[4]) in changed["问题"]
    odd = next(line for line in lines if line["文件"] == "county-17.xlsx")
    assert (odd["工作表"], odd["单元格"]) == ("任务分解表", f"K{HEAD + 2}")
    assert "是否应为“已完成”" in odd["问题"]
    for name in ("county-18.xlsx", "county-19.xlsx"):
        assert any(line["文件"] == name and "读不出来" in line["问题"] for line in lines)
    assert ("county-20.xlsx", f"A{HEAD}", "隐藏的“任务") in found
    assert {line["文件"] for line in lines} == {f"county-{n}.xlsx" for n in range(13, 21)}


def test_nothing_typed_is_lost(summary: Any, breakdown: Form) -> None:
    lines = table(summary, "全部行")
    remarks = [str(line["备注"]) for line in lines]
    assert sum(remark.startswith("=备注") for remark in remarks) == 18
    assert "又写了一遍" in remarks
    assert len(lines) == 18 * len(breakdown.rows) - 1 + 1  # one row deleted, one repeated


def test_additions_are_kept(site: Site, catalog: Catalog, tmp_path: Path) -> None:
    """A column, a row and a sheet of somebody's own, and the people who signed."""
    path = tmp_path / "tasks.xlsx"
    shutil.copy(site.folder / "downloads" / "tasks-yingji.xlsx", path)
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    count = len(next(f for f in forms(catalog) if f.name == "tasks-yingji").rows)
    write_blank(sheet, "填报单位（盖章）", "省应急厅")
    sheet.cell(HEAD, len(TASKS.columns) + 1).value = "处室"
    sheet.cell(HEAD + 1, len(TASKS.columns) + 1).value = "矿山处"
    sheet.cell(HEAD + 1, len(TASKS.columns) + 3).value = "写在表外"
    sheet.cell(HEAD + count + 1, 4).value = "自己加的一行"
    write_blank(sheet, "填报人", "张某")
    book.create_sheet("备忘").append(["另记一笔"])
    book.save(path)
    merged = Merger(catalog, TODAY).merge([read_filled(path)])
    assert merged.files[0].unit == "省应急厅"
    assert "填报人：张某" in merged.files[0].notes
    assert merged.rows[0].row.values["处室"] == "矿山处"
    assert merged.rows[0].row.values["表外内容"] == "写在表外"
    typed = {finding.typed for finding in merged.findings}
    assert "另记一笔" in typed
    assert any("自己加的一行" in text for text in typed)
    assert sum(joined.counted for joined in merged.rows) == count


def test_no_readable_file_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("x")
    done = subprocess.run(
        [sys.executable, "scripts/merge.py", str(tmp_path), "-o", str(tmp_path / "out" / "s.xlsx")],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_version_is_the_catalogs(site: Site, catalog: Catalog) -> None:
    filled = read_filled(site.folder / "downloads" / "selfcheck-gas.xlsx")
    assert filled.version == data_version(catalog)
    assert filled.form == "selfcheck-gas"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_csv_may_have_been_saved_by_excel(
    encoding: str, tmp_path: Path, catalog: Catalog
) -> None:
    lines = (
        f"表号 tasks-yingji　数据版本 {data_version(catalog)}",
        "填报单位（盖章）,省应急厅,填报日期,",
        f"{ID},状态,进展／佐证",
        "item-2-5,已完成,“台账”",
    )
    path = tmp_path / "tasks.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    filled = read_filled(path)
    assert filled.findings == []
    assert filled.unit == "省应急厅"
    assert filled.rows[0].values["进展／佐证"] == "“台账”"
