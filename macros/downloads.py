"""The files to take away, as pages list them. They are made elsewhere and only named here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from forms.registry import kinds
from notice.models import Catalog


class File(Protocol):
    """A file to take away: the form it belongs to, and what a reader wants to know beforehand."""

    @property
    def form(self) -> str:
        """The form number it belongs to."""

    @property
    def title(self) -> str:
        """What it is."""

    @property
    def label(self) -> str:
        """Which of the form's files it is: A4, 填报."""

    @property
    def address(self) -> str:
        """Where it lies below the root."""

    @property
    def pages(self) -> int | None:
        """How many pages, where it has any."""

    @property
    def kind(self) -> str:
        """What it opens with."""

    @property
    def size(self) -> str:
        """Its size in words."""


Files = dict[str, list[File]]


def by_form(files: Iterable[File]) -> Files:
    """The files of each form number, in order."""
    found: Files = {}
    for file in files:
        found.setdefault(file.form, []).append(file)
    return found


def parts(catalog: Catalog, files: Files) -> dict[str, list[list[File]]]:
    """The downloads page: under each heading the files of each form; empty headings left out."""
    headings = (
        ("通知和矩阵", ("notice", "matrix")),
        *((kind.heading, (f"{kind.kind}-",)) for kind in kinds(catalog)),
        ("列表和数据", ("list-", "data")),
        ("离线使用", ("offline",)),
    )
    found = {
        title: [group for form, group in files.items() if form.startswith(beginnings)]
        for title, beginnings in headings
    }
    return {title: groups for title, groups in found.items() if groups}
