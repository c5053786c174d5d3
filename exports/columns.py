"""The columns of each workbook: what is printed in them and what is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from notice.vocabulary import ANSWERS, FINDINGS, STATUSES

Fill = Literal["given", "text", "date", "percent", "choice"]
ID = "任务编号（勿改）"


@dataclass(frozen=True)
class Column:
    """A column. `width` is in characters of Excel; `given` names the field of a row it shows."""

    title: str
    width: int
    given: str = ""
    fill: Fill = "given"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """A workbook's first sheet: who fills it in, its columns, who signs."""

    sheet: str
    heads: tuple[str, ...]
    columns: tuple[Column, ...]
    feet: tuple[str, ...]
    state: str
    due: str
    frozen: int

    @property
    def states(self) -> tuple[str, ...]:
        """The words allowed in the column that tells progress."""
        return next(column.choices for column in self.columns if column.title == self.state)

    @property
    def done(self) -> tuple[str, ...]:
        """The words after which nothing is late."""
        return tuple(word for word in self.states if word in {"已完成", "不涉及", "是", "符合"})


ID_COLUMN = Column(ID, 10, "id")
LAYOUTS = {
    "inspection": Layout(
        sheet="检查表",
        heads=("被检查单位", "地点", "日期"),
        columns=(
            ID_COLUMN,
            Column("序号", 6, "number"),
            Column("类别", 6, "group"),
            Column("检查事项", 13, "label"),
            Column("检查内容和方法（编写组建议）", 34, "check"),
            Column("原文", 34, "text"),
            Column("结果", 8, fill="choice", choices=FINDINGS),
            Column("问题描述／取证编号", 36, fill="text"),
        ),
        feet=("检查人员", "执法证号", "被检查单位负责人", "复查人"),
        state="结果",
        due="",
        frozen=4,
    ),
    "tasks": Layout(
        sheet="任务清单",
        heads=("填报单位（盖章）", "填报日期"),
        columns=(
            ID_COLUMN,
            Column("编号", 6, "number"),
            Column("类别", 6, "group"),
            Column("任务", 12, "label"),
            Column("原文", 28, "text"),
            Column("牵头（原文写明）", 7, "lead"),
            Column("责任单位（原文）", 20, "responsibility"),
            Column("完成时限（原文）", 9, "deadline"),
            Column("本单位责任人", 8, fill="text"),
            Column("电话", 11, fill="text"),
            Column("本地时限", 10, fill="date"),
            Column("状态", 7, fill="choice", choices=STATUSES),
            Column("完成率", 6, fill="percent"),
            Column("进展／佐证", 13, fill="text"),
            Column("问题及措施", 13, fill="text"),
            Column("更新日期", 10, fill="date"),
        ),
        feet=("填报人", "审核人", "分管负责人"),
        state="状态",
        due="本地时限",
        frozen=4,
    ),
    "breakdown": Layout(
        sheet="任务分解表",
        heads=("县（市、区）", "日期"),
        columns=(
            ID_COLUMN,
            Column("序号", 6, "number"),
            Column("部分", 5, "group"),
            Column("重点任务", 15, "title"),
            Column("具体措施（原文）", 36, "text"),
            Column("省级责任单位", 22, "responsibility"),
            Column("县级牵头单位", 13, fill="text"),
            Column("县级配合单位", 13, fill="text"),
            Column("完成时限（原文）", 9, "deadline"),
            Column("本地时限", 10, fill="date"),
            Column("进展情况", 8, fill="choice", choices=STATUSES),
            Column("备注", 14, fill="text"),
        ),
        feet=("县安委办（盖章）", "联系人", "日期"),
        state="进展情况",
        due="本地时限",
        frozen=4,
    ),
    "selfcheck": Layout(
        sheet="自查表",
        heads=("企业名称", "自查周期", "日期"),
        columns=(
            ID_COLUMN,
            Column("序号", 6, "number"),
            Column("类别", 6, "group"),
            Column("自查事项", 12, "label"),
            Column("自查内容（编写组建议）", 26, "check"),
            Column("原文", 26, "text"),
            Column("结果", 7, fill="choice", choices=ANSWERS),
            Column("隐患描述", 15, fill="text"),
            Column("重大", 5, fill="choice", choices=("是",)),
            Column("整改措施", 15, fill="text"),
            Column("资金", 7, fill="text"),
            Column("责任人", 8, fill="text"),
            Column("时限", 10, fill="date"),
            Column("复查人／日期", 10, fill="text"),
        ),
        feet=("主要负责人（签字）", "安全总监", "自查人", "企业盖章"),
        state="结果",
        due="时限",
        frozen=4,
    ),
}
