"""Where the notice's words may be cut into title, heading and tasks: never inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.models import Catalog, Clause
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.wording import clause_words

# A mark, with what closes a quotation after it; or a quotation, 和 and the like behind it.
ENDS = re.compile(r"[，。、；：！？][”’》）]*$")
JOINS = re.compile(r"([“《]|和(?![谐平睦解气])|及|以及|并(?!购)|与|或)")
PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"))
HINT = "在标点处断开，标点留在前一项末尾"


def check_cuts(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Every cut that no reader of the notice would make."""
    for item_path, item in item_paths(catalog):
        if "。" in item.title:
            message = "标题里有句号：后面的话是任务，写在标题里就没有人做。"
            yield source.problem((*item_path, "title"), message, "标题到第一个句号为止")
        for path, clause in clause_paths(item_path, item):
            if mark := re.search("[，。；：]", clause.heading or ""):
                message = f"小标题里有“{mark[0]}”：后面的话是任务，写在小标题里就没有人做。"
                yield source.problem((*path, "heading"), message, "小标题到冒号前为止")
            yield from _cuts(source, path, clause)


def _cuts(source: Source, path: YamlPath, clause: Clause) -> Iterator[Problem]:
    whole = clause_words(clause)
    for task_path, task in task_paths(path, clause):
        for opening, closing in PAIRS:
            if whole.count(opening) != whole.count(closing):
                continue  # the notice itself has left one out
            if task.text.count(opening) != task.text.count(closing):
                message = f"任务在一对{opening}{closing}中间断开了。"
                yield source.problem((*task_path, "text"), message, "成对的标点放在同一项里")
    for (task_path, task), (_, after) in pairwise(task_paths(path, clause)):
        if not (ENDS.search(task.text) or JOINS.match(after.text)):
            message = f"任务在词句中间断开：“…{task.text[-6:]}｜{after.text[:6]}…”。"
            yield source.problem((*task_path, "text"), message, HINT)
