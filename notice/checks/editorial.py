"""What the editors add is Chinese, written as Chinese is, and tells one record from another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.checks.placeholders import PENDING
from notice.checks.repeats import repeated
from notice.laws import Basis
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

HAN = "[\u4e00-\u9fff]"
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
NARROW = re.compile(f"{HAN}([,;:?!()])|([,;:?!()]){HAN}")
TWICE = re.compile(r"([，。；：？！、])\1")
# What the editors write about each record of a list, beside its names in the notice.
OURS = (
    ("departments", ("nature",)),
    ("sectors", ("name",)),
    ("glossary", ("meaning", "note")),
    ("laws", ("full_name", "short_name", "source", "note")),
    ("retired", ("reason",)),
)


def check_editorial(catalog: Catalog, sources: dict[str, Source]) -> Iterator[Problem]:
    """Every word of ours that says nothing, or says what another one says."""
    labels: list[tuple[YamlPath, str]] = []
    items = sources["items"]
    for item_path, item in item_paths(catalog):
        for clause_path, clause in clause_paths(item_path, item):
            for task_path, task in task_paths(clause_path, clause):
                path, ours = (*task_path, "editorial"), task.editorial
                if ours is None:
                    continue
                if ours.label != PENDING:
                    labels.append(((*path, "label"), ours.label))
                yield from _written(items, (*path, "label"), ours.label)
                for asked, side in ours.sides.items():
                    yield from _written(items, (*path, asked, "question"), side.question)
                    yield from _written(items, (*path, asked, "method"), side.method)
                    yield from _bases(items, (*path, asked, "basis"), side.basis)
    yield from repeated(items, labels, "任务名称")
    for name, fields in OURS:
        for index, record in enumerate(getattr(catalog, name)):
            for field in fields:
                yield from _written(sources[name], (index, field), getattr(record, field) or "")
    for index, law in enumerate(catalog.laws):
        for number, article in enumerate(law.articles):
            path = (index, "articles", number, "about")
            yield from _written(sources["laws"], path, article.about)
    yield from _names(catalog, sources["departments"])


def _bases(source: Source, path: YamlPath, bases: tuple[Basis, ...]) -> Iterator[Problem]:
    for number, basis in enumerate(bases):
        for field in ("why", "limit"):
            yield from _written(source, (*path, number, field), getattr(basis, field) or "")
        for n, penalty in enumerate(basis.penalty):
            place = (*path, number, "penalty", n, "condition")
            yield from _written(source, place, penalty.condition or "")


def _written(source: Source, path: YamlPath, words: str) -> Iterator[Problem]:
    if words and not re.search(HAN, words):
        yield source.problem(path, f"“{words}”里没有一个汉字。", "用中文写明白")
    if found := NARROW.search(words):
        mark = found[1] or found[2]
        yield source.problem(path, f"中文里用了半角标点“{mark}”。", f"全角的“{WIDE[mark]}”")
    if found := TWICE.search(words):
        yield source.problem(path, f"标点“{found[0]}”重复了。", f"一个“{found[1]}”")


def _names(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """A full name holds the characters of the short one in their order, as abbreviations do."""
    for index, party in enumerate(catalog.departments):
        rest = iter(party.full_name or "")
        short = party.short_name.removeprefix("省")
        if party.full_name and not all(character in rest for character in short):
            message = f"“{party.full_name}”不像“{party.short_name}”的全称。"
            yield source.problem((index, "full_name"), message, "含有简称各字的全称；查不到就不写")
        if (party.kind == "collective") != party.short_name.endswith(("部门", "单位")):
            due = "body 或 local" if party.kind == "collective" else "collective"
            message = f"“{party.short_name}”的 kind 写成了 {party.kind}。"
            yield source.problem((index, "kind"), message, f"{due}：以“部门、单位”结尾的是泛指")
