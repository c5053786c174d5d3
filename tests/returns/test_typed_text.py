"""What somebody typed is in the summary or named with its place, however the file was damaged."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from exports.xlsx.workbook import Edition, head_row, workbook
from forms.common import FORMER_WARNINGS, ID
from forms.form import Form
from forms.registry import KINDS, forms
from notice.models import Catalog
from notice.version import data_version
from returns.folder import sources
from returns.match import Merged, Merger
from returns.read import read_filled
from returns.report import write_report
from tests.conftest import BASE

TODAY = date(2024, 7, 1)


def smallest(catalog: Catalog, kind: str) -> Form:
    """The form of a kind with the fewest rows, but three at least."""
    found = (form for form in forms(catalog) if form.kind == kind and len(form.rows) > 3)
    return min(found, key=lambda form: len(form.rows))


def blank(form: Form, catalog: Catalog) -> bytes:
    return workbook(form, Edition.of(BASE, data_version(catalog), 0))


class Copy:
    """A blank form on its way through somebody's hands."""

    def __init__(self, catalog: Catalog, folder: Path, kind: str = "tasks") -> None:
        self.form = smallest(catalog, kind)
        self.path = folder / f"{self.form.name}.xlsx"
        folder.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(blank(self.form, catalog))
        self.book = openpyxl.load_workbook(self.path)
        self.sheet: Any = self.book.worksheets[0]
        self.head = head_row(self.form.definition) + 1
        self.at = {c.value: c.column for c in self.sheet[self.head] if c.value}

    def cell(self, title: str, row: int = 1) -> Any:
        return self.sheet.cell(self.head + row, self.at[title])

    @property
    def end(self) -> int:
        return self.head + len(self.form.rows)

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path

    def patch(self, change: Callable[[str, bytes], bytes]) -> None:
        """Rewrite the parts of the saved file."""
        parts = {}
        with zipfile.ZipFile(self.path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, change(name, content))


def merged(catalog: Catalog, *given: Path) -> Merged:
    found, _ = sources(given)
    files = [read_filled(source.path, source.label) for source in found]
    return Merger(catalog, TODAY).merge(files)


def words(catalog: Catalog, result: Merged, folder: Path) -> str:
    """All that the summary says."""
    target = write_report(result, folder / "out" / "summary.xlsx", data_version(catalog), TODAY)
    book = openpyxl.load_workbook(target, read_only=True)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def in_a_comment(copy: Copy) -> list[str]:
    copy.cell("状态").comment = Comment("批注里的话", "张某")
    copy.book.worksheets[1]["A3"].comment = Comment("汇总页的批注", "李某")
    return ["批注里的话", "汇总页的批注"]


def above_and_below(copy: Copy) -> list[str]:
    copy.sheet["H1"] = "写在标题旁"
    copy.sheet.cell(3, len(copy.form.definition.columns) + 2).value = "写在警示旁"
    copy.sheet["B2"].value += "写在依据里"
    copy.sheet["B3"].value += "写在警示里"
    copy.sheet["M4"] = "写在网页旁"
    copy.sheet.cell(copy.end + 40, 3).value = "写在表下"
    copy.sheet.cell(copy.end + 5000, 9).value = "写在很远的下面"
    copy.sheet.cell(copy.head + 2, 60).value = "写在很远的右边"
    beside = ["写在标题旁", "写在警示旁", "写在依据里", "写在警示里", "写在网页旁"]
    return [*beside, "写在表下", "写在很远的下面", "写在很远的右边"]


def on_other_sheets(copy: Copy) -> list[str]:
    copy.book.worksheets[1]["L2"] = "记在汇总页"
    copy.book.worksheets[2]["A20"] = "记在填表说明页"
    copy.book.create_sheet("备忘")["C9"] = "记在自己的页"
    copy.book.create_sheet("汇总 (2)")["A1"] = "记在第二张汇总"
    return ["记在汇总页", "记在填表说明页", "记在自己的页", "记在第二张汇总"]


def own_columns(copy: Copy) -> list[str]:
    column = copy.sheet.max_column + 1
    for offset, title in enumerate(("类别", "任务", "任务", "检查事项", "", "备注二")):
        copy.sheet.cell(copy.head, column + offset).value = title or None
        copy.sheet.cell(copy.head + 1, column + offset).value = f"自加{offset}"
    return [f"自加{offset}" for offset in range(6)]


def over_given_cells(copy: Copy) -> list[str]:
    copy.cell("原文").value = "盖在原文上"
    copy.cell("编号", 2).value = "盖在编号上"
    return ["盖在原文上", "盖在编号上"]


def in_hidden_rows(copy: Copy) -> list[str]:
    copy.cell("进展／佐证", 2).value = "写在隐藏的行"
    copy.sheet.row_dimensions[copy.head + 2].hidden = True
    copy.sheet.auto_filter.ref = f"A{copy.head}:N{copy.end}"
    return ["写在隐藏的行"]


def of_odd_kinds(copy: Copy) -> list[str]:
    copy.cell("进展／佐证").value = True
    copy.cell("问题及措施").value = time(8, 30)
    copy.cell("电话").value = 1e300
    copy.cell("本单位责任人").value = "甲_x000D_乙"
    copy.cell("进展／佐证", 2).value = datetime(2024, 6, 30, 14, 5)
    copy.cell("问题及措施", 2).value = -5
    copy.cell("问题及措施", 2).number_format = "yyyy-mm-dd"
    copy.cell("电话", 2).value = "03517654321"
    return ["TRUE", "08:30", "甲", "乙", "2024-06-30 14:05", "-5", "03517654321"]


def formulas(copy: Copy) -> list[str]:
    copy.cell("进展／佐证").value = '="已"&"办"'
    copy.cell("完成率").value = "=1/4"
    return ['="已"&"办"', "=1/4"]


def numbers_in_date_cells(copy: Copy) -> list[str]:
    copy.cell("本地时限").value = 20240630
    copy.cell("本地时限", 2).value = 6.3
    copy.cell("本地时限", 3).value = 12
    for row in (1, 2, 3):
        copy.cell("本地时限", row).number_format = "yyyy-mm-dd"
    return ["20240630", "6.3", "12"]


def longer_than_a_cell(copy: Copy) -> list[str]:
    copy.cell("进展／佐证").value = "甲" * 20_000 + "乙" * 12_767
    column = copy.sheet.max_column + 1
    for offset in range(3):
        copy.sheet.cell(copy.head + 2, column + offset).value = str(offset) * 20_000
    return ["甲乙", *(str(offset) * 9_000 for offset in range(3))]


@pytest.mark.parametrize(
    "edit",
    [
        in_a_comment, above_and_below, on_other_sheets, own_columns, over_given_cells,
        in_hidden_rows, of_odd_kinds, formulas, numbers_in_date_cells, longer_than_a_cell,
    ],
    ids=lambda edit: edit.__name__,
)  # fmt: skip
def test_whatever_is_typed_is_in_the_summary(
    edit: Callable[[Copy], list[str]], catalog: Catalog, tmp_path: Path
) -> None:
    copy = Copy(catalog, tmp_path)
    typed = edit(copy)
    result = merged(catalog, copy.save())
    said = words(catalog, result, tmp_path)
    assert [text for text in typed if text not in said] == []


def test_a_blank_form_is_no_finding_but_the_missing_unit(catalog: Catalog, tmp_path: Path) -> None:
    for kind in KINDS:
        result = merged(catalog, Copy(catalog, tmp_path / kind.kind, kind.kind).save())
        assert [f.what for f in result.findings if "没有填" not in f.what] == []


def test_a_form_of_before_is_counted_and_told_once_a_row(catalog: Catalog, tmp_path: Path) -> None:
    """A row that is on another form now, the groups, basis and warning of before."""
    copy = Copy(catalog, tmp_path)
    head = copy.sheet.cell(4, 2)
    head.value = head.value.replace(data_version(catalog), "0a1b2c3d")
    basis = copy.sheet.cell(2, 2)
    basis.value = re.sub("第（.*项", "第（一）、（三）至（二十）项", basis.value).partition(
        "，后来"
    )[0]
    copy.sheet.cell(3, 2).value = FORMER_WARNINGS[0]
    copy.cell("类别").value = "泛指"
    copy.cell(ID.title).value = "item-31-5"
    copy.cell("任务").value = "从前的名称"
    copy.cell("状态").value = "已完成"
    result = merged(catalog, copy.save())
    told = [f.what for f in result.findings if "没有填" not in f.what and "旧版" not in f.what]
    assert told[0] == "现在的这张表没有这一行，照录，照常计入统计。"
    assert all("缺少一行" in what for what in told[1:])
    assert sum(row.state == "已完成" and row.counted for row in result.rows) == 1
    basis.value += "（另有市里的通知）"
    assert "市里的通知" in words(catalog, merged(catalog, copy.save()), tmp_path)


@pytest.mark.parametrize("dimension", [b'"A1"', b'"A1:B2"', b'""', None])
def test_a_wrong_dimension_hides_nothing(
    dimension: bytes | None, catalog: Catalog, tmp_path: Path
) -> None:
    copy = Copy(catalog, tmp_path)
    copy.cell("进展／佐证", 3).value = "照样读到"
    copy.save()
    new = b"<dimension ref=" + dimension + b"/>" if dimension else b""
    copy.patch(lambda name, content: re.sub(rb"<dimension[^>]*/>", new, content))
    result = merged(catalog, copy.path)
    assert len(result.rows) == len(copy.form.rows)
    assert result.rows[2].row.values["进展／佐证"] == "照样读到"


def test_the_strict_dialect_is_read(catalog: Catalog, tmp_path: Path) -> None:
    copy = Copy(catalog, tmp_path)
    copy.cell("进展／佐证").value = "严格格式"
    copy.save()
    main, strict = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    copy.patch(lambda name, content: content.replace(*main).replace(*strict))
    assert merged(catalog, copy.path).rows[0].row.values["进展／佐证"] == "严格格式"


def test_merged_cells_count_for_every_row(catalog: Catalog, tmp_path: Path) -> None:
    copy = Copy(catalog, tmp_path)
    letter = openpyxl.utils.get_column_letter(copy.at["状态"])
    copy.cell("状态").value = "滞后"
    copy.sheet.merge_cells(f"{letter}{copy.head + 1}:{letter}{copy.head + 3}")
    result = merged(catalog, copy.save())
    assert [joined.state for joined in result.rows[:4]] == ["滞后", "滞后", "滞后", "未填"]


def test_dates_that_are_none_are_not_late(catalog: Catalog, tmp_path: Path) -> None:
    copy = Copy(catalog, tmp_path)
    numbers_in_date_cells(copy)
    result = merged(catalog, copy.save())
    assert [joined.due for joined in result.rows[1:3]] == [None, None]
    assert result.rows[0].due in {None, date(2024, 6, 30)}
    cells = {finding.cell for finding in result.findings}
    letter = openpyxl.utils.get_column_letter(copy.at["本地时限"])
    assert {f"{letter}{copy.head + 2}", f"{letter}{copy.head + 3}"} <= cells


def test_two_counties_with_one_file_name(catalog: Catalog, tmp_path: Path) -> None:
    for county, state in (("子县", "已完成"), ("丑县", "滞后")):
        copy = Copy(catalog, tmp_path / "back" / county, "breakdown")
        for row in (1, 2, 3):
            copy.cell("状态", row).value = state
        copy.save()
    result = merged(catalog, tmp_path / "back")
    counted = {
        unit.files[0].file: [joined.state for joined in unit.rows if joined.state != "未填"]
        for unit in result.units
    }
    assert {Path(name).parent.name: states for name, states in counted.items()} == {
        "子县": ["已完成"] * 3,
        "丑县": ["滞后"] * 3,
    }
    said = words(catalog, result, tmp_path)
    assert "子县/" in said
    assert "丑县/" in said


def test_a_county_that_returns_twice_is_said(catalog: Catalog, tmp_path: Path) -> None:
    for number, state in ((1, "推进中"), (2, "已完成")):
        copy = Copy(catalog, tmp_path / "back" / str(number), "breakdown")
        copy.cell("状态").value = state
        column = next(c.column for c in copy.sheet[5] if c.value == "县（市、区）")
        spans = [
            r.max_col
            for r in copy.sheet.merged_cells.ranges
            if r.min_row == 5 and r.min_col == column
        ]
        copy.sheet.cell(5, (spans or [column])[0] + 1).value = "子县"
        copy.save()
    result = merged(catalog, tmp_path / "back")
    assert len([unit for unit in result.units if unit.files[0].unit == "子县"]) == 1
    assert any("不止" in f.what or "两" in f.what or "又" in f.what for f in result.findings)
    total = len(smallest(catalog, "breakdown").rows)
    assert sum(joined.counted for joined in result.rows) == total


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("乙县.et", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        ("丁县.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9),
        ("戊县.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900)),
        ("己县.pdf", b"%PDF-1.7 ..."),
        ("庚县.jpg", b"\xff\xd8\xff\xe0 ..."),
        ("辛县.zip", b"PK\x03\x04 ..."),
        ("壬县.xlsx", b""),
        ("癸县.xlsx", "这不是工作簿".encode()),
        ("名单.txt", "不是表".encode()),
        ("备份.json", b"[]"),
    ],
)  # fmt: skip
def test_every_file_of_a_folder_is_read_or_named(
    name: str, content: bytes, catalog: Catalog, tmp_path: Path
) -> None:
    folder = tmp_path / "back"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "~$甲县.xlsx").write_bytes(b"lock")
    (folder / ".DS_Store").write_bytes(b"x")
    result = merged(catalog, folder)
    assert [filled.file for filled in result.files] == [name]
    (finding, *_) = result.files[0].findings
    assert finding.what
    assert not re.search("[A-Za-z]{9,}", re.sub("（[A-Za-z]+）", "", finding.what))


def resaved(office: str, files: list[Path], tmp_path: Path) -> Path:
    """The folder with the files as LibreOffice saves them in its own format."""
    folder = tmp_path / "office"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "ods", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=120)
    return folder


def test_a_number_in_a_date_cell_of_an_ods(catalog: Catalog, tmp_path: Path, office: str) -> None:
    """There 6.3 is saved as a day of 1900, of which Excel and LibreOffice count differently."""
    copy = Copy(catalog, tmp_path)
    numbers_in_date_cells(copy)
    rows = merged(catalog, resaved(office, [copy.save()], tmp_path)).rows
    assert [joined.row.values["本地时限"] for joined in rows[1:3]] == [6.3, 12]


def test_random_text_in_random_cells(catalog: Catalog, tmp_path: Path, office: str) -> None:
    """Saved by two programs, then damaged: all of it is in the summary, or the file is named."""
    dice = random.Random(2024)
    folder = tmp_path / "back"
    typed: dict[str, list[str]] = {}
    for kind in KINDS:
        copy = Copy(catalog, folder / kind.kind, kind.kind)
        said = []
        for number in range(25):
            row, column = dice.randint(1, copy.end + 30), dice.randint(2, copy.sheet.max_column + 3)
            text = f"字{kind.kind}{number}“{dice.choice('=+-@＝〔&<>')}{dice.randint(0, 10**6)}”"
            cell = copy.sheet.cell(row, column)
            if type(cell).__name__ == "MergedCell":
                continue
            cell.value, cell.data_type = text, "s"
            said.append(text)
        typed[kind.kind] = said
        copy.save()
    files = sorted(folder.rglob("*.xlsx"))
    for given in (folder, resaved(office, files, tmp_path)):
        said_all = words(catalog, merged(catalog, given), tmp_path)
        lost = [t for texts in typed.values() for t in texts if t not in said_all]
        assert lost == []
    for file in files:
        damaged = tmp_path / "damaged" / file.name
        damaged.parent.mkdir(exist_ok=True)
        shutil.copy(file, damaged)
        content = bytearray(damaged.read_bytes())
        for _ in range(40):
            content[dice.randrange(len(content))] = dice.randrange(256)
        damaged.write_bytes(bytes(content))
        name = file.parent.name
        result = merged(catalog, damaged)
        said_all = words(catalog, result, tmp_path)
        whole = all(text in said_all for text in typed[name])
        assert whole or result.files[0].findings, file.name
