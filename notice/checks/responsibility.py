"""Responsibility cannot vanish while every word stays: brackets, remarks, who is named in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import get_args

from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.models import Catalog, Item, Responsible
from notice.problems import Problem
from notice.reading.yaml_file import Source, YamlPath
from notice.vocabulary import Duty

BRACKET = re.compile(r"（[^（）]*）")
AS_FIELD = "拆开写进本段的 responsible"


def check_responsibility(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """What is wrong with brackets and with the clauses that they close."""
    names = [party.short_name for party in catalog.departments]
    yield from _in_words(source, ("notice", "preamble"), catalog.notice.preamble, names)
    for item_path, item in item_paths(catalog):
        yield from _in_words(source, (*item_path, "title"), item.title, names)
        yield from _open_clauses(source, item_path, item)
        for path, clause in clause_paths(item_path, item):
            yield from _in_words(source, (*path, "heading"), clause.heading or "", names)
            for task_path, task in task_paths(path, clause):
                yield from _in_words(source, (*task_path, "text"), task.text, names)
            if clause.responsible:
                yield from _remark(source, (*path, "responsible"), clause.responsible, names)


def _in_words(source: Source, path: YamlPath, words: str, names: list[str]) -> Iterator[Problem]:
    """A bracket among the words is read by nobody as a responsibility."""
    for found in BRACKET.findall(words):
        ends = any(found.removesuffix("）").endswith(duty) for duty in get_args(Duty))
        if ends or any(name in found for name in names):
            message = f"责任括号“{found}”写在了文字里，括号里的单位就没有了责任。"
            yield source.problem(path, message, AS_FIELD)


def _open_clauses(source: Source, item_path: YamlPath, item: Item) -> Iterator[Problem]:
    for (path, clause), (_, after) in pairwise(clause_paths(item_path, item)):
        if clause.responsible is None and after.heading is None:
            message = "这一段末尾没有责任括号，下一段又没有小标题：这一段的任务没有了责任单位。"
            yield source.problem(path, message, "与下一段合成一段，或补上 responsible")


def _remark(
    source: Source, path: YamlPath, who: Responsible, names: Iterable[str]
) -> Iterator[Problem]:
    """A remark gives others a responsibility: its words and the list of those say the same."""
    if who.remark and not who.extends_to_rest:
        message = f"写了 remark“{who.remark}”，没有写谁对其后各项负责。"
        yield source.problem((*path, "remark"), message, "补上 extends_to_rest: [单位]")
    if who.extends_to_rest and not who.remark:
        message = "写了 extends_to_rest，没有写括号里的那句话。"
        yield source.problem((*path, "extends_to_rest"), message, "照原文补上 remark")
    if not who.remark:
        return
    for index, name in enumerate(who.extends_to_rest):
        if name in names and not _mentions(who.remark, name):
            message = f"remark 里没有提到“{name}”。"
            yield source.problem((*path, "extends_to_rest", index), message, "只写 remark 提到的")
    for name in names:
        listed = who.extends_to_rest
        if listed and _mentions(who.remark, name) and name not in listed:
            message = f"remark 提到了“{name}”，extends_to_rest 里没有。"
            yield source.problem((*path, "remark"), message, f"extends_to_rest 里加上“{name}”")


def _mentions(remark: str, name: str) -> bool:
    """A remark may leave out the “各” of 各市、县人民政府."""
    return name.removeprefix("各") in remark
