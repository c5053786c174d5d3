"""What several forms have in common: columns with the same meaning, words, the warning."""

from __future__ import annotations

from forms.definition import Column, Row, Tone
from notice import wording
from notice.ids import short
from notice.models import Side
from notice.queries import deadlines

# How far a task is, as a department or a county says it.
STATUSES: dict[str, Tone] = {
    "未启动": "open",
    "推进中": "doing",
    "已完成": "done",
    "滞后": "late",
    "不涉及": "none",
}
WARNING = "“原文”是通知的字句；事项名称、问句和方法、分类为编写组建议，不作为执法依据。"
# What was printed in its place on forms that are still about.
FORMER_WARNINGS = (
    "“原文”是通知的字句；事项名称、内容和方法、分类为编写组建议，不作为执法依据。",
    "检查要点、任务名称和分类是编写组建议，不作为执法依据；引用以通知原件为准。",
)
# What is found on the spot; the words of an enterprise's own answer are its own.
VERDICTS: dict[str, Tone] = {"符合": "done", "不符合": "bad", "不涉及": "none"}
FORMER_GROUPS = frozenset({"监管", "泛指"})
NUMBER_HINT = "编号如 {example}，指通知{reference}里的一项任务；在网页上按编号可查原文和检查内容。"
FRAGMENT_HINT = "原文里【】中的是这一项，前后是它所在的句子；【】是编写组所加。"
PENDING_HINT = (
    "“待核”是通知没有写明、编写组也没有查到的，不能单凭它判不符合。没有查的空着；"
    "“不涉及”指没有这件事。期限内正在改的算改。没有列的编号不由这张表的填写人做。"
)
TIME_HINT = "状态填：{states}。时限（原文）照录通知{of_year}；空白的通知未写明"
SHARED_HINT = "责任单位（原文）写“分工负责”的，通知没有写明谁做哪一部分。"


def number(row: Row) -> str:
    """The number by which people know the task: 10-9."""
    return short(row.id)


def label(row: Row) -> str:
    """The editors' name of the task."""
    return wording.task_name(row.task.task)


def asked_enterprise(row: Row) -> str:
    """What the editors suggest to ask at an enterprise, and under it how to find out."""
    return _asked(row.task.task.sides.get("enterprise"))


def asked_authority(row: Row) -> str:
    """What the editors suggest to ask an authority, and under it how to find out."""
    return _asked(row.task.task.sides.get("authority"))


def _asked(side: Side | None) -> str:
    return f"{side.question}\n{side.method}" if side else ""


def text(row: Row) -> str:
    """The notice's words; of a fragment the sentence it stands in, its own words between 【】."""
    return wording.in_sentence(row.task.owner.clause, row.task.task)


def lead(row: Row) -> str:
    """The parties that the bracket says lead."""
    return "、".join(party.short_name for party in row.task.owner.lead)


def responsibility(row: Row) -> str:
    """The bracket's words."""
    return row.task.owner.responsibility


def deadline(row: Row) -> str:
    """The deadlines and frequencies that the notice sets, in its words."""
    return deadlines(row.task)


def item_title(row: Row) -> str:
    """The title of the item, with the hazard where it has several."""
    return row.task.owner.title


def item_heading(row: Row) -> str:
    """The item as summaries name it, hazards together: 第（十）项煤矿领域专项整治."""
    return f"{row.task.reference}{row.task.item.title}"


# By this column returned forms are matched with the data, whatever is sorted or filtered.
ID = Column("任务编号（勿改）", lambda row: row.id, flat=True)
POSITION = Column("序号", lambda row: str(row.position), paper=8, pocket=8, sheet=5)
GROUP = Column("类别", lambda row: row.group, flat=True, sheet=6)
NUMBER = Column("编号", number, paper=12, pocket=12, sheet=7, role="number")
