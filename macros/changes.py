"""The report on two catalogs as Markdown, for a terminal and for a pull request's summary."""

from __future__ import annotations

from macros.environment import environment
from notice.models import Catalog
from notice.record.changes import (
    by_kind,
    by_party,
    by_sector,
    classification,
    diff_catalogs,
    sector_names,
)
from notice.version import data_version


def report(base: Catalog, head: Catalog) -> str:
    """What changed from `base` to `head`; every character of the data is told as it is."""
    changes = diff_catalogs(base, head)
    names = sector_names(base) | sector_names(head)
    return (
        environment(head)
        .get_template("changes/summary.md.jinja")
        .render(
            changes=changes,
            by_kind=by_kind,
            classification=lambda entry: classification(entry, names),
            before=data_version(base),
            after=data_version(head),
            parties=by_party(changes, head),
            sectors=by_sector(changes, head),
        )
    )
