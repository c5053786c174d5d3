"""Every file to take away, made once for the whole site: forms, full text, matrix, lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.lists import tables
from exports.notice_json import notice_json, notice_schema
from exports.pdf.printer import Printer, page_count
from exports.pdf.values import form_values, matrix_values, notice_values
from exports.xlsx.workbook import Edition, workbook
from forms.form import Form
from forms.registry import forms
from notice.models import Catalog
from notice.version import data_version

FOLDER = "downloads/"


@dataclass(frozen=True)
class Download:
    """A file. `form` is the form number it belongs to, `address` where it lies below the root."""

    form: str
    title: str
    label: str
    address: str
    content: bytes
    pages: int | None = None

    @property
    def kind(self) -> str:
        """What it opens with: PDF, Excel, CSV, JSON."""
        ending = self.address.rsplit(".", 1)[1]
        return {"xlsx": "Excel"}.get(ending, ending.upper())

    @property
    def size(self) -> str:
        """The size as people say it: 128 KB."""
        return f"{max(1, round(len(self.content) / 1024))} KB"


# The last ones made: a build makes the offline bundle first, then the site, of the same files.
_MADE: dict[tuple[str, str, int], tuple[Download, ...]] = {}


def lists(catalog: Catalog) -> tuple[Download, ...]:
    """The lists and the data: made in no time."""
    return tuple(_lists(catalog))


def documents(catalog: Catalog, site_url: str, timestamp: int) -> tuple[Download, ...]:
    """PDFs and workbooks: some seconds. `timestamp` is in Unix seconds.

    The same catalog, `site_url` and `timestamp` give the same bytes.
    """
    key = (data_version(catalog), site_url, timestamp)
    if key not in _MADE:
        _MADE.clear()
        _MADE[key] = tuple(_documents(catalog, site_url, timestamp))
    return _MADE[key]


def _documents(catalog: Catalog, site_url: str, timestamp: int) -> Iterator[Download]:
    printer = Printer(catalog, site_url, timestamp)
    edition = Edition.of(site_url, data_version(catalog), timestamp)
    notice = printer.set("notice", "notice/", notice_values(catalog))
    yield _pdf("notice", "通知全文", "公文版式", "notice", notice)
    sheet = printer.set("matrix", "matrix/", matrix_values(catalog))
    yield _pdf("matrix", "责任矩阵", "A3", "matrix", sheet)
    for form in forms(catalog):
        yield from _form(form, printer, edition)


def _form(form: Form, printer: Printer, edition: Edition) -> Iterator[Download]:
    made = printer.set("form", form.address, form_values(form))
    yield _pdf(form.name, form.title, "A4", form.name, made)
    if form.definition.pocket:
        made = printer.set("form", form.address, form_values(form, pocket=True))
        yield _pdf(form.name, form.title, "A5 口袋版", f"{form.name}-pocket", made)
    address = f"{FOLDER}{form.name}.xlsx"
    yield Download(form.name, form.title, "填报", address, workbook(form, edition))


def _pdf(form: str, title: str, label: str, name: str, content: bytes) -> Download:
    address = f"{FOLDER}{name}.pdf"
    return Download(form, title, label, address, content, page_count(content))


def _lists(catalog: Catalog) -> Iterator[Download]:
    for name, (title, content) in tables(catalog).items():
        yield Download(f"list-{name}", title, "列表", f"{FOLDER}{name}.csv", content)
    yield Download("data", "全部数据", "数据", "data/notice.json", notice_json(catalog))
    yield Download("data", "数据结构", "JSON Schema", "data/notice.schema.json", notice_schema())
