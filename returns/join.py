"""Join filled forms with the catalog by task id, and find what a person has to look at."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from forms.common import FORMER_GROUPS, GROUP, ID, NUMBER, POSITION, label
from forms.definition import Column, FormDefinition, Row
from forms.form import Form
from forms.registry import forms
from notice.ids import from_short, is_task
from notice.models import Catalog
from notice.version import data_version
from returns.filled import Filled, FilledRow
from returns.given import Given
from returns.grid import Value

# Columns that say where a row is: they may change with every version, and with sorting.
PLACES = {column.shows for column in (ID, POSITION, NUMBER, GROUP)}
UNFILLED, UNKNOWN = "未填", "未识别"
DATES = (
    re.compile(r"(20[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?( [0-9:]+)?"),
    re.compile(r"(20[0-9]{2})([0-9]{2})([0-9]{2})"),
)


@dataclass
class Joined:
    """A filled row with the task it is about; `task` is None where the id is unknown.

    `counted`: it is the row of its unit that the figures have.
    """

    filled: Filled
    row: FilledRow
    task: Row | None
    state: str
    due: date | None
    late: bool
    counted: bool


class Matcher:
    """Joins files with one catalog, as of one day."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._forms = {form.name: form for form in forms(catalog)}
        self._tasks = {row.id: row for form in self._forms.values() for row in form.rows}
        self._own: dict[str, dict[str, Row]] = {}
        self._given = Given(catalog)
        self._version = data_version(catalog)
        self._today = today

    def rows(self, filled: Filled) -> list[Joined]:
        """Every row of a file, in order; whatever is odd about them is noted as findings."""
        for stray in self._given.others(filled):
            what = "别的工作表里的内容" if stray.foreign else "表外的文字"
            words = "；".join(stray.cells)
            filled.found(stray.cell, f"{what}，照录，不计入统计。", words, stray.sheet)
        definition = filled.definition
        if not filled.columns:
            return []
        if definition is None:
            if filled.form:
                filled.found("B4", "表号不认识，只照录，不计入统计。", filled.form)
            return [Joined(filled, row, self._tasks.get(row.id), "", None, False, False)
                    for row in filled.rows]  # fmt: skip
        self._about(filled, definition)
        form = self._forms.get(filled.form)
        seen: set[str] = set()
        joined = [self._row(filled, definition, row, seen) for row in filled.rows]
        if form is None:
            filled.found("B4", "这一版数据里没有这张表，缺不缺行无法核对。", filled.form)
        elif filled.sparse:
            joined += self._unfilled(filled, form, seen)
        else:
            self._missing(filled, form, seen)
        return joined

    def _about(self, filled: Filled, definition: FormDefinition) -> None:
        """What is to be said of the form as a whole."""
        if not filled.unit:
            filled.found("D5", f"没有填“{definition.unit.label}”，以文件名代替。")
            filled.unit = filled.file.rsplit(".", 1)[0]
        if filled.version != self._version:
            what = f"按旧版数据 {filled.version} 填报，现为 {self._version}，有变动的行另列。"
            filled.found("B4", what)
        if definition.state not in filled.columns:
            filled.found(f"A{filled.head}", f"没有“{definition.state}”列，全部按未填计。")

    def _row(
        self, filled: Filled, definition: FormDefinition, row: FilledRow, seen: set[str]
    ) -> Joined:
        task = self._task(filled, row.id)
        counted = task is not None and row.id not in seen
        at = filled.cell(row, ID.title)
        if not row.id:
            filled.found(at, "这一行没有任务编号，照录，不计入统计。", _typed(row.values))
        elif task is None:
            filled.found(at, "任务编号不认识，照录，不计入统计。", row.id)
        elif row.id in seen:
            filled.found(at, "同一任务重复出现，照录，统计只计第一行。", row.id)
        elif filled.version != self._version and not self._is_own(filled, row.id):
            filled.found(at, "现在的这张表没有这一行，照录，照常计入统计。", row.id)
        else:
            self._changed(filled, definition, row, task)
        seen.add(row.id)
        state = self._state(filled, definition, row)
        due = self._dates(filled, definition, row)
        overdue = due is not None and due < self._today and state not in definition.done
        late = definition.states.get(state) == "late" or overdue
        return Joined(filled, row, task, state, due, late, counted)

    def _task(self, filled: Filled, id_: str) -> Row | None:
        """The row of the form that a file is, else of any form."""
        if filled.form not in self._own and (form := self._forms.get(filled.form)):
            self._own[filled.form] = {row.id: row for row in form.rows}
        return self._own.get(filled.form, {}).get(id_) or self._tasks.get(id_)

    def _is_own(self, filled: Filled, id_: str) -> bool:
        """Whether a row is still on its form; of a form that is no more, whether on any."""
        return id_ in self._own.get(filled.form, self._tasks)

    def _state(self, filled: Filled, definition: FormDefinition, row: FilledRow) -> str:
        typed = str(row.values.get(definition.state, ""))
        if not typed:
            return UNFILLED
        if typed in definition.states:
            return typed
        near = difflib.get_close_matches(typed[:99], definition.states, n=1, cutoff=0.5)
        ask = f"，是否应为“{near[0]}”" if near else ""
        words = "、".join(definition.states)
        what = f"“{definition.state}”只能填 {words}{ask}；按{UNKNOWN}计。"
        filled.found(filled.cell(row, definition.state), what, typed)
        return UNKNOWN

    def _dates(self, filled: Filled, definition: FormDefinition, row: FilledRow) -> date | None:
        """The day a row is due; whatever is in a column of dates and is none is noted."""
        due = None
        for column in definition.filled:
            typed = row.values.get(column.title, "")
            if column.fill != "date" or typed == "":
                continue
            found = as_date(typed)
            if found is None:
                about = "，不能判断是否逾期" if column.title == definition.due else "，照录"
                what = f"“{column.title}”不是日期{about}；请写成 2024-06-30 这样。"
                filled.found(filled.cell(row, column.title), what, typed)
            if column.title == definition.due:
                due = found
        return due

    def _changed(
        self, filled: Filled, definition: FormDefinition, row: FilledRow, task: Row
    ) -> None:
        """Printed cells that are no longer what the catalog says."""
        for column in definition.columns:
            if column.shows is None or column.title not in filled.columns:
                continue
            now = column.shows(task)
            then = str(row.values.get(column.title, ""))
            if then == now or _solid(then) == _solid(now):
                continue
            if column.shows in PLACES and self._is_place(filled, column, then):
                continue
            if filled.version == self._version:
                what = f"印好的“{column.title}”被改动，应为“{now}”。"
            else:
                what = f"此行自 {filled.version} 版后有变动：“{column.title}”现为“{now}”。"
            filled.found(filled.cell(row, column.title), what, then)

    def _is_place(self, filled: Filled, column: Column, words: str) -> bool:
        """Whether a place differs only as places may: counted anew, or of another version."""
        if not words or column.shows == ID.shows:
            return True
        if column.shows == POSITION.shows:
            return re.fullmatch(r"[0-9]+(-[0-9]+)?", words) is not None
        groups = {row.group for row in self._own.get(filled.form, {}).values()}
        shape = (
            words in groups | FORMER_GROUPS
            if column.shows == GROUP.shows
            else is_task(from_short(words))
        )
        return filled.version != self._version and shape

    def _missing(self, filled: Filled, form: Form, seen: set[str]) -> None:
        for row in form.rows:
            if row.id not in seen:
                what = f"缺少一行：{row.id} {label(row)}。"
                if filled.version != self._version:
                    what += "可能是旧版之后新增的任务。"
                filled.found(f"A{filled.head}", what)

    def _unfilled(self, filled: Filled, form: Form, seen: set[str]) -> Iterator[Joined]:
        """The rows of a form that a file without its empty rows leaves out."""
        for row in form.rows:
            if row.id not in seen:
                empty = FilledRow(filled.sheet, 0, row.id, {})
                yield Joined(filled, empty, row, UNFILLED, None, False, True)


def as_date(typed: Value) -> date | None:
    """The day that somebody wrote, as a date, 2024-06-30, 2024年6月30日 or 20240630."""
    if isinstance(typed, date):
        return typed
    for pattern in DATES:
        if found := pattern.fullmatch(str(typed)):
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                return None
    return None


def _typed(values: dict[str, Value]) -> str:
    return "；".join(f"{title}：{value}" for title, value in values.items())


def _solid(text: str) -> str:
    """Without white space, which Excel adds and drops as it likes."""
    return "".join(text.split())
