"""The recorded revisions of the data: reading them, adding one, and whom each concerns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notice.models import Catalog, Department
from notice.problems import Problem, shown
from notice.record.changes import diff_catalogs
from notice.record.models import History, Revision
from notice.version import data_version

FILE = "history.json"
HINT = "用 Git 恢复原样；这个文件只由 python3 scripts/changes.py 写入，不要手改"


def read_history(data: Path, problems: list[Problem]) -> History | None:
    """The history of a data folder, if it has one. What is wrong is added to `problems`."""
    path = data / FILE
    if not path.is_file():
        return None
    try:
        return History.model_validate_json(path.read_bytes())
    except ValidationError:
        name = shown(path, data.parent)
        problems.append(Problem(name, 0, 0, "变更记录读不通，或者前后不相接。", hint=HINT))
        return None


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
