"""A mark is a number as it is written, and is written only where it is not the usual one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice import wording
from notice.checks.paths import item_paths
from notice.models import Catalog, Item
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

LETTERS = re.compile("[\u4e00-\u9fff]{2}")
COUNTED = re.compile(
    "[0-9０-９①-⑳Ⅰ-Ⅻ一二三四五六七八九十百零〇两壹贰叁肆伍陆柒捌玖拾甲乙丙丁]|[首其再最]"
)


def check_marks(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Marks of items that are the usual ones, and marks of clauses that count nothing."""
    usual = all(
        item.mark in (None, f"（{wording.numeral(number)}）")
        for number, item in enumerate(catalog.items, start=1)
    )
    for path, item in item_paths(catalog):
        yield from _clause_marks(source, path, item)
        if usual and item.mark is not None:
            message = f"mark 写“{item.mark}”，不写也是它；写了，引用时就要带上部分。"
            yield source.problem((*path, "mark"), message, "删去 mark")


def _clause_marks(source: Source, path: YamlPath, item: Item) -> Iterator[Problem]:
    for number, clause in enumerate(item.clauses):
        if clause.mark and LETTERS.search(clause.mark) and not COUNTED.search(clause.mark):
            message = f"编号“{clause.mark}”里没有数。"
            yield source.problem(
                (*path, "clauses", number, "mark"), message, "是小标题就写 heading"
            )
