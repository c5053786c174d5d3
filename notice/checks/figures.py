"""Figures in our words are the notice's: its numbers, and how often or how many it says.

Source of the rule: an editor adds no duty and no frequency to the notice (CONTRIBUTING.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.models import Clause, Item, Task
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.wording import clause_words, item_text, numeral

# Behind a letter it is part of a name: H2S, PM2.5.
NUMBER = re.compile("(?<![A-Za-z0-9.])[0-9]+(?:[.][0-9]+)?")
MANY = "(?<![0-9第每])(?:[0-9]{1,2}|[二两三四五六七八九十]+)"
# Every so often, or so many; 一 counts only where it is no other word: 上一次, 任意一名, 一次不漏.
FIGURE = re.compile(
    "每(?:[0-9]{1,2}|[二两三四五六七八九十]+|一)?个?(?:半年|[日天周旬月年]|星期|季度?)|"
    f"{MANY}(?:次|名|年|个月|天|小时)|(?<![第每任何哪有各十上下前近这那某同头意问])一[次名](?![性不也都])"
)
# How a notice says the same without 每: 月调度, 按季通报, 年度考核.
UNMARKED = "[按逐一当]{0}|{0}(?:度|报|调|通|例|检|巡|查|考|分析|会)"
SAME = {"天": "日", "星期": "周", "季度": "季", "两": "二", "个月": "月", "每一": "每"}
TaskInItem = tuple[Item, Clause, Task]  # a task with what it stands in


def check_figures(
    source: Source, path: YamlPath, what: str, words: str, of: TaskInItem
) -> Iterator[Problem]:
    """Every number, period and count in words of ours that the notice has not.

    Args:
        source: the file they stand in.
        path: their place.
        what: what they are called, 问句 or 名称.
        words: they themselves.
        of: the task that they are about.
    """
    numbers, figures = NUMBER.findall(words), FIGURE.findall(words)
    said = _said(*of) if numbers or figures else ()
    for number in numbers:
        if number not in NUMBER.findall(said[0]):
            message = f"{what}里的“{number}”，这项任务的原文里没有。"
            yield source.problem(path, message, "照原文的数字；原文没有的不写")
    for found in figures:
        if NUMBER.search(found):
            continue
        due = _due(found, said)
        if due is None or _same(due) != _same(found):
            message = f"{what}里的“{found}”，这项任务的原文里没有。"
            hint = f"照原文的“{due}”" if due else "照原文的次数、时间；原文没有的不写"
            yield source.problem(path, message, hint)


def _said(item: Item, clause: Clause, task: Task) -> tuple[str, ...]:
    """The words of a task, then those around it: its clause's, its item's."""
    return task.text, clause_words(clause), f"{item.title}。{item_text(item)}"


def _due(found: str, said: tuple[str, ...]) -> str | None:
    """The figure that the words nearest to a task have for one; None where there is none."""
    wanted = _same(found)
    if wanted[0] == "每" and re.search(UNMARKED.format(wanted[1:]), said[-1]):
        return found
    for words in said:
        near: dict[str, str] = {_same(each): each for each in FIGURE.findall(words)}
        alike = {same: each for same, each in near.items() if _kind(same) == _kind(wanted)}
        if alike:
            return alike.get(wanted) or next(iter(alike.values()))
    return None


def _kind(figure: str) -> str:
    """What can stand for a figure: another period for a period, as many of the same for a count."""
    return figure[0] if figure[0] == "每" else figure[-1]


def _same(figure: str) -> str:
    """One spelling for figures that mean the same: 每个月 and 每月, 2次 and 两次."""
    figure = NUMBER.sub(lambda digits: numeral(int(digits[0])), figure)
    for before, after in SAME.items():
        figure = figure.replace(before, after)
    return figure
