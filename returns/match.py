"""Join filled workbooks with the catalog by task id, and find what a person has to look at."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from forms.common import GROUP, ID, NUMBER, POSITION, label
from forms.definition import FormDefinition, Row
from forms.form import Form
from forms.registry import forms
from notice.models import Catalog
from notice.version import data_version
from returns.read import Filled, FilledRow, Finding, Value

# Columns that say where a row is: they may change with every version, and with sorting.
PLACES = {column.shows for column in (ID, POSITION, NUMBER, GROUP)}
UNFILLED, UNKNOWN = "未填", "未识别"
DATE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")


@dataclass(frozen=True)
class Joined:
    """A filled row with the task it is about; `task` is None where the id is unknown."""

    filled: Filled
    row: FilledRow
    task: Row | None
    state: str
    due: date | None
    late: bool
    counted: bool


@dataclass(frozen=True)
class Merged:
    """All workbooks together."""

    files: tuple[Filled, ...]
    rows: tuple[Joined, ...]
    findings: tuple[Finding, ...]


class Merger:
    """Joins workbooks with one catalog, as of one day."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._forms = {form.name: form for form in forms(catalog)}
        self._tasks = {row.id: row for form in self._forms.values() for row in form.rows}
        self._version = data_version(catalog)
        self._today = today

    def merge(self, files: Iterable[Filled]) -> Merged:
        """Every row of every file, in order; findings are sorted by file."""
        everything = tuple(files)
        for filled in _twice(everything):
            filled.found("", f"“{filled.unit}”的 {filled.form} 交了不止一份，各份都列出并计入。")
        rows = tuple(joined for filled in everything for joined in self._file(filled))
        findings = tuple(finding for filled in everything for finding in filled.findings)
        return Merged(everything, rows, findings)

    def _file(self, filled: Filled) -> list[Joined]:
        definition = filled.definition
        if not filled.columns:
            return []
        if definition is None:
            if filled.form:
                filled.found("B4", "表号不认识，只照录，不计入统计。", filled.form)
            return [Joined(filled, row, self._tasks.get(row.id), "", None, False, False)
                    for row in filled.rows]  # fmt: skip
        if not filled.unit:
            filled.found("D5", f"没有填“{definition.unit.label}”，以文件名代替。")
            filled.unit = filled.file.rsplit(".", 1)[0]
        if filled.version != self._version:
            what = f"按旧版数据 {filled.version} 填报，现为 {self._version}，有变动的行另列。"
            filled.found("B4", what)
        if definition.state not in filled.columns:
            filled.found(f"A{filled.head}", f"没有“{definition.state}”列，全部按未填计。")
        seen: set[str] = set()
        joined = [self._row(filled, definition, row, seen) for row in filled.rows]
        if form := self._forms.get(filled.form):
            self._missing(filled, form, seen)
        else:
            filled.found("B4", "这一版数据里没有这张表，缺不缺行无法核对。", filled.form)
        return joined

    def _row(
        self, filled: Filled, definition: FormDefinition, row: FilledRow, seen: set[str]
    ) -> Joined:
        task = self._tasks.get(row.id)
        counted = task is not None and row.id not in seen
        at = row.cell(filled.columns, ID.title)
        if not row.id:
            filled.found(at, "这一行没有任务编号，照录，不计入统计。", _typed(row.values))
        elif task is None:
            filled.found(at, "任务编号不认识，照录，不计入统计。", row.id)
        elif row.id in seen:
            filled.found(at, "同一任务重复出现，照录，统计只计第一行。", row.id)
        else:
            self._changed(filled, definition, row, task)
        seen.add(row.id)
        state = self._state(filled, definition, row)
        due = self._due(filled, definition, row)
        overdue = due is not None and due < self._today and state not in definition.done
        return Joined(
            filled,
            row,
            task,
            state,
            due,
            definition.states.get(state) == "late" or overdue,
            counted,
        )

    def _state(self, filled: Filled, definition: FormDefinition, row: FilledRow) -> str:
        typed = str(row.values.get(definition.state, ""))
        if not typed:
            return UNFILLED
        if typed in definition.states:
            return typed
        near = difflib.get_close_matches(typed, definition.states, n=1, cutoff=0.5)
        ask = f"，是否应为“{near[0]}”" if near else ""
        words = "、".join(definition.states)
        what = f"“{definition.state}”只能填 {words}{ask}；按{UNKNOWN}计。"
        filled.found(row.cell(filled.columns, definition.state), what, typed)
        return UNKNOWN

    def _due(self, filled: Filled, definition: FormDefinition, row: FilledRow) -> date | None:
        typed = row.values.get(definition.due, "")
        if isinstance(typed, date):
            return typed
        if typed == "":
            return None
        if found := DATE.fullmatch(str(typed)):
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                pass
        at = row.cell(filled.columns, definition.due)
        filled.found(at, f"“{definition.due}”不是日期，不能判断是否逾期。", typed)
        return None

    def _changed(
        self, filled: Filled, definition: FormDefinition, row: FilledRow, task: Row
    ) -> None:
        """Printed cells that are no longer what the catalog says."""
        for column in definition.columns:
            if column.shows is None or column.shows in PLACES:
                continue
            now = column.shows(task)
            then = str(row.values.get(column.title, ""))
            if column.title not in filled.columns or _solid(then) == _solid(now):
                continue
            if filled.version == self._version:
                what = f"印好的“{column.title}”被改动，应为“{now}”。"
            else:
                what = f"此行自 {filled.version} 版后有变动：“{column.title}”现为“{now}”。"
            filled.found(row.cell(filled.columns, column.title), what, then)

    def _missing(self, filled: Filled, form: Form, seen: set[str]) -> None:
        for row in form.rows:
            if row.id not in seen:
                what = f"缺少一行：{row.id} {label(row)}。"
                if filled.version != self._version:
                    what += "可能是旧版之后新增的任务。"
                filled.found(f"A{filled.head}", what)


def _twice(files: tuple[Filled, ...]) -> list[Filled]:
    count = Counter((filled.form, filled.unit) for filled in files if filled.unit)
    return [filled for filled in files if count[(filled.form, filled.unit)] > 1]


def _typed(values: dict[str, Value]) -> str:
    return "；".join(f"{title}：{value}" for title, value in values.items())


def _solid(text: str) -> str:
    """Without white space, which Excel adds and drops as it likes."""
    return "".join(text.split())
