"""Each form says the same in every medium: what its definition says, and nothing else."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, expect

from exports.pdf.printer import Printer
from exports.pdf.values import form_values
from exports.xlsx.workbook import Edition, head_row, workbook
from forms.common import ID, WARNING
from forms.definition import Column, Field, FormDefinition, Lines
from forms.form import Form
from forms.registry import KINDS, forms
from macros.environment import environment
from macros.form_page import form_page_values
from macros.page import Page
from macros.render import render
from notice.models import Catalog
from returns.read import read_filled
from tests.conftest import BASE, Server, Site

IDS = [kind.kind for kind in KINDS]


def solid(text: str) -> str:
    return "".join(text.split())


def first(catalog: Catalog, kind: FormDefinition) -> Form:
    return next(form for form in forms(catalog) if form.definition is kind)


def labels(lines: Lines) -> list[str]:
    return [field.label for line in lines for field in line]


def heads(columns: Iterable[Column]) -> list[str]:
    return [words for column in columns for words in column.heads]


def on_page(html: Any) -> dict[str, Any]:
    def texts(path: str) -> list[str]:
        return [node.text_content().strip() for node in html.xpath(path)]

    filling = json.loads(html.xpath("string(//*[@data-form]/@data-filling)"))
    return {
        "columns": texts("//table[contains(@class,'form-table')]/thead//th"),
        "head": texts("//table[@class='form-blanks']//th"),
        "foot": texts("//table[@class='form-foot']//th"),
        "hints": texts("//*[@class='form-hint']"),
        "warning": texts("//*[@class='form-warning']"),
        "flat": [column["title"] for column in filling["columns"]],
    }


def says(form: Form) -> dict[str, Any]:
    definition = form.definition
    return {
        "columns": heads(definition.printed),
        "head": labels(definition.head),
        "foot": labels(definition.foot),
        "hints": [*form.hints],
        "warning": [WARNING],
        "flat": [column.title for column in definition.columns],
    }


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_the_page_says_what_the_definition_says(site: Site, kind: FormDefinition) -> None:
    form = first(site.catalog, kind)
    assert on_page(site.html(form.address)) == says(form)


def paper(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [solid(page.get_textpage().get_text_range()) for page in document]


def in_order(text: str, words: Iterable[str]) -> bool:
    at = 0
    for word in words:
        at = text.find(solid(word), at)
        if at < 0:
            return False
        at += len(solid(word))
    return True


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_paper_says_what_the_definition_says(site: Site, kind: FormDefinition) -> None:
    form = first(site.catalog, kind)
    files = {f"{form.name}.pdf": kind.printed}
    if kind.pocket:
        files[f"{form.name}-pocket.pdf"] = kind.pocketed
    for name, columns in files.items():
        pages = paper((site.folder / "downloads" / name).read_bytes())
        titles = solid("".join(heads(columns)))
        assert all(titles in page for page in pages), name
        assert in_order(pages[0], [form.title, WARNING, *labels(kind.head), titles])
        assert in_order(pages[-1], [*form.hints, *labels(kind.foot)])


def in_cells(lines: Iterable[Iterable[Any]], form: Form) -> None:
    """A workbook's or a CSV's cells, row by row: the form's words, each at its place."""
    rows = [[str(cell) for cell in line if cell not in {None, ""}] for line in lines]
    titles = [column.title for column in form.definition.columns]
    at = rows.index(titles)
    before = [words for line in rows[:at] for words in line]
    after = [words for line in rows[at + 1 + len(form.rows) :] for words in line]
    known = labels(form.definition.head + form.definition.foot)
    assert before[:3] == [form.title, f"依据：{form.basis}", WARNING]
    assert [words for words in before if words in known] == labels(form.definition.head)
    assert after == [*form.hints, *labels(form.definition.foot)]
    shown = [column for column in form.definition.columns if column.shows]
    for line, row in zip(rows[at + 1 :], form.rows, strict=False):
        assert line == [words for c in shown if c.shows and (words := c.shows(row))]


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_the_workbook_says_what_the_definition_says(site: Site, kind: FormDefinition) -> None:
    form = first(site.catalog, kind)
    book = openpyxl.load_workbook(site.folder / "downloads" / f"{form.name}.xlsx")
    assert book.worksheets[0].title == kind.worksheet
    in_cells(book.worksheets[0].iter_rows(values_only=True), form)


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_the_csv_says_what_the_definition_says(
    context: BrowserContext, server: Server, kind: FormDefinition
) -> None:
    form = first(server.site.catalog, kind)
    page = context.new_page()
    page.goto(server.url + form.address)
    expect(page.locator("[data-fill-bar]:not([aria-busy])")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    lines = csv.reader(io.StringIO(text, newline=""))
    # The mark that keeps a spreadsheet from taking 10-9 for a date.
    in_cells(([cell.removeprefix("'") for cell in line] for line in lines), form)


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_every_blank_of_the_page_comes_back(
    context: BrowserContext, server: Server, tmp_path: Path, kind: FormDefinition
) -> None:
    """Each blank of head and foot and each column that can be filled in, and nothing else."""
    form = first(server.site.catalog, kind)
    page = context.new_page()
    page.goto(server.url + form.address)
    expect(page.locator("[data-fill-bar]:not([aria-busy])")).to_have_count(1)
    expected = {}
    for field in kind.fields:
        if field.choices:
            page.get_by_role("button", name=f"{field.label}：{field.choices[-1]}").click()
        else:
            page.get_by_label(field.label, exact=True).fill(f"写在{field.label}")
        expected[field.label] = field.choices[-1] if field.choices else f"写在{field.label}"
    row = page.locator("tr.row").first
    typed = {}
    for column in kind.filled:
        cell = row.locator(f"td[data-field='{column.title}']")
        if column.boxes:
            cell.last.locator("button").click()
        elif column.choices:
            cell.locator("select").select_option(column.choices[-1])
        else:
            cell.locator("textarea").fill(f"填了{column.title}")
        typed[column.title] = column.choices[-1] if column.choices else f"填了{column.title}"
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 CSV").click()
    path = tmp_path / "returned.csv"
    download.value.save_as(path)
    filled = read_filled(path)
    assert filled.notes == [f"{label}：{words}" for label, words in expected.items()]
    assert filled.unit == expected[kind.unit.label]
    assert filled.findings == []
    values = filled.rows[0].values
    assert {title: values[title] for title in typed} == typed


@pytest.mark.parametrize("kind", KINDS, ids=IDS)
def test_a_column_and_a_blank_are_added_in_one_place(
    catalog: Catalog, tmp_path: Path, kind: FormDefinition
) -> None:
    column = Column("整改期限", fill="date", paper=14, pocket=14, sheet=10)
    added = replace(
        kind, columns=(*kind.columns, column), foot=(*kind.foot, (Field("见证人（签字）"),))
    )
    form = replace(first(catalog, kind), definition=added)
    context = form_page_values(form)
    page = Page(form.address, "forms/form.md.jinja", form.title, context=context)
    html = lxml.html.fromstring(render(environment(catalog), page))
    assert on_page(html) == says(form)
    assert "整改期限" in on_page(html)["columns"]
    printer = Printer(catalog, BASE, 0)
    for pocket in (False, True)[: 1 + kind.pocket]:
        pages = paper(printer.set("form", form.address, form_values(form, pocket=pocket)))
        assert all("整改期限" in words for words in pages)
        assert "见证人（签字）" in pages[-1]
    path = tmp_path / "form.xlsx"
    path.write_bytes(workbook(form, Edition.of(BASE, "00000000", 0)))
    book = openpyxl.load_workbook(path)
    in_cells(book.worksheets[0].iter_rows(values_only=True), form)
    sheet: Any = book.worksheets[0]
    sheet.cell(head_row(added) + 2, len(added.columns)).value = "2024-06-30"
    book.save(path)
    assert read_filled(path).rows[0].values["整改期限"] == "2024-06-30"


def test_widths_leave_room_for_the_words() -> None:
    """On A4 and A5 what has no width of its own gets at least 30 mm."""
    for kind in KINDS:
        sheets = [(kind.printed, 277 if kind.landscape else 186, "paper")]
        sheets += [(kind.pocketed, 132, "pocket")] if kind.pocket else []
        for columns, usable, medium in sheets:
            taken = sum(getattr(c, medium) * len(c.heads) for c in columns)
            left = [c for c in columns if not getattr(c, medium)]
            assert left, (kind.kind, medium)
            assert (usable - taken) / len(left) >= 30, (kind.kind, medium)


def test_what_the_forms_rest_on_is_given_everywhere() -> None:
    """Matching needs the id, links the number, screen readers the name; states fit the choices."""
    for kind in KINDS:
        assert kind.columns[0] is ID
        assert [column.role for column in kind.columns].count("number") == 1
        assert [column.role for column in kind.columns].count("name") == 1
        state = next(column for column in kind.columns if column.title == kind.state)
        assert state.choices == tuple(kind.states)
        titles = [column.title for column in kind.columns]
        names = [*titles, *(field.label for field in kind.fields)]
        assert len(names) == len(set(names))
        assert not kind.due or kind.due in titles
        assert not set(kind.formerly) & set(names)
