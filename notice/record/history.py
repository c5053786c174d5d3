"""The recorded revisions of the data: reading them, adding one, and whom each concerns."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notice.models import Catalog, Department
from notice.problems import DataError, Problem, shown
from notice.reading.files import MISSING, contents
from notice.reading.lines import conflicts
from notice.record import published
from notice.record.changes import diff_catalogs
from notice.record.models import History, Revision
from notice.version import data_version

FILE = "history.json"
HINT = "用 Git 恢复原样；这个文件只由 python3 scripts/changes.py 写入，不要手改"


def read_history(data: Path, problems: list[Problem]) -> History | None:
    """The history of a data folder, if it has one. What is wrong is added to `problems`."""
    path = data / FILE
    name = shown(path, data.parent)
    found = contents(path, name)
    if isinstance(found, Problem):
        if found.message != MISSING:
            problems.append(replace(found, hint=HINT))
        return None
    try:
        return History.model_validate_json(found)
    except ValidationError:
        text = found.decode("utf-8", "replace")
        problems += list(conflicts(name, text)) or [_unreadable(name, text)]
        return None


def _unreadable(name: str, text: str) -> Problem:
    """Where a history is no JSON; of what does not follow on, or is no history, only that."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        if text:
            line = text.split("\n")[error.lineno - 1]
            message = "变更记录从这里起读不通。"
            return Problem(name, error.lineno, error.colno, message, hint=HINT, source=line)
    except (ValueError, RecursionError):  # a number too long to be one, lists within lists
        pass
    return Problem(name, 0, 0, "变更记录读不通，或者前后不相接。", hint=HINT)


def refuse_half_a_record(data: Path, history: History | None) -> None:
    """Raise DataError where one of the record and the list of addresses is gone or unreadable."""
    listed = bool(published.read_published(data))
    name, other = (shown(data / file, data.parent) for file in (FILE, published.FILE))
    if listed and history is None:
        raise DataError([Problem(name, 0, 0, "变更记录不见了，网址名单却还在。", hint=HINT)])
    if history and not listed:
        message = "网址名单不见了或是空的，变更记录却还在。"
        raise DataError([Problem(other, 0, 0, message, hint=published.HINT)])


def with_revision(base: Catalog, head: Catalog, day: date, reason: str) -> History | None:
    """The history of `head` with what changed since `base`; None where the data is the same.

    Raises:
        ValueError: `base` is not where the history ends; holds the version where it does.
    """
    before, after = data_version(base), data_version(head)
    history = head.history or History(since=before, revisions=())
    if history.latest != before:
        raise ValueError(history.latest)
    if before == after:
        return None
    revision = Revision(
        date=day, before=before, after=after, reason=reason, changes=diff_catalogs(base, head)
    )
    return History(since=history.since, revisions=(*history.revisions, revision))


def write_history(data: Path, history: History) -> None:
    """Write the file that `read_history` reads."""
    text = history.model_dump_json(indent=1)
    (data / FILE).write_text(text + "\n", "utf-8", newline="\n")


def concerned(catalog: Catalog) -> tuple[Department, ...]:
    """The responsible parties that a recorded change has concerned, in the order of the list."""
    revisions = catalog.history.revisions if catalog.history else ()
    slugs = {slug for r in revisions for change in r.changes for slug in change.parties}
    return tuple(party for party in catalog.departments if party.slug in slugs)


def newest_first(catalog: Catalog, party: Department | None = None) -> dict[int, Revision]:
    """The revisions by number, newest first; of one party those that concern it, only its part."""
    revisions = catalog.history.revisions if catalog.history else ()
    numbered = dict(reversed([*enumerate(revisions, start=1)]))
    if party is None:
        return numbered
    own = {number: _of(revision, party) for number, revision in numbered.items()}
    return {number: revision for number, revision in own.items() if revision.changes}


def _of(revision: Revision, party: Department) -> Revision:
    own = tuple(change for change in revision.changes if party.slug in change.parties)
    return revision.model_copy(update={"changes": own})
