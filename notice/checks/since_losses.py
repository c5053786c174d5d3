"""Against an older state: no task loses what it was for, or has another's words, in silence.

Nothing in one state of the data shows it: each is lawful in itself. Who corrects a mistake says so
in a comment of its own, `# 已核 basis：…` with the reason, which reviewers see beside the change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notice.checks.states import is_meant, listed, meanings, read_state, way_out
from notice.problems import Problem
from notice.reading.containers import groups
from notice.reading.source import Source, YamlPath
from notice.vocabulary import ACTORS_OF_SIDE, ALL_SECTORS, ALL_SECTORS_NAME, SIDES

OURS = ("label", "question", "method")


@dataclass(frozen=True)
class _Task:
    """A task of a state as it is written, and the records that it stands in, its own the last."""

    records: tuple[tuple[YamlPath, dict[str, Any]], ...]
    source: Source

    @property
    def node(self) -> dict[str, Any]:
        """Its own record."""
        return self.records[-1][1]

    @property
    def sectors(self) -> tuple[int, set[str]]:
        """The sectors it is for, and which of the records says so, counted from its own, -1."""
        for up, (_, node) in enumerate(reversed(self.records), start=1):
            if (written := node.get("sectors")) is not None:
                return -up, set(_names(written))
        return -len(self.records), set()

    @property
    def sides(self) -> list[str]:
        """The sides that its actors stand on."""
        actors = {*_names(self.node.get("actors"))}
        return [side for side, those in ACTORS_OF_SIDE.items() if actors & {*those}]

    @property
    def quotes(self) -> list[str]:
        """Its figures and deadlines."""
        return [str(measure.get("quote")) for measure in _records(self.node, "measures")]

    def citations(self, sides: list[str]) -> list[str]:
        """The articles that its written sides cite."""
        written = self.node.get("editorial")
        found = [written.get(side) for side in sides] if isinstance(written, dict) else []
        cited = (c for side in found if isinstance(side, dict) for c in _records(side, "basis"))
        return [f"{one.get('law')} 第 {one.get('article')} 条" for one in cited]

    @property
    def ours(self) -> list[tuple[str, str]]:
        """What the editors say of it: each field with its words."""
        inside = [node for _, node in groups(self.node.get("editorial"), ())]
        return [(f, str(node[f])) for f in OURS for node in inside if node.get(f)]

    def place(self, level: int) -> YamlPath:
        """Where a record of it stands; the first where a state has fewer around a task."""
        return self.records[max(level, -len(self.records))][0]

    def waits(self, field: str) -> bool:
        """Whether a field of it, or of what it stands in, waits for review."""
        own = (node for _, node in groups(self.node, ()))
        above = (node for _, node in self.records[:-1])
        return any(field in _names(node.get("unreviewed")) for node in (*own, *above))


def check_losses(base: Path, head: Path) -> Iterator[Problem]:
    """What tasks of the same words are no longer for, each told once, where it was written."""
    was, source = (read_state(data, "items") for data in (base, head))
    before = _tasks(was)
    kinds, called = (meanings(base, "sectors", "slug", words) for words in ("kind", "name"))
    names = {slug: name.words for slug, name in called.items()} | {ALL_SECTORS: ALL_SECTORS_NAME}
    hazards = {slug for slug, kind in kinds.items() if kind.words == "hazard"}
    lost: dict[tuple[YamlPath, str, str], list[str]] = {}
    for id_, new in _tasks(source).items():
        old = before.get(id_)
        if old and _same_words(old, new):
            for level, field, what in _lost(old, new, names, hazards):
                if not _is_meant(old, new, level, field):
                    place = (*new.place(level), field)
                    lost.setdefault((place, field, what), []).append(id_)
    for (place, field, what), ids in lost.items():
        message = f"{listed(ids)} 比原来少了{what}。"
        yield source.problem(place, message, f"用 Git 恢复；{way_out(field)}")


def check_exchanges(base: Path, head: Path) -> Iterator[Problem]:
    """What the editors say of a task and said of another one, which has lost it."""
    was, source = (read_state(data, "items") for data in (base, head))
    before, after = _tasks(was), _tasks(source)
    same = [id_ for id_, new in after.items() if id_ in before and _same_words(before[id_], new)]
    owners = {said: id_ for id_ in same for said in before[id_].ours}
    for id_ in same:
        old, new, taken = before[id_], after[id_], dict[str, dict[str, None]]()
        for said in new.ours:
            owner, field = owners.get(said, id_), said[0]
            if said not in (*old.ours, *after[owner].ours) and not _is_meant(old, new, -1, field):
                taken.setdefault(owner, {})[field] = None
        for owner, fields in taken.items():
            message = f"{id_} 的 {'、'.join(fields)} 原来是 {owner} 的。"
            hint = f"放回原处；{way_out(*fields)}"
            yield source.problem((*new.place(-1), "editorial"), message, hint)


def _is_meant(old: _Task, new: _Task, level: int, field: str) -> bool:
    """Whether a record says that a loss is meant, or the field waits for review.

    Then it was not published yet, or is not until somebody has looked at it.
    """
    was, now = ((task.source, task.place(level)) for task in (old, new))
    return is_meant(was, now, field) or old.waits(field) or new.waits(field)


def _same_words(old: _Task, new: _Task) -> bool:
    return bool(old.node.get("text") == new.node.get("text"))


def _lost(
    old: _Task, new: _Task, names: dict[str, str], hazards: set[str]
) -> Iterator[tuple[int, str, str]]:
    """Where among the records of a task something is gone, in which field, and what."""
    (was_at, was), (is_at, now) = old.sectors, new.sectors
    # What binds every line of business binds no hazard.
    if gone := sorted(was - now if ALL_SECTORS not in now else (was - now) & hazards):
        called = "”“".join(names.get(slug, slug) for slug in gone)
        yield (
            max(was_at, is_at),
            "sectors",
            f"行业“{called}”",
        )
    sides = [side for side in old.sides if side in new.sides]
    if struck := [words for side, words in SIDES.items() if side in {*old.sides} - {*sides}]:
        yield -1, "actors", f"“{'、'.join(struck)}”一面"
    if gone := _struck(old.quotes, new.quotes):
        yield -1, "measures", f"数字和时限“{'”“'.join(gone)}”"
    if "editorial" in new.node and (gone := _struck(old.citations(sides), new.citations(sides))):
        yield -1, "basis", f"法律依据 {'、'.join(gone)}"


def _struck(old: list[str], new: list[str]) -> list[str]:
    """What of a list is in none of the new ones, where these are fewer: it was not put right."""
    fewer = max(0, len(old) - len(new))
    return [one for one in old if not any(one in other for other in new)][:fewer]


def _tasks(source: Source) -> dict[str, _Task]:
    """The tasks of a state by id."""
    found: dict[str, _Task] = {}
    records = dict(groups(source.data, ()))
    for path, node in records.items():
        if "id" in node and path[-2:-1] == ("tasks",):
            places = (path[:end] for end in range(len(path) + 1))
            own = tuple((place, records[place]) for place in places if place in records)
            found[str(node["id"])] = _Task(own, source)
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _names(value: Any) -> list[str]:
    """The names in a list; in an older state there may be something else."""
    return [name for name in _list(value) if isinstance(name, str)]


def _records(node: dict[str, Any], field: str) -> list[dict[str, Any]]:
    return [record for record in _list(node.get(field)) if isinstance(record, dict)]
