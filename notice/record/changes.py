"""What is different between two catalogs, task by task. A new id or place is no new task."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from notice.fields import in_words
from notice.models import Catalog
from notice.record.models import TaskChange, TaskState
from notice.resolved import ResolvedTask, resolved_tasks
from notice.vocabulary import ALL_SECTORS, ALL_SECTORS_NAME, CHANGE_KINDS, ChangeKind
from notice.wording import task_name

ALIKE = 0.6  # of the characters in common: then it is the same task under another id
NO_PARTY = "通知未写明"
# Fields of a task that a state of it holds by name; all others are what the editors say of it.
STATED = {"id", "text", "editorial"}

Pairs = dict[ResolvedTask, ResolvedTask]


def diff_catalogs(base: Catalog, head: Catalog) -> tuple[TaskChange, ...]:
    """Every task that is different, in the order of `head`, those that were removed at the end."""
    old, new = resolved_tasks(base), resolved_tasks(head)
    pairs = _pairs(old, new, head)
    before = {after: task for task, after in pairs.items()}
    moved = _moved(old, new, pairs)
    names = sector_names(head, base)
    changes = [_change(before.get(task), task, names, moved=task in moved) for task in new]
    destinations = {retired.address: retired.moved_to for retired in head.retired}
    changes += [
        _change(task, None, names, moved_to=destinations.get(f"#{task.task.id}", ()))
        for task in old
        if task not in pairs
    ]
    return tuple(change for change in changes if change is not None)


def _change(
    old: ResolvedTask | None,
    new: ResolvedTask | None,
    names: Mapping[str, str],
    *,
    moved: bool = False,
    moved_to: tuple[str, ...] = (),
) -> TaskChange | None:
    """What happened to one task; None where nothing did."""
    before, after = _state(old, names), _state(new, names)
    kinds = _kinds(before, after, moved=moved)
    if not kinds:
        return None
    sides = [side for side in (old, new) if side]
    parties = (party.slug for side in sides for party in side.owner.parties)
    sectors = chain.from_iterable(side.sectors for side in sides)
    return TaskChange(
        kinds=kinds,
        parties=tuple(dict.fromkeys(parties)),
        sectors=tuple(dict.fromkeys(sectors)),
        before=before,
        after=after,
        moved_to=moved_to,
    )


def _kinds(
    before: TaskState | None, after: TaskState | None, *, moved: bool
) -> tuple[ChangeKind, ...]:
    if before is None:
        return ("added",)
    if after is None:
        return ("removed",)
    happened: dict[ChangeKind, bool] = {
        "reworded": before.text != after.text,
        "reassigned": before.responsibility != after.responsibility,
        "renumbered": before.id != after.id,
        "moved": moved,
        "editorial": before.editorial != after.editorial,
    }
    return tuple(kind for kind, is_so in happened.items() if is_so)


def _state(entry: ResolvedTask | None, names: Mapping[str, str]) -> TaskState | None:
    if entry is None:
        return None
    task = entry.task
    sectors = tuple(names[slug] for slug in entry.sectors)
    classified = task.model_copy(update={"sectors": sectors})
    return TaskState(
        id=task.id,
        reference=entry.reference,
        responsibility=entry.owner.responsibility,
        text=task.text,
        label=task_name(task),
        editorial=(in_words(task.editorial) if task.editorial else {})
        | in_words(classified, leave_out=STATED),
    )


def _pairs(old: Sequence[ResolvedTask], new: Sequence[ResolvedTask], head: Catalog) -> Pairs:
    """The same task before and after: by id, as recorded, by its words, by like words."""
    by_id = {entry.task.id: entry for entry in new}
    pairs = {entry: by_id[entry.task.id] for entry in old if entry.task.id in by_id}
    recorded = {r.address: r.moved_to[0] for r in head.retired if len(r.moved_to) == 1}
    split = {r.address for r in head.retired if len(r.moved_to) > 1}
    for least in (None, 1.0, ALIKE):
        left = [e for e in new if e not in set(pairs.values())]
        for entry in (e for e in old if e not in pairs and f"#{e.task.id}" not in split):
            if least is None:
                target = recorded.get(f"#{entry.task.id}", "").removeprefix("#")
                match = next((e for e in left if e.task.id == target), None)
            else:
                match = _most_alike(entry, left, least)
            if match is not None:
                pairs[entry] = match
                left.remove(match)
    return pairs


def _most_alike(
    entry: ResolvedTask, others: Sequence[ResolvedTask], least: float
) -> ResolvedTask | None:
    scored = [
        (difflib.SequenceMatcher(None, entry.task.text, other.task.text).ratio(), -index)
        for index, other in enumerate(others)
    ]
    best, index = max(scored, default=(0.0, 0))
    return others[-index] if best >= least else None


def _moved(
    old: Sequence[ResolvedTask], new: Sequence[ResolvedTask], pairs: Pairs
) -> set[ResolvedTask]:
    """Those in another item, or at another place among the tasks that stayed."""
    before = [pairs[entry].task.id for entry in old if entry in pairs]
    after = [entry.task.id for entry in new if entry in set(pairs.values())]
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = set(chain.from_iterable(after[b.b : b.b + b.size] for b in blocks))
    return {
        now for was, now in pairs.items() if was.item.id != now.item.id or now.task.id not in stayed
    }


def party_names(*catalogs: Catalog) -> dict[str, str]:
    """What a reader sees for the slug of a responsible party; the first catalog's name counts."""
    parties = chain.from_iterable(catalog.departments for catalog in catalogs)
    return _first((party.slug, party.short_name) for party in parties)


def sector_names(*catalogs: Catalog) -> dict[str, str]:
    """What a reader sees for the slug of a sector, and for every one."""
    sectors = chain.from_iterable(catalog.sectors for catalog in catalogs)
    names = _first((sector.slug, sector.name) for sector in sectors)
    return names | {ALL_SECTORS: ALL_SECTORS_NAME}


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for slug, name in pairs:
        names.setdefault(slug, name)
    return names


def by_kind(changes: Sequence[TaskChange]) -> dict[str, tuple[str, ...]]:
    """The numbers of the tasks to which each thing happened, under the words for it."""
    numbers = {
        label: tuple(change.number for change in changes if kind in change.kinds)
        for kind, label in CHANGE_KINDS.items()
    }
    return {label: listed for label, listed in numbers.items() if listed}


def by_party(
    changes: Sequence[TaskChange], names: Mapping[str, str]
) -> dict[str, tuple[TaskChange, ...]]:
    """The changes of each responsible party that has some; `names` as `party_names` gives them."""
    return _grouped(
        changes, names, lambda change: [names.get(s, s) for s in change.parties] or [NO_PARTY]
    )


def by_sector(
    changes: Sequence[TaskChange], names: Mapping[str, str]
) -> dict[str, tuple[TaskChange, ...]]:
    """The changes of each sector that has some; those that bind every sector under 各行业领域."""
    return _grouped(changes, names, lambda change: [names.get(s, s) for s in change.sectors])


def _grouped(
    changes: Sequence[TaskChange],
    names: Mapping[str, str],
    names_of: Callable[[TaskChange], Sequence[str]],
) -> dict[str, tuple[TaskChange, ...]]:
    order = dict.fromkeys([*names.values(), *chain.from_iterable(map(names_of, changes))])
    groups = {name: tuple(c for c in changes if name in names_of(c)) for name in order}
    return {name: group for name, group in groups.items() if group}


def marked(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The two texts as runs: ("same" | "removed" | "added", characters)."""
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", old[a:b]
            continue
        if a < b:
            yield "removed", old[a:b]
        if c < d:
            yield "added", new[c:d]
