"""Write merged returns as a workbook: figures by unit and item, what is late, findings, rows."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from forms.common import label, text
from forms.definition import FormDefinition
from returns.grid import SUMMARY, Value
from returns.join import UNFILLED, UNKNOWN, Joined
from returns.match import Merged
from returns.output import deliver
from returns.summary_book import SummaryBook, Table

UNREAD = "（未读取）"
FIGURES = ("滞后和逾期", "办结")
FORM = ("单位", "文件", "表号", "数据版本")
FIXED = (*FORM, "行", "任务编号", "任务", "原文", "识别为", "逾期", "计入")


def write_report(merged: Merged, target: Path, version: str, today: date) -> Path:
    """One workbook with everything of `merged`, as of the data's `version` and of a day.

    It takes the place of `target` once it is whole; where it is, which is elsewhere if `target`
    cannot be written. Raises OSError where nothing can be.
    """
    line = f"数据版本 {version}　汇总日期 {today}　文件 {len(merged.files)} 个"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        book = SummaryBook(SUMMARY, line, today, Path(folder))
        for table in (_by_unit(merged), _by_item(merged), _late(merged), _rows(merged)):
            book.write(table)
        book.write(_findings(merged, book))
        return deliver(book.close(), target)


def _findings(merged: Merged, book: SummaryBook) -> Table:
    """What has to be looked at, and at the end, while it grows, what did not fit into its cell."""
    heads = ("文件", "工作表", "单元格", "问题", "填写的内容")
    findings = ((f.file, f.sheet, f.cell, f.what, f.typed) for f in merged.findings)
    rest = (("（本汇总）", sheet, cell, "续前文。", words) for sheet, cell, words in book.rest)
    return Table("问题", heads, (30, 14, 9, 60, 40), chain(findings, rest))


def _by_unit(merged: Merged) -> Table:
    states = _states(merged)
    problems = Counter(finding.file for finding in merged.findings)
    heads = (*FORM, "任务数", *states, *FIGURES, "问题", "表头表尾")

    def rows() -> Iterator[tuple[Value, ...]]:
        for unit in merged.units:
            first = unit.files[0]
            yield (
                first.unit if first.columns else UNREAD,
                "\n".join(filled.file for filled in unit.files),
                first.form,
                "、".join(dict.fromkeys(f.version for f in unit.files if f.version)),
                *_figures(unit.rows, states),
                sum(problems[filled.file] for filled in unit.files),
                "\n".join(dict.fromkeys("；".join(filled.notes) for filled in unit.files)),
            )

    return Table("按单位", heads, (20, 24, 14, 10, *(8,) * (len(states) + 4), 40), rows())


def _by_item(merged: Merged) -> Table:
    states = _states(merged)
    items: dict[tuple[int, str, str], list[Joined]] = {}
    for joined in merged.rows:
        if joined.counted and joined.task:
            task = joined.task.task
            key = (task.item.number, task.reference, task.item.title)
            items.setdefault(key, []).append(joined)
    heads = ("条目", "标题", "任务数", *states, *FIGURES)
    rows: Iterator[tuple[Value, ...]] = (
        (key[1], key[2], *_figures(items[key], states)) for key in sorted(items)
    )
    return Table("按条目", heads, (17, 36, *(9,) * (len(states) + 3)), rows)


def _states(merged: Merged) -> tuple[str, ...]:
    """The states of the forms that came back, then those that nobody may write."""
    kinds = (filled.definition for filled in merged.files)
    words = (word for kind in kinds if kind for word in kind.states)
    return tuple(dict.fromkeys((*words, UNKNOWN, UNFILLED)))


def _figures(rows: Iterable[Joined], states: tuple[str, ...]) -> tuple[int, ...]:
    """How many tasks, how many in each state, how many late, how many done."""
    counter: Counter[str] = Counter()
    for joined in rows:
        if not joined.counted:
            continue
        definition = joined.filled.definition
        counter["任务数"] += 1
        counter[joined.state] += 1
        counter["late"] += joined.late
        counter["done"] += definition is not None and joined.state in definition.done
    found = (counter[state] for state in states)
    return (counter["任务数"], *found, counter["late"], counter["done"])


def _late(merged: Merged) -> Table:
    heads = ("单位", "文件", "任务编号", "任务", "原文", "状态", "时限")
    rows: Iterator[tuple[Value, ...]] = (
        (
            joined.filled.unit,
            joined.filled.file,
            joined.row.id,
            label(joined.task) if joined.task else "",
            text(joined.task) if joined.task else "",
            joined.state,
            joined.due if joined.due else "",
        )
        for joined in merged.rows
        if joined.late and joined.counted
    )
    return Table("滞后和逾期", heads, (24, 24, 14, 16, 50, 10, 12), rows)


def _rows(merged: Merged) -> Table:
    columns: dict[str, None] = {}  # in the order in which they turn up
    percents: set[str] = set()
    for filled in merged.files:
        given = _given(filled.definition)
        titles = chain(filled.columns, *(row.values for row in filled.rows))
        columns |= dict.fromkeys(title for title in titles if title not in given)
        if filled.definition:
            percents |= {c.title for c in filled.definition.columns if c.fill == "percent"}
    typed = tuple(columns)
    heads = tuple(f"{title}（自加）" if title in FIXED else title for title in typed)

    def rows() -> Iterator[tuple[Value, ...]]:
        for joined in merged.rows:
            values = joined.row.values
            given = _given(joined.filled.definition)
            yield (
                joined.filled.unit or joined.filled.file,
                joined.filled.file,
                joined.filled.form,
                joined.filled.version,
                joined.row.number or "",
                joined.row.id,
                label(joined.task) if joined.task else "",
                text(joined.task) if joined.task else _printed(values, given),
                joined.state,
                "是" if joined.late else "",
                "是" if joined.counted else "",
                *("" if title in given else values.get(title, "") for title in typed),
            )

    widths = (20, 24, 14, 10, 6, 12, 16, 40, 9, 6, 6, *(16,) * len(typed))
    percent = {len(FIXED) + at for at, title in enumerate(typed) if title in percents}
    return Table("全部行", (*FIXED, *heads), widths, rows(), frozenset(percent))


def _given(definition: FormDefinition | None) -> frozenset[str]:
    """The titles of the columns that a form comes with filled in."""
    columns = definition.columns if definition else ()
    return frozenset(column.title for column in columns if column.shows)


def _printed(values: dict[str, Value], given: frozenset[str]) -> str:
    """What is in the printed columns of a row that no task is known for."""
    return "；".join(f"{title}：{value}" for title, value in values.items() if title in given)
