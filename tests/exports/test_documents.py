"""The PDFs: every task once and word for word, one page where one is promised, codes that lead."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest
import typst
import zxingcpp

from exports.downloads import lists
from exports.pdf.printer import Printer
from exports.pdf.values import form_values, matrix_values
from forms.common import asked_authority, asked_enterprise, item_title, label, responsibility
from forms.common import text as text_of
from forms.definition import Column, Row
from forms.form import Form
from forms.law import mark as law_mark
from forms.registry import forms
from notice import matrix
from notice.document import end, front
from notice.ids import short
from notice.models import Catalog
from notice.version import data_version
from notice.wording import bracket, clause_words, item_text, task_name
from tests.conftest import BASE, Site

A4, A4_ACROSS, A3_ACROSS, A5 = (595, 842), (842, 595), (1191, 842), (420, 595)


def solid(text: str) -> str:
    return "".join(text.split())


@cache
def pages(path: Path) -> tuple[str, ...]:
    """The words of each page, white space removed."""
    document = pypdfium2.PdfDocument(path)
    return tuple(solid(page.get_textpage().get_text_range()) for page in document)


def paper(path: Path) -> tuple[int, int]:
    page: Any = pypdfium2.PdfDocument(path)[0]
    width, height = page.get_size()
    return round(width), round(height)


def pdf(site: Site, name: str) -> Path:
    return site.folder / "downloads" / f"{name}.pdf"


def expected(form: Form) -> list[str]:
    """Each row as its cells follow one another on paper, with what the law says in them."""
    return [
        solid("".join(cell(c, row) for c in form.definition.printed if c.shows))
        for row in form.rows
    ]


def cell(column: Column, row: Row) -> str:
    below = "".join(line.words for line in column.lines_below(row))
    words = column.shows(row) if column.shows else ""
    return f"{words}{law_mark(row) if column.role == 'number' else ''}{below}"


@pytest.mark.parametrize("built", ["site", "small_site"])
def test_every_task_once_and_word_for_word(built: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(built)
    made = forms(site.catalog)
    assert len(made) >= 4
    for form in made:
        sheets = pages(pdf(site, form.name))
        whole = "".join(sheets)
        rows = expected(form)
        assert rows
        for words in rows:
            assert whole.count(words) == 1, (form.name, words)
        assert solid(form.title) in sheets[0]
        assert paper(pdf(site, form.name)) == (A4_ACROSS if form.definition.landscape else A4)
        for number, words in enumerate(sheets, start=1):
            assert f"—{number}/{len(sheets)}—" in words
            assert f"数据版本{data_version(site.catalog)}" in words
            assert f"表号{form.name}" in words


def test_heads_are_repeated_and_nobody_signs_a_page_without_rows(site: Site) -> None:
    for name, head in (
        ("inspection-coal-mine", "检查内容和方法"),
        ("selfcheck-coal-mine", "整改措施"),
        ("tasks-yingji", "责任单位（原文）"),
        ("breakdown-counties", "具体措施（原文）"),
    ):
        sheets = pages(pdf(site, name))
        assert len(sheets) > 2
        assert all(head in words for words in sheets), name
        assert all(len(words) > 100 for words in sheets), name


def test_pocket_form_has_every_question(site: Site) -> None:
    form = next(f for f in forms(site.catalog) if f.name == "inspection-coal-mine")
    path = pdf(site, "inspection-coal-mine-pocket")
    assert paper(path) == A5
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    for row in form.rows:
        asked = solid(asked_enterprise(row).partition("\n")[0])
        assert f"{row.position}{short(row.id)}{law_mark(row)}{asked}" in solid(text)


def test_signatures_stand_together(site: Site) -> None:
    for sector in ("coal-mine", "gas", "fire"):
        last = pages(pdf(site, f"inspection-{sector}"))[-1]
        for words in ("结论", "执法证号", "被检查单位负责人（签字）", "复查人（签字）", "复查日期"):
            assert words in last
        last = pages(pdf(site, f"selfcheck-{sector}"))[-1]
        for words in ("主要负责人（签字）", "安全总监", "已向职工报告", "企业盖章"):
            assert words in last


def test_the_code_leads_to_the_page(site: Site) -> None:
    made = {form.name: form.address for form in forms(site.catalog)}
    made |= {
        "matrix": "matrix/",
        "notice": "notice/",
        "inspection-gas-pocket": made["inspection-gas"],
    }
    for name in ("inspection-gas", "inspection-gas-pocket", "selfcheck-fire", "tasks-lincao",
                 "breakdown-counties", "matrix", "notice"):  # fmt: skip
        document = pypdfium2.PdfDocument(pdf(site, name))
        at = len(document) - 1 if name == "notice" else 0
        picture = document[at].render(scale=2.5).to_pil()
        read = [code.text for code in zxingcpp.read_barcodes(picture)]
        assert read == [BASE + made[name]], name
        assert BASE + made[name] in pages(pdf(site, name))[at]
        assert (site.folder / made[name] / "index.html").is_file()


def test_matrix_is_one_a3_sheet_with_every_mark(site: Site) -> None:
    path = pdf(site, "matrix")
    (words,) = pages(path)
    assert paper(path) == A3_ACROSS
    table = matrix.parties_by_items(site.catalog)
    values = matrix_values(site.catalog)
    legend_and_totals = 2
    for mark in matrix.marks_used(site.catalog):
        sign = matrix.MARKS[mark][0]
        count = sum(c is not None and c.mark == mark for row in table.rows for c in row.cells)
        assert count
        assert words.count(sign) == count + legend_and_totals, mark
    assert matrix.MARKS["support"][0] not in words  # the notice names nobody as support
    for section in values["sections"]:
        assert section["title"] in words
    for party in table.parties:
        assert party.short_name in words


def test_full_text_word_for_word_in_the_official_form(site: Site) -> None:
    path = pdf(site, "notice")
    sheets = pages(path)
    assert paper(path) == A4
    whole = "".join(
        re.sub(rf"—{number}—$", "", words) for number, words in enumerate(sheets, start=1)
    )
    notice = site.catalog.notice
    for words in (notice.title, *(line for _, line, _ in (*front(notice), *end(notice)))):
        assert solid(words) in whole
    for item in site.catalog.items:
        assert solid(item.title + item_text(item)) in whole.replace(
            f"{item.title}。{item_text(item)[:4]}", f"{item.title}{item_text(item)[:4]}"
        )
    document = pypdfium2.PdfDocument(path)
    lines = document[1].get_textpage().get_text_range().splitlines()
    assert len(lines) == 22 + 1  # and the page number
    assert max(len(solid(line)) for line in lines) <= 30  # a figure is half as wide
    assert sum(len(solid(line)) in {27, 28, 29} for line in lines) > 11


def test_tagged_titled_and_in_chinese(site: Site) -> None:
    for name in ("inspection-gas", "tasks-yingji", "matrix", "notice"):
        content = pdf(site, name).read_bytes()
        document = pypdfium2.PdfDocument(content)
        assert pypdfium2.raw.FPDFCatalog_IsTagged(document.raw)
        assert document.get_metadata_value("Title")
        assert b"/Lang(zh" in content or b"/Lang (zh" in content
        assert b"pdfuaid" in content


def test_a_character_without_a_glyph_is_refused(catalog: Catalog) -> None:
    printer = Printer(catalog, BASE, 0)
    form = next(f for f in forms(catalog) if f.name == "inspection-gas")
    good = form_values(form)
    assert printer.set("form", form.address, good).startswith(b"%PDF")
    with pytest.raises(typst.TypstError):
        printer.set("form", form.address, {**good, "title": "\U0001f600"})


def test_lists_open_in_excel(site: Site, catalog: Catalog) -> None:
    made = lists(catalog)
    assert len([d for d in made if d.address.endswith(".csv")]) == 8
    for download in made:
        content = (site.folder / download.address).read_bytes()
        assert content == download.content
        if download.address.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf")
    tasks = io.StringIO((site.folder / "downloads/tasks.csv").read_text("utf-8-sig"))
    assert sum(1 for _ in tasks) == 1 + sum(
        len(clause.tasks) for item in catalog.items for clause in item.clauses
    )


def test_rows_say_what_the_catalog_says(catalog: Catalog) -> None:
    """The other tests compare paper with the rows; this one the rows with the data."""
    known = {
        task.id: (
            item.title,
            task_name(task),
            *(
                f"{side.question}\n{side.method}" if side else ""
                for side in (task.sides.get("enterprise"), task.sides.get("authority"))
            ),
        )
        for item in catalog.items
        for clause in item.clauses
        for task in clause.tasks
    }
    brackets = {
        task.id: bracket(clause.responsible)
        for item in catalog.items
        for clause in item.clauses
        for task in clause.tasks
    }
    words = {
        task.id: clause_words(clause)
        for item in catalog.items
        for clause in item.clauses
        for task in clause.tasks
    }
    for form in forms(catalog):
        for row in form.rows:
            asked = (asked_enterprise(row), asked_authority(row))
            assert (item_title(row).split("·")[0], label(row), *asked) == known[row.id]
            task = row.task.task
            assert text_of(row) == task.text or f"【{task.text}】" in text_of(row)
            assert text_of(row).replace("【", "").replace("】", "") in words[row.id]
            assert responsibility(row) == brackets[row.id]
    breakdown = next(form for form in forms(catalog) if form.kind == "breakdown")
    assert [row.id for row in breakdown.rows] == list(known)
