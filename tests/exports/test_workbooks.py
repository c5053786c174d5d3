"""The workbooks: opened, filled in, recalculated and printed as their readers would."""

from __future__ import annotations

import io
import os
import re
import subprocess
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from openpyxl.worksheet.table import Table

from exports.columns import ID, LAYOUTS
from exports.forms import Form, Group, Row, forms
from exports.xlsx.workbook import Edition, workbook
from notice.models import Catalog
from notice.version import data_version
from tests.conftest import BASE, Site

HEAD = 6
KINDS = ("tasks-yingji", "breakdown-counties", "selfcheck-coal-mine")


def of_kind(catalog: Catalog, name: str) -> Form:
    return next(form for form in forms(catalog) if form.name == name)


def opened(site: Site, form: Form) -> Any:
    return openpyxl.load_workbook(site.folder / "downloads" / f"{form.name}.xlsx")


def rows(book: Any) -> list[dict[str, Any]]:
    lines = book.worksheets[0].iter_rows(min_row=HEAD, values_only=True)
    titles = next(lines)
    return [dict(zip(titles, line, strict=True)) for line in lines if line[0]]


@pytest.mark.parametrize("built", ["site", "small_site"])
def test_every_task_once_and_word_for_word(built: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(built)
    made = [form for form in forms(site.catalog) if form.kind in LAYOUTS]
    assert {form.kind for form in made} == set(LAYOUTS)
    for form in made:
        found = rows(opened(site, form))
        assert [line[ID] for line in found] == [row.id for row in form.rows]
        for line, row in zip(found, form.rows, strict=True):
            for column in LAYOUTS[form.kind].columns:
                if column.given and column.given != "group":
                    assert (line[column.title] or "") == getattr(row, column.given)
                elif not column.given:
                    assert line[column.title] is None


@pytest.mark.parametrize("name", KINDS)
def test_a_sheet_as_officials_expect_it(site: Site, catalog: Catalog, name: str) -> None:
    form = of_kind(catalog, name)
    layout = LAYOUTS[form.kind]
    book = opened(site, form)
    sheet = book.worksheets[0]
    assert sheet.column_dimensions["A"].hidden
    assert not sheet.protection.sheet
    assert sheet.freeze_panes == f"E{HEAD + 1}"
    table: Table = sheet.tables["tasks"]
    last = HEAD + len(form.rows)
    assert table.ref.startswith(f"A{HEAD}:")
    assert table.ref.endswith(str(last))
    assert table.autoFilter is not None
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert sheet.print_area.endswith(f"${last + 2}")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in {None, 1}  # 1 is what is meant where nothing stands
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_setup.paperSize == 9
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert f'"{",".join(layout.states)}"' in {rule.formula1 for rule in lists}
    assert len(sheet.conditional_formatting) == 2
    fonts = {cell.font.name for line in sheet.iter_rows() for cell in line if cell.value}
    assert fonts == {"宋体", "黑体"}
    for page in book.worksheets:
        words = "".join(str(c.value) for line in page.iter_rows() for c in line if c.value)
        assert f"数据版本 {data_version(catalog)}" in words
    first = sheet.cell(HEAD + 1, 2).hyperlink
    link = f"{first.target}#{first.location}" if first.location else first.target
    number = form.rows[0].id.split("-")[1]
    assert link == f"{BASE}items/{number}/#{form.rows[0].id}"


def test_nothing_becomes_a_formula(catalog: Catalog) -> None:
    bad = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.example/"]
    made = tuple(
        Row(f"item-1-{n}", f"1-{n}", "第（一）项", *([text] * 7))
        for n, text in enumerate(bad, start=1)
    )
    form = Form("tasks", "x", bad[0], bad[1], bad[2], (Group(bad[3], bad[4], made),))
    content = workbook(form, Edition.of(BASE, "00000000", 0))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for line in book.worksheets[0].iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [line["任务"] for line in rows(book)] == bad
    assert sum(1 for cell in cells if cell.hyperlink) == len(bad) + 1  # numbers and the page


def test_same_bytes_each_time(catalog: Catalog) -> None:
    form = of_kind(catalog, "tasks-lincao")
    edition = Edition.of(BASE, data_version(catalog), 1_700_000_000)
    assert workbook(form, edition) == workbook(form, edition)
    assert edition.created == datetime(2023, 11, 14, 22, 13, 20)


def converted(folder: Path, kind: str, *paths: Path) -> list[Path]:
    """The files as LibreOffice makes them, with its own profile so that runs do not meet."""
    target = folder / kind
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [os.environ["SOFFICE"], profile, "--headless", "--convert-to", kind, "--outdir"]
    subprocess.run([*command, str(target), *map(str, paths)], check=True, capture_output=True)
    return [target / f"{path.stem}.{kind}" for path in paths]


@pytest.fixture(scope="module")
def filled(
    site: Site, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Counter[str]]]:
    """One workbook of each kind with states filled in, and what its summary must say."""
    folder = tmp_path_factory.mktemp("filled")
    expected: dict[str, Counter[str]] = {}
    for name in KINDS:
        form = of_kind(catalog, name)
        layout = LAYOUTS[form.kind]
        book = opened(site, form)
        at = [cell.value for cell in book.worksheets[0][HEAD]].index(layout.state) + 1
        words = [
            layout.states[n % len(layout.states)] if n % 4 else "" for n in range(len(form.rows))
        ]
        for number, word in enumerate(words, start=HEAD + 1):
            book.worksheets[0].cell(number, at).value = word or None
        expected[name] = Counter(word or "未填" for word in words)
        book.save(folder / f"{name}.xlsx")
    return folder, expected


@pytest.mark.slow
def test_summary_counts_what_is_filled_in(
    filled: tuple[Path, dict[str, Counter[str]]], catalog: Catalog
) -> None:
    folder, expected = filled
    made = converted(folder, "xlsx", *(folder / f"{name}.xlsx" for name in KINDS))
    for name, path in zip(KINDS, made, strict=True):
        sheet = openpyxl.load_workbook(path, data_only=True)["汇总"]
        lines = list(sheet.iter_rows(min_row=4, values_only=True))
        titles, items, total = lines[0], lines[1:-1], lines[-1]
        form = of_kind(catalog, name)
        assert len(items) == len({row.reference for row in form.rows})
        assert total[:2] == ("合计", len(form.rows))
        for column, title in enumerate(titles):
            if column > 1:
                assert total[column] == expected[name][title], (name, title)
                assert sum(line[column] for line in items) == total[column]


@pytest.mark.slow
def test_no_cell_is_clipped(site: Site, catalog: Catalog, tmp_path: Path) -> None:
    """LibreOffice finds a row's best height where its own format has none: ours is never lower."""
    loose = []
    for name in KINDS:
        book = opened(site, of_kind(catalog, name))
        for dimension in book.worksheets[0].row_dimensions.values():
            dimension.height = None
        book.save(tmp_path / f"{name}.xlsx")
        loose.append(tmp_path / f"{name}.xlsx")
    flat = converted(tmp_path, "fods", *loose)
    for path in flat:
        path.write_text(re.sub(r'style:row-height="[^"]*"', "", path.read_text("utf-8")), "utf-8")
    for name, path in zip(KINDS, converted(tmp_path, "xlsx", *flat), strict=True):
        form = of_kind(catalog, name)
        best = openpyxl.load_workbook(path).worksheets[0].row_dimensions
        ours = opened(site, form).worksheets[0].row_dimensions
        rows_ = range(HEAD, HEAD + len(form.rows) + 1)
        heights = [best[number].height for number in rows_]
        assert max(filter(None, heights)) > 25  # it did measure
        low = [n for n, h in zip(rows_, heights, strict=True) if h and ours[n].height < h - 0.5]
        assert low == [], name


def letter_height(document: Any) -> float:
    """The size of a letter on the first page, in points."""
    words = document[0].get_textpage()
    at = words.get_text_range().index("原文")
    left, _, right, _ = words.get_charbox(at, loose=True)
    return float(right - left)


@pytest.mark.slow
def test_prints_whole_on_a4(site: Site, catalog: Catalog, tmp_path: Path) -> None:
    paths = [site.folder / "downloads" / f"{name}.xlsx" for name in KINDS]
    for name, path in zip(KINDS, converted(tmp_path, "pdf", *paths), strict=True):
        form = of_kind(catalog, name)
        document = pypdfium2.PdfDocument(path)
        texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
        assert tuple(map(round, document[0].get_size())) == (842, 595)
        whole = "".join(texts)
        for row in form.rows:
            assert "".join(row.text.split()) in whole, row.id
        state = LAYOUTS[form.kind].state
        with_rows = [
            t
            for t in texts
            if LAYOUTS[form.kind].columns[1].title + LAYOUTS[form.kind].columns[2].title in t
        ]
        assert len(with_rows) >= len(texts) - 3
        assert all(state in text for text in with_rows)
        assert f"—1/{len(texts)}—" in texts[0]
        assert all(texts), "a blank page"
