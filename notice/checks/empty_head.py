"""A head or an end written as having no line, beside the fields that say what its lines are."""

from __future__ import annotations

from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source

FIELDS = {"front": ("addressees", "preamble"), "end": ("release",)}


def without_empty(catalog: Catalog, source: Source) -> tuple[Catalog, list[Problem]]:
    """The catalog as if such an empty list were not written, and the problem with each.

    Every line would be told as missing otherwise, and all that is quoted from it.
    """
    notice, problems = catalog.notice, []
    for lines, fields in FIELDS.items():
        written = [field for field in fields if getattr(notice, field)]
        if getattr(notice, lines) == () and written:
            message = f"{lines} 是空的，{'、'.join(written)} 却写着。"
            hint = f"删去 {lines}；来文没有这几行的，删去 {'、'.join(written)}"
            problems.append(source.problem(("notice", lines), message, hint, key=True))
            notice = notice.model_copy(update={lines: None})
    return catalog.model_copy(update={"notice": notice}) if problems else catalog, problems
