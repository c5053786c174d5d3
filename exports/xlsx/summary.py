"""The sheets beside the table: counts that follow what is filled in, and how to fill it in."""

from __future__ import annotations

from collections import Counter

from xlsxwriter.worksheet import Worksheet

from exports.xlsx.styles import Styles
from forms.common import ID, item_heading
from forms.definition import FormDefinition
from forms.form import Form
from notice.ids import from_short, item_id, item_number

TOP = 3  # the row of the head, counted from 0


def write_summary(sheet: Worksheet, styles: Styles, form: Form, version: str) -> None:
    """States by item, counted by formulas over the table, whatever is filtered or sorted."""
    definition = form.definition
    sheet.write_string(0, 0, f"{form.title}：汇总", styles.title)
    sheet.write_string(1, 0, f"数据版本 {version}　随“{definition.worksheet}”自动计算", styles.line)
    for number, words in enumerate(("条目", "任务数", *definition.states, "未填")):
        sheet.write_string(TOP, number, words, styles.head)
    counts = Counter(item_number(row.id) for row in form.rows)
    titles = {item_number(row.id): item_heading(row) for row in form.rows}
    at = TOP
    for item, count in sorted(counts.items()):
        at += 1
        sheet.write_string(at, 0, titles[item], styles.given)
        these = f'tasks[{ID.title}],"{item_id(item)}-*"'
        sheet.write_formula(at, 1, f"=COUNTIFS({these})", styles.count, count)
        _states(sheet, styles, definition, at, count, these)
    at += 1
    everything = f'tasks[{ID.title}],"{from_short("*")}"'
    total = len(form.rows)
    sheet.write_string(at, 0, "合计", styles.head)
    sheet.write_formula(at, 1, f"=COUNTIFS({everything})", styles.count, total)
    _states(sheet, styles, definition, at, total, everything)
    sheet.set_column(0, 0, 38)
    sheet.set_column(1, len(definition.states) + 2, 9)
    sheet.set_row(0, 24)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TOP)
    sheet.freeze_panes(TOP + 1, 1)
    sheet.set_footer(f"&L&8表号 {form.name}　数据版本 {version}&C&8— &P / &N —")


def _states(
    sheet: Worksheet, styles: Styles, definition: FormDefinition, at: int, count: int, these: str
) -> None:
    for number, word in enumerate(definition.states, start=2):
        formula = f'=COUNTIFS({these},tasks[{definition.state}],"{word}")'
        sheet.write_formula(at, number, formula, styles.count, 0)
    last = 2 + len(definition.states)
    formula = f'=COUNTIFS({these},tasks[{definition.state}],"")'
    sheet.write_formula(at, last, formula, styles.count, count)


def write_help(sheet: Worksheet, styles: Styles, form: Form, version: str) -> None:
    """How to fill the form in so that returned forms can be put together."""
    definition = form.definition
    sheet.write_string(0, 0, "填表说明", styles.title)
    lines = (
        f"表号 {form.name}，数据版本 {version}。",
        f"“{definition.worksheet}”灰底的列是通知的字句和编写组的整理，白底的列由填报单位填写。",
        f"“{definition.state}”从下拉框选：{'、'.join(definition.states)}。",
        "日期写成 2024-06-30；完成率写 0% 到 100%。",
        "可以排序、筛选、调列宽、加列；不要删改隐藏的第一列，各单位的表靠它汇总到一起。",
        "收齐后用 scripts/merge.py 汇总，不用重新录入；认不出的内容会列出位置，不会丢。",
        "问句和方法、任务名称和分类是编写组建议，不作为执法依据；引用以通知原件为准。",
    )
    for at, words in enumerate(lines, start=2):
        sheet.write_string(at, 0, words, styles.line)
        sheet.set_row(at, 18)
    sheet.set_column(0, 0, 100)
    sheet.set_row(0, 24)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
