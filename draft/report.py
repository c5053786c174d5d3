"""What was done to the received text, what was left out, what is doubtful: for whoever reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from draft.structure import Structure
from notice.brackets import unread
from notice.vocabulary import LINE_KINDS, RULES, UNKNOWN

BEGINNING = 20  # characters of a line by which it is found again


def report(structure: Structure, records: dict[str, Any]) -> str:
    """The report in Markdown."""
    return "\n".join(_lines(structure, records)) + "\n"


def _lines(structure: Structure, records: dict[str, Any]) -> Iterator[str]:
    notice = records["items"]["notice"]
    items = [item for section in records["items"]["sections"] for item in section["items"]]
    clauses = structure.clauses
    tasks = sum(len(clause.tasks) for clause in clauses)
    brackets = [clause.bracket for clause in clauses if clause.bracket]
    yield f"# {notice['title']}：起草报告"
    yield ""
    yield (
        f"{len(records['items']['sections'])} 个部分、{len(items)} 项、{tasks} 项任务、"
        f"{len(brackets)} 处责任括号、{len(records['departments'])} 个责任主体。"
        "来文的每一个字都有去处：进了数据、按规则去掉，或者列在下面“不是通知的字”里。"
    )
    yield ""
    yield "## 去掉了什么"
    yield ""
    yield from (f"- {RULES[rule]}" for rule in structure.rules)
    if not structure.rules:
        yield "什么也没有去掉。"
    yield ""
    yield "## 不是通知的字"
    yield ""
    for why, lines in structure.left_out:
        yield from (f"- {why}：{line}" for line in lines)
    if not structure.left_out:
        yield "没有。"
    yield ""
    yield "## 文头和文尾"
    yield ""
    for kind, words in (*structure.front, *structure.end):
        yield f"- {LINE_KINDS[kind]}：{words}"
    yield ""
    yield "## 请看一看"
    yield ""
    doubts = [*structure.doubts, *_doubts(structure, notice)]
    yield from (f"- {doubt}" for doubt in doubts)
    if not doubts:
        yield "程序没有看出可疑的地方。"
    yield ""
    yield from _left_to_do(records)


def _doubts(structure: Structure, notice: dict[str, Any]) -> Iterator[str]:
    if notice["title"] == UNKNOWN:
        yield "来文里没有找到标题，title 写了“待核”：照公开文本补上。"
    for field, words in (("number", "文号"), ("issuer", "发文机关"), ("issued", "成文日期")):
        if field not in notice:
            yield f"来文里没有找到{words}。"
    known = Counter(
        name for clause in structure.clauses if clause.bracket for name in clause.bracket.parties
    )
    names = sorted(known)
    for name in names:
        longer = [other for other in names if _may_be_short(name, other)]
        if longer:
            yield f"“{name}”和“{'”“'.join(longer)}”是不是一家：{known[name]} 处写前者。"
    for clause in structure.clauses:
        if clause.bracket:
            words, remark = clause.bracket.words, clause.bracket.remark
            for piece in unread(words.replace(remark, "") if remark else words, names):
                yield f"括号“{words}”里的“{piece}”没有认作单位：是单位就登记、写进去。"
    for section in structure.sections:
        for item in section.items:
            bare = [c for c in item.clauses if c.bracket is None]
            if bare and len(bare) < len(item.clauses):
                begins = "".join(task.words for task in bare[-1].tasks)[:BEGINNING]
                yield (
                    f"“{begins}…”这一段没有责任括号，同一项里别的有；"
                    "如果是通知结尾的话，挪到 end，kind 写 other。"
                )
    for kind, words in (*structure.front, *structure.end):
        if kind == "other":
            yield f"文头文尾里的“{words[:BEGINNING]}”不知道是什么：不是通知的字就挪到 left_out。"


def _may_be_short(shorter: str, longer: str) -> bool:
    """Whether a name may be short for another: its characters in order, but not its beginning."""
    rest = iter(longer)
    inside = all(character in rest for character in shorter)
    return inside and shorter != longer and not longer.startswith(shorter)


def _left_to_do(records: dict[str, Any]) -> Iterator[str]:
    waiting: Counter[str] = Counter()
    _count(records, waiting)
    yield "## 还要人做的"
    yield ""
    yield (
        f"待复核 {sum(waiting.values())} 处："
        + "、".join(f"{field} {number}" for field, number in sorted(waiting.items()))
        + "。复核一处，就从那一条的 unreviewed 里删去一个。"
    )
    yield "任务名称、问句和方法没有起草：不写也能发布，写了才有检查表、自查表和督查表。"


def _count(value: Any, waiting: Counter[str]) -> None:
    if isinstance(value, dict):
        waiting.update(value.get("unreviewed", ()))
        for inner in value.values():
            _count(inner, waiting)
    elif isinstance(value, list):
        for inner in value:
            _count(inner, waiting)
