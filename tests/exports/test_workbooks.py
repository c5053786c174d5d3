"""The workbooks: opened, filled in, recalculated and printed as their readers would."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

from exports.xlsx.workbook import Edition, head_row, workbook
from forms.common import ID, WARNING
from forms.definition import Group, Subject
from forms.form import Form
from forms.registry import KINDS as DEFINITIONS
from forms.registry import forms
from forms.tasks import TASKS
from notice.models import Catalog, Side
from notice.resolved import ResolvedTask
from notice.version import data_version
from tests.conftest import BASE, Site, form_of

KINDS = ("tasks-yingji", "breakdown-counties", "selfcheck-coal-mine", "inspection-coal-mine")
EDGES = ("inspection-coal-mine", "selfcheck-gas", "supervision-coal-mine", "tasks-zhujian")


def opened(site: Site, form: Form) -> Any:
    return openpyxl.load_workbook(site.folder / "downloads" / f"{form.name}.xlsx")


def rows(book: Any) -> list[dict[str, Any]]:
    lines = book.worksheets[0].iter_rows(values_only=True)
    titles = next(line for line in lines if line[0])
    return [dict(zip(titles, line, strict=True)) for line in lines if line[0]]


@pytest.mark.parametrize("built", ["site", "small_site"])
@pytest.mark.slow
def test_every_task_once_and_word_for_word(built: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(built)
    made = forms(site.catalog)
    assert {form.definition for form in made} == set(DEFINITIONS)
    for form in made:
        found = rows(opened(site, form))
        assert [line[ID.title] for line in found] == [row.id for row in form.rows]
        for line, row in zip(found, form.rows, strict=True):
            for column in form.definition.columns:
                shown = column.shows(row) if column.shows else ""
                assert (line[column.title] or "") == shown


@pytest.mark.parametrize("name", KINDS)
def test_a_sheet_as_officials_expect_it(site: Site, catalog: Catalog, name: str) -> None:
    form = form_of(catalog, name)
    definition, head = form.definition, head_row(form.definition) + 1
    book = opened(site, form)
    sheet = book.worksheets[0]
    assert sheet.column_dimensions["A"].hidden
    assert not sheet.protection.sheet
    named = next(
        cell for cell in sheet[head] if cell.value in {"任务", "重点任务", "自查事项", "检查事项"}
    )
    frozen = get_column_letter(named.column + 1)
    assert sheet.freeze_panes == f"{frozen}{head + 1}"
    table: Table = sheet.tables["tasks"]
    last = head + len(form.rows)
    assert table.ref.startswith(f"A{head}:")
    assert table.ref.endswith(str(last))
    assert table.autoFilter is not None
    assert sheet.print_title_rows == f"${head}:${head}"
    below = 2 + len(form.hints) + len(definition.foot)
    assert sheet.print_area.endswith(f"${last + below - 1}")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in {None, 1}  # 1 is what is meant where nothing stands
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_setup.paperSize == 9
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert f'"{",".join(definition.states)}"' in {rule.formula1 for rule in lists}
    assert len(sheet.conditional_formatting) == 1 + bool(definition.due)
    fonts = {cell.font.name for line in sheet.iter_rows() for cell in line if cell.value}
    assert fonts == {"宋体", "黑体"}
    for page in book.worksheets:
        words = "".join(str(c.value) for line in page.iter_rows() for c in line if c.value)
        assert f"数据版本 {data_version(catalog)}" in words
    number_at = [column.role for column in definition.columns].index("number") + 1
    first = sheet.cell(head + 1, number_at).hyperlink
    link = f"{first.target}#{first.location}" if first.location else first.target
    number = form.rows[0].task.item.number
    assert link == f"{BASE}items/{number}/#{form.rows[0].id}"


def converted(office: str, folder: Path, kind: str, *paths: Path) -> list[Path]:
    """The files as LibreOffice makes them, with its own profile so that runs do not meet."""
    target = folder / kind
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir"]
    subprocess.run([*command, str(target), *map(str, paths)], check=True, capture_output=True)
    return [target / f"{path.stem}.{kind}" for path in paths]


@pytest.fixture(scope="module")
def printed(site: Site, office: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Workbooks as LibreOffice prints them; most of the time is its start."""
    names = sorted({*KINDS, *EDGES})
    paths = [site.folder / "downloads" / f"{name}.xlsx" for name in names]
    made = converted(office, tmp_path_factory.mktemp("printed"), "pdf", *paths)
    return dict(zip(names, made, strict=True))


def test_no_line_runs_over_the_edge(printed: dict[str, Path], catalog: Catalog) -> None:
    """What stands above and below the table is seen to its last character on paper."""
    for name in EDGES:
        pages = [
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed[name])
        ]
        whole = "".join("".join(pages).split())
        form = form_of(catalog, name)
        for words in (form.basis, WARNING, *form.hints):
            assert "".join(words.split()) in whole, (name, words)


def with_words(task: ResolvedTask, text: str) -> ResolvedTask:
    side = Side.model_construct(question=text, method=text)
    sides = {"label": text, "enterprise": side, "authority": side}
    assert task.task.editorial
    editorial = task.task.editorial.model_copy(update=sides)
    changed = task.task.model_copy(update={"text": text, "editorial": editorial})
    clause = task.owner.clause.model_copy(update={"tasks": (changed,)})
    return replace(task, task=changed, owner=replace(task.owner, clause=clause))


def test_nothing_becomes_a_formula(catalog: Catalog) -> None:
    bad = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.example/"]
    rows_ = form_of(catalog, "tasks-yingji").rows[: len(bad)]
    tasks = tuple(with_words(row.task, text) for row, text in zip(rows_, bad, strict=True))
    subject = Subject("x", bad[1], "", (Group(bad[3], bad[4], tasks),))
    notice = catalog.notice.model_copy(update={"title": bad[2]})
    form = Form(
        replace(TASKS, title=bad[0]), subject, catalog.model_copy(update={"notice": notice})
    )
    content = workbook(form, Edition.of(BASE, "00000000", 0))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for line in book.worksheets[0].iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [line["任务"] for line in rows(book)] == bad
    assert sum(1 for cell in cells if cell.hyperlink) == len(bad) + 1  # numbers and the page


def test_same_bytes_each_time(catalog: Catalog) -> None:
    form = form_of(catalog, "tasks-lincao")
    edition = Edition.of(BASE, data_version(catalog), 1_700_000_000)
    assert workbook(form, edition) == workbook(form, edition)
    assert edition.created == datetime(2023, 11, 14, 22, 13, 20)


@pytest.fixture(scope="module")
def filled(
    site: Site, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Counter[str]]]:
    """One workbook of each kind with states filled in, and what its summary must say."""
    folder = tmp_path_factory.mktemp("filled")
    expected: dict[str, Counter[str]] = {}
    for name in KINDS:
        form = form_of(catalog, name)
        states = tuple(form.definition.states)
        book = opened(site, form)
        head = head_row(form.definition) + 1
        at = [cell.value for cell in book.worksheets[0][head]].index(form.definition.state) + 1
        words = [states[n % len(states)] if n % 4 else "" for n in range(len(form.rows))]
        for number, word in enumerate(words, start=head + 1):
            book.worksheets[0].cell(number, at).value = word or None
        expected[name] = Counter(word or "未填" for word in words)
        book.save(folder / f"{name}.xlsx")
    return folder, expected


@pytest.mark.slow
def test_summary_counts_what_is_filled_in(
    filled: tuple[Path, dict[str, Counter[str]]], catalog: Catalog, office: str
) -> None:
    folder, expected = filled
    made = converted(office, folder, "xlsx", *(folder / f"{name}.xlsx" for name in KINDS))
    for name, path in zip(KINDS, made, strict=True):
        sheet = openpyxl.load_workbook(path, data_only=True)["汇总"]
        lines = list(sheet.iter_rows(min_row=4, values_only=True))
        titles, items, total = lines[0], lines[1:-1], lines[-1]
        form = form_of(catalog, name)
        assert len(items) == len({row.task.item for row in form.rows})
        assert total[:2] == ("合计", len(form.rows))
        for column, title in enumerate(titles):
            if column > 1:
                assert total[column] == expected[name][title], (name, title)
                assert sum(line[column] for line in items) == total[column]


@pytest.mark.slow
def test_no_cell_is_clipped(site: Site, catalog: Catalog, office: str, tmp_path: Path) -> None:
    """LibreOffice finds a row's best height where its own format has none: ours is never lower."""
    loose = []
    for name in KINDS:
        book = opened(site, form_of(catalog, name))
        for dimension in book.worksheets[0].row_dimensions.values():
            dimension.height = None
        book.save(tmp_path / f"{name}.xlsx")
        loose.append(tmp_path / f"{name}.xlsx")
    flat = converted(office, tmp_path, "fods", *loose)
    for path in flat:
        path.write_text(re.sub(r'style:row-height="[^"]*"', "", path.read_text("utf-8")), "utf-8")
    for name, path in zip(KINDS, converted(office, tmp_path, "xlsx", *flat), strict=True):
        form = form_of(catalog, name)
        best = openpyxl.load_workbook(path).worksheets[0].row_dimensions
        ours = opened(site, form).worksheets[0].row_dimensions
        head = head_row(form.definition) + 1
        rows_ = range(head, head + len(form.rows) + 1)
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
def test_prints_whole_on_a4(printed: dict[str, Path], catalog: Catalog) -> None:
    for name in KINDS:
        form = form_of(catalog, name)
        document = pypdfium2.PdfDocument(printed[name])
        texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
        assert tuple(map(round, document[0].get_size())) == (842, 595)
        whole = "".join(texts)
        for row in form.rows:
            assert "".join(row.task.task.text.split()) in whole, row.id
        state = form.definition.state
        first = "".join(column.title for column in form.definition.columns[1:3])
        with_rows = [text for text in texts if first in text]
        assert len(with_rows) >= len(texts) - 3
        assert all(state in text for text in with_rows)
        assert f"—1/{len(texts)}—" in texts[0]
        assert all(texts), "a blank page"
