"""What is different between two catalogs, task by task. A new id or place is no new task."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from notice.models import Catalog
from notice.resolved import ResolvedTask, resolved_tasks
from notice.vocabulary import ACTORS, ALL_SECTORS, CHANGE_KINDS, MEASURE_KINDS, ChangeKind

ALIKE = 0.6  # of the characters in common: then it is the same task under another id


@dataclass(frozen=True)
class Change:
    """A task before and after, one of which may be missing, and what happened to it.

    `moved_to` holds where a task that was removed is recorded to have gone: #item-10-9.
    """

    old: ResolvedTask | None
    new: ResolvedTask | None
    kinds: tuple[ChangeKind, ...]
    moved_to: tuple[str, ...] = ()

    @property
    def entry(self) -> ResolvedTask:
        """The task as it is now, or as it was last."""
        entry = self.new or self.old
        assert entry is not None
        return entry

    @property
    def number(self) -> str:
        """The number by which the task is known now, or was last: 10-9."""
        return self.entry.task.id.removeprefix("item-")

    @property
    def parties(self) -> tuple[str, ...]:
        """Whom it concerns, before or after, by the brackets' own names."""
        found = (party for side in (self.old, self.new) if side for party in side.owner.parties)
        return tuple(dict.fromkeys(party.short_name for party in found))

    @property
    def sectors(self) -> tuple[str, ...]:
        """The slugs of the sectors it concerns, before or after; `all` for every one."""
        found = chain.from_iterable(side.sectors for side in (self.old, self.new) if side)
        return tuple(dict.fromkeys(found))


def diff_catalogs(base: Catalog, head: Catalog) -> tuple[Change, ...]:
    """Every task that is different, in the order of `head`, those that were removed at the end."""
    old, new = resolved_tasks(base), resolved_tasks(head)
    pairs = _pairs(old, new, head)
    before = {after: entry for entry, after in pairs.items()}
    moved = _moved(old, new, pairs)
    found = [_change(before.get(entry), entry, entry in moved) for entry in new]
    moved_to = {retired.address: retired.moved_to for retired in head.retired}
    found += [
        Change(entry, None, ("removed",), moved_to.get(f"#{entry.task.id}", ()))
        for entry in old
        if entry not in pairs
    ]
    return tuple(change for change in found if change.kinds)


def _change(old: ResolvedTask | None, new: ResolvedTask, moved: bool) -> Change:
    if old is None:
        return Change(None, new, ("added",))
    happened: dict[ChangeKind, bool] = {
        "reworded": old.task.text != new.task.text,
        "reassigned": old.owner.responsibility != new.owner.responsibility,
        "renumbered": old.task.id != new.task.id,
        "moved": moved,
        "editorial": _editorial(old) != _editorial(new),
    }
    return Change(old, new, tuple(kind for kind, is_so in happened.items() if is_so))


def _editorial(entry: ResolvedTask) -> tuple[object, ...]:
    task = entry.task
    measures = tuple((measure.quote, measure.kind) for measure in task.measures)
    return task.editorial.label, task.editorial.check, task.actors, entry.sectors, measures


def _pairs(
    old: Sequence[ResolvedTask], new: Sequence[ResolvedTask], head: Catalog
) -> dict[ResolvedTask, ResolvedTask]:
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
                found = next((e for e in left if e.task.id == target), None)
            else:
                found = _most_alike(entry, left, least)
            if found is not None:
                pairs[entry] = found
                left.remove(found)
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
    old: Sequence[ResolvedTask],
    new: Sequence[ResolvedTask],
    pairs: dict[ResolvedTask, ResolvedTask],
) -> set[ResolvedTask]:
    """Those in another item, or at another place among the tasks that stayed."""
    before = [pairs[entry].task.id for entry in old if entry in pairs]
    after = [entry.task.id for entry in new if entry in set(pairs.values())]
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = set(chain.from_iterable(after[b.b : b.b + b.size] for b in blocks))
    return {
        now for was, now in pairs.items() if was.item.id != now.item.id or now.task.id not in stayed
    }


def classification(entry: ResolvedTask, names: Mapping[str, str]) -> str:
    """How the editors class a task, in words; `names` are those of the sectors by slug."""
    actors = "、".join(ACTORS[actor] for actor in entry.task.actors)
    sectors = "、".join(names.get(slug, slug) for slug in entry.sectors)
    quotes = (f"；{MEASURE_KINDS[m.kind]}“{m.quote}”" for m in entry.task.measures)
    return f"对象：{actors}；行业：{sectors or '不分'}{''.join(quotes)}"


def sector_names(catalog: Catalog) -> dict[str, str]:
    """What a reader sees for the slug of a sector, and for every one."""
    return {sector.slug: sector.name for sector in catalog.sectors} | {ALL_SECTORS: "各行业"}


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


def by_kind(changes: Sequence[Change]) -> dict[str, tuple[str, ...]]:
    """The numbers of the tasks to which each thing happened, under the words for it."""
    found = {
        label: tuple(change.number for change in changes if kind in change.kinds)
        for kind, label in CHANGE_KINDS.items()
    }
    return {label: numbers for label, numbers in found.items() if numbers}


def by_party(changes: Sequence[Change], catalog: Catalog) -> dict[str, tuple[Change, ...]]:
    """The changes of each responsible party that has some, in the order of the list."""
    names = [party.short_name for party in catalog.departments]
    others = dict.fromkeys(chain.from_iterable(c.parties for c in changes))
    names += [name for name in others if name not in names]
    found = {name: tuple(c for c in changes if name in c.parties) for name in names}
    found["通知未写明"] = tuple(c for c in changes if not c.parties)
    return {name: own for name, own in found.items() if own}


def by_sector(changes: Sequence[Change], catalog: Catalog) -> dict[str, tuple[Change, ...]]:
    """The changes of each sector that has some; those that bind every sector under 各行业."""
    names = sector_names(catalog)
    slugs = [*names, *chain.from_iterable(c.sectors for c in changes)]
    found = {s: tuple(c for c in changes if s in c.sectors) for s in dict.fromkeys(slugs)}
    return {names.get(slug, slug): own for slug, own in found.items() if own}
