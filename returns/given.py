"""What the blank form has outside its table, so that the rest of a returned file is somebody's."""

from __future__ import annotations

import re
from datetime import datetime

from exports.xlsx.workbook import Edition, workbook
from forms.common import FORMER_WARNINGS, item_heading
from forms.form import Form
from forms.registry import forms
from notice.head import Notice
from notice.models import Catalog
from returns.filled import Filled, Stray
from returns.xlsx import read_xlsx

# What differs from one version and address of the site to the next.
CHANGING = re.compile(r"数据版本 ?[0-9a-f]{8}|共 [0-9]+ 项|网页：[!-~]*")


class Given:
    """The words of every blank form of a catalog, read as a returned file is read."""

    def __init__(self, catalog: Catalog) -> None:
        self._forms = {form.name: form for form in forms(catalog)}
        self._titles = {_same(item_heading(row)) for form in forms(catalog) for row in form.rows}
        self._basis = _basis_of(catalog.notice)
        self._known: dict[str, frozenset[str]] = {}

    def others(self, filled: Filled) -> list[Stray]:
        """The strays of a file that its blank form does not have."""
        form = self._forms.get(filled.form)
        if form is None:  # no longer in the data: held against another one of its kind
            kind = filled.definition
            form = next((other for other in self._forms.values() if other.definition is kind), None)
        known = self._words(form) if form else frozenset()
        return [
            stray
            for stray in filled.strays
            if not all(self._basis.fullmatch(cell) or _same(cell) in known for cell in stray.cells)
        ]

    def _words(self, form: Form) -> frozenset[str]:
        if form.name not in self._known:
            edition = Edition("http://localhost/", "00000000", datetime(2000, 1, 1))
            book = read_xlsx(workbook(form, edition))
            rows = (row for sheet in book.sheets for row in sheet.rows.values())
            cells = (value for row in rows for value in row.values())
            margins = (words for sheet in book.sheets for words in sheet.margins)
            words = {_same(str(cell)) for cell in (*cells, *margins, *FORMER_WARNINGS)}
            self._known[form.name] = frozenset(words | self._titles | {""})
        return self._known[form.name]


def _basis_of(notice: Notice) -> re.Pattern[str]:
    """The line of a form that names the notice and its items, whichever these were."""
    said = re.escape(f"{notice.number}《{notice.title}》")
    # Since when the form also names a later notice, it does so behind a comma.
    later = notice.superseded_by
    also = re.escape(f"，后来另有{later.number}（{later.year}年度）") if later else ""
    items = "[（）一二三四五六七八九十百、至]+"
    return re.compile(rf"依据：{said}第{items}项（{notice.year}年度）(?:{also})?")


def _same(words: str) -> str:
    """A text without what changes from site to site, and without white space."""
    return "".join(CHANGING.sub("", words).split())
