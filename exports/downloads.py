"""Every file to take away, made once for the whole site: forms, full text, matrix, lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, zip_longest
from multiprocessing import get_context

from exports.lists import tables
from exports.notice_json import notice_json, notice_schema
from exports.pdf.printer import Printer, page_count
from exports.pdf.values import form_values, matrix_values, notice_values
from exports.processes import begin_worker
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


Make = Callable[[Printer, Edition], bytes]
Planned = tuple[Download, Make]  # a file with nothing in it yet, and how it is made


def lists(catalog: Catalog) -> tuple[Download, ...]:
    """The lists and the data: made in no time."""
    return tuple(_lists(catalog))


def planned(catalog: Catalog) -> tuple[Download, ...]:
    """The PDFs and workbooks with nothing in them: for those who need only their addresses."""
    return tuple(download for unit in _units(catalog) for download, _ in unit)


def documents(
    catalog: Catalog, site_url: str, timestamp: int, processes: int = 1
) -> tuple[Download, ...]:
    """PDFs and workbooks: some seconds, divided among `processes`. `timestamp` is in Unix seconds.

    The same catalog, `site_url` and `timestamp` give the same bytes.
    """
    make = partial(_share, catalog, site_url, timestamp, processes)
    if processes == 1:
        return tuple(download for unit in make(0) for download in unit)
    # Not threads: typst keeps the interpreter's lock. Not forked: it has threads of its own, which
    # a forked process would wait for in vain.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), begin_worker)
    try:
        shares = [*pool.map(make, range(processes))]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    in_order = zip_longest(*shares, fillvalue=())
    return tuple(download for units in in_order for unit in units for download in unit)


def _share(
    catalog: Catalog, site_url: str, timestamp: int, processes: int, first: int
) -> list[list[Download]]:
    """Every `processes`-th unit of documents, beginning with one of them."""
    printer = Printer(catalog, site_url, timestamp)
    edition = Edition.of(site_url, data_version(catalog), timestamp)
    return [
        [_filled(download, make(printer, edition)) for download, make in unit]
        for unit in islice(_units(catalog), first, None, processes)
    ]


def _filled(download: Download, content: bytes) -> Download:
    pages = page_count(content) if download.kind == "PDF" else None
    return replace(download, content=content, pages=pages)


def _units(catalog: Catalog) -> Iterator[list[Planned]]:
    """The documents in order, those of one form together."""
    yield [
        (
            _document("notice", "通知全文", "公文版式", "notice.pdf"),
            lambda printer, _: printer.set("notice", "notice/", notice_values(catalog)),
        )
    ]
    yield [
        (
            _document("matrix", "责任矩阵", "A3", "matrix.pdf"),
            lambda printer, _: printer.set("matrix", "matrix/", matrix_values(catalog)),
        )
    ]
    for form in forms(catalog):
        yield [*_form(form)]


def _form(form: Form) -> Iterator[Planned]:
    yield (
        _document(form.name, form.title, "A4", f"{form.name}.pdf"),
        lambda printer, _: printer.set("form", form.address, form_values(form)),
    )
    if form.definition.pocket:
        yield (
            _document(form.name, form.title, "A5 口袋版", f"{form.name}-pocket.pdf"),
            lambda printer, _: printer.set("form", form.address, form_values(form, pocket=True)),
        )
    yield (
        _document(form.name, form.title, "填报", f"{form.name}.xlsx"),
        lambda _, edition: workbook(form, edition),
    )


def _document(form: str, title: str, label: str, name: str) -> Download:
    return Download(form, title, label, f"{FOLDER}{name}", b"")


def _lists(catalog: Catalog) -> Iterator[Download]:
    for name, (title, content) in tables(catalog).items():
        yield Download(f"list-{name}", title, "列表", f"{FOLDER}{name}.csv", content)
    yield Download("data", "全部数据", "数据", "data/notice.json", notice_json(catalog))
    yield Download("data", "数据结构", "JSON Schema", "data/notice.schema.json", notice_schema())
