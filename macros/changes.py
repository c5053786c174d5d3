"""What changed, in words: for the page /changes/, a terminal and a pull request's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.environment import environment
from notice import ids
from notice.models import Catalog
from notice.record.changes import (
    by_kind,
    by_party,
    by_sector,
    diff_catalogs,
    marked,
    party_names,
    sector_names,
)
from notice.record.models import TaskChange, TaskState
from notice.version import data_version

WORDS = "原文"
Runs = tuple[tuple[str, str], ...]


def report(base: Catalog, head: Catalog) -> str:
    """What changed from `base` to `head`, in Markdown.

    The changes are the same HTML list as on the page: GitHub shows <del> and <ins>, which Markdown
    has no sign for, and a terminal has one fact a line with few tags. Tables are Markdown's, which
    read as tables in both.
    """
    changes = diff_catalogs(base, head)
    return (
        environment(head)
        .get_template("changes/summary.md.jinja")
        .render(
            CHANGE_WORDS,
            to=None,  # no site here to link to
            changes=changes,
            before=data_version(base),
            after=data_version(head),
            parties=by_party(changes, party_names(head, base)),
            sectors=by_sector(changes, sector_names(head, base)),
        )
    )


def lines(change: TaskChange) -> Iterator[tuple[str, Runs]]:
    """The facts to print of a change, each with its name and the runs of its words.

    The notice's words always, so that a reader knows what it is about; of a task that was changed
    otherwise only what is different, of one that was added or removed all there is.
    """
    before, after = change.before, change.after
    if before and after:
        if before.id != after.id:
            yield "编号", _plain(f"{ids.short(before.id)} → {ids.short(after.id)}")
        if before.reference != after.reference:
            yield "位置", _plain(f"{before.reference} → {after.reference}")
    old, new = _facts(before), _facts(after)
    for title in new | old:
        was, now = old.get(title, ""), new.get(title, "")
        if before is None or after is None:
            yield title, _plain(now or was)
        elif was != now or title == WORDS:
            yield title, tuple((kind, one_line(run)) for kind, run in marked(was, now))


def _facts(state: TaskState | None) -> dict[str, str]:
    if state is None:
        return {}
    ours = {f"{title}（编写组）": words for title, words in state.editorial.items()}
    return {WORDS: state.text, "责任": state.responsibility, **ours}


def one_line(text: str) -> str:
    """Text in which a line break is shown: a real one could end the list or table it is in."""
    return re.sub(r"\r\n?|\n", "↵", text)


def _plain(text: str) -> Runs:
    return (("same", one_line(text)),)


# What the templates that print changes are given.
CHANGE_WORDS = {"by_kind": by_kind, "lines": lines, "one_line": one_line, "short": ids.short}
