"""All returned files together: one row of figures for each unit and form, however often it came."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notice.models import Catalog
from returns.filled import Filled, Finding
from returns.join import UNFILLED, UNKNOWN, Joined, Matcher, as_date


@dataclass(frozen=True)
class Unit:
    """Who returned a form, with all files that are this form of theirs."""

    files: tuple[Filled, ...]
    rows: tuple[Joined, ...]


@dataclass(frozen=True)
class Merged:
    """All files together."""

    units: tuple[Unit, ...]
    files: tuple[Filled, ...]
    rows: tuple[Joined, ...]
    findings: tuple[Finding, ...]


class Merger:
    """Joins returned files with one catalog, as of one day."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._matcher = Matcher(catalog, today)

    def merge(self, files: Iterable[Filled]) -> Merged:
        """Every row of every file, in order; findings in the order of the files."""
        everything: list[tuple[Filled, list[Joined]]] = []
        groups: dict[object, list[int]] = {}
        for filled in files:
            everything.append((filled, self._matcher.rows(filled)))
            groups.setdefault(_key(filled), []).append(len(everything) - 1)
        units = []
        for numbers in groups.values():
            group = [everything[number] for number in numbers]
            if len(group) > 1:
                _reconcile(group)
            rows = tuple(joined for _, joins in group for joined in joins)
            units.append(Unit(tuple(filled for filled, _ in group), rows))
        return Merged(
            tuple(units),
            tuple(filled for filled, _ in everything),
            tuple(joined for _, joins in everything for joined in joins),
            tuple(finding for filled, _ in everything for finding in filled.findings),
        )


def _key(filled: Filled) -> object:
    """What makes files one return: the same form of the same unit.

    A check is made again and again: there the date counts as well. Progress has no such rows: the
    later return takes the place of the earlier one.
    """
    definition = filled.definition
    if definition is None or not filled.columns:
        return id(filled)
    unit = "".join(unicodedata.normalize("NFKC", filled.unit).split())
    progress = "late" in definition.states.values()
    return filled.form, unit, None if progress else _dated(filled)


def _dated(filled: Filled) -> date | None:
    """When a form was filled in, as its head says."""
    definition = filled.definition
    fields = [f for line in definition.head for f in line if f.kind == "date"] if definition else []
    said = filled.blanks.get(fields[0].label, []) if fields else []
    return as_date(said[0]) if said else None


def _reconcile(group: list[tuple[Filled, list[Joined]]]) -> None:
    """Count each task once: a filled row before an empty one, then the one of the later file."""
    names = "、".join(filled.file for filled, _ in group)
    first = group[0][0]
    for filled, _ in group[1:]:
        same = _content(filled) == _content(first)
        rule = (
            f"与 {first.file} 内容相同，只计一份"
            if same
            else f"合为一行（{names}）：同一任务以填了的为准，都填了而不同的，以表头日期较晚的为准"
        )
        filled.found("", f"“{filled.unit}”的 {filled.form} 交了不止一份，{rule}；各份都照录。")
    rows: dict[str, list[Joined]] = {}
    for _, joins in group:
        for joined in joins:
            if joined.counted:
                joined.counted = False
                rows.setdefault(joined.row.id, []).append(joined)
    for candidates in rows.values():
        _choose(candidates)


def _choose(candidates: list[Joined]) -> None:
    """Mark which row of the same task counts; where nothing decides, it counts as not known."""
    filled = [joined for joined in candidates if joined.state != UNFILLED] or candidates
    days = [(_dated(joined.filled) or date.min, -number) for number, joined in enumerate(filled)]
    latest = max(days)
    chosen = filled[-latest[1]]
    chosen.counted = True
    rivals = [joined for joined, day in zip(filled, days, strict=True) if day[0] == latest[0]]
    if len({joined.state for joined in rivals}) == 1:
        return
    said = "；".join(f"{joined.filled.file}：{joined.state}" for joined in rivals)
    what = f"几份表对 {chosen.row.id} 填的不同，分不出先后，按{UNKNOWN}计；请核定后只交一份。"
    definition = chosen.filled.definition
    at = chosen.filled.cell(chosen.row, definition.state if definition else "")
    chosen.filled.found(at, what, said)
    chosen.state = UNKNOWN


def _content(filled: Filled) -> object:
    return filled.blanks, [(row.id, row.values) for row in filled.rows]
