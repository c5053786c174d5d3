"""The recorded revisions of the data: reading them, adding one, and whom each concerns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notice.models import Catalog, Department, History, Revision, TaskChange, TaskState
from notice.problems import Problem, shown
from notice.record.changes import Change, classification, diff_catalogs, sector_names
from notice.resolved import ResolvedTask
from notice.version import data_version

FILE = "history.json"
HINT = "用 Git 恢复原样；这个文件只由 python3 scripts/changes.py 写入，不要手改"


def read_history(data: Path, problems: list[Problem]) -> History | None:
    """The history of a data folder, if it has one. What is wrong is added to `problems`."""
    path = data / FILE
    if not path.is_file():
        return None
    try:
        history = History.model_validate_json(path.read_bytes())
    except ValidationError:
        history = None
    if history is None or not _whole(history):
        name = shown(path, data.parent)
        problems.append(Problem(name, 0, 0, "变更记录读不通，或者前后不相接。", hint=HINT))
    return history


def _whole(history: History) -> bool:
    """Each revision begins where the last one ended, and every change has a side to be told."""
    if not all(change.before or change.after for r in history.revisions for change in r.changes):
        return False
    starts = [revision.before for revision in history.revisions]
    ends = [revision.after for revision in history.revisions]
    return [history.since, *ends][: len(starts)] == starts


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
    names = sector_names(base), sector_names(head)
    changes = tuple(_recorded(change, *names) for change in diff_catalogs(base, head))
    revision = Revision(date=day, before=before, after=after, reason=reason, changes=changes)
    return History(since=history.since, revisions=(*history.revisions, revision))


def write_history(data: Path, history: History) -> None:
    """Write the file that `read_history` reads."""
    text = history.model_dump_json(indent=1)
    (data / FILE).write_text(text + "\n", "utf-8", newline="\n")


def _recorded(change: Change, old: Mapping[str, str], new: Mapping[str, str]) -> TaskChange:
    sides = [side for side in (change.old, change.new) if side]
    parties = (party.slug for side in sides for party in side.owner.parties)
    return TaskChange(
        kinds=change.kinds,
        parties=tuple(dict.fromkeys(parties)),
        sectors=change.sectors,
        before=_state(change.old, old),
        after=_state(change.new, new),
        moved_to=change.moved_to,
    )


def _state(entry: ResolvedTask | None, sectors: Mapping[str, str]) -> TaskState | None:
    if entry is None:
        return None
    task = entry.task
    return TaskState(
        id=task.id,
        reference=entry.reference,
        responsibility=entry.owner.responsibility,
        text=task.text,
        label=task.editorial.label,
        check=task.editorial.check,
        classification=classification(entry, sectors),
    )


def concerned(catalog: Catalog) -> tuple[Department, ...]:
    """The responsible parties that a recorded change has concerned, in the order of the list."""
    revisions = catalog.history.revisions if catalog.history else ()
    slugs = {slug for r in revisions for change in r.changes for slug in change.parties}
    return tuple(party for party in catalog.departments if party.slug in slugs)


def newest_first(catalog: Catalog, party: Department | None = None) -> dict[int, Revision]:
    """The revisions by number, newest first; of one party those that concern it, only its part."""
    revisions = catalog.history.revisions if catalog.history else ()
    found = dict(reversed([*enumerate(revisions, start=1)]))
    if party is None:
        return found
    own = {number: _of(revision, party) for number, revision in found.items()}
    return {number: revision for number, revision in own.items() if revision.changes}


def _of(revision: Revision, party: Department) -> Revision:
    own = tuple(change for change in revision.changes if party.slug in change.parties)
    return revision.model_copy(update={"changes": own})


def numbers_by(
    changes: Sequence[TaskChange], names: dict[str, str], field: str
) -> dict[str, tuple[str, ...]]:
    """The numbers of the changed tasks under each name; `field` is "parties" or "sectors"."""
    slugs = dict.fromkeys([*names, *(slug for c in changes for slug in getattr(c, field))])
    found = {
        names.get(slug, slug): tuple(number(c) for c in changes if slug in getattr(c, field))
        for slug in slugs
    }
    return {name: numbers for name, numbers in found.items() if numbers}


def number(change: TaskChange) -> str:
    """The number by which a task was known after the change, or was last: 10-9."""
    state = change.after or change.before
    assert state is not None  # or the file had been refused
    return state.id.removeprefix("item-")
