"""Prove that the catalog says exactly what the received text says.

Four written rules turn the received text (pinyin noise, traditional script, ASCII punctuation) into
the notice's words; nothing else is changed. The result must equal the catalog put together again,
character for character, line for line.
"""

from __future__ import annotations

import re
from pathlib import Path

import opencc

from notice.checks.paths import clause_paths, item_paths, section_paths, task_paths
from notice.models import Catalog, Item
from notice.problems import Problem, shown
from notice.reading.yaml_file import Source, YamlPath
from notice.wording import bracket, document_lines

# The rules as the site states them, in the order they are applied.
RULES = (
    "删去括号里的拼音，如“人民(min)政府”的“(min)”",
    "繁体字转为简体字（OpenCC t2s 字表）",
    "“著眼”改为“着眼”（上一条的字表不改此字）",
    "半角的 , : ; ( ) 改为全角",
)
PINYIN = re.compile(r"\([a-zü]+\)")
FULL_WIDTH = str.maketrans(",:;()", "，：；（）")
AROUND = 20  # characters of context on each side of a difference


def normalize(received: str) -> str:
    """Apply the four rules to the received text."""
    text = PINYIN.sub("", received)
    text = str(opencc.OpenCC("t2s").convert(text))
    text = text.replace("著眼", "着眼")
    return text.translate(FULL_WIDTH)


def verify_text(catalog: Catalog, source: Source, data: Path) -> list[Problem]:
    """The first difference on every line where catalog and received text differ.

    Args:
        catalog: what the data says; its notice names the received text's file.
        source: `items.yaml` as read, where a difference has its place.
        data: the folder that both are in.
    """
    received = _received(catalog, source, data)
    if isinstance(received, Problem):
        return [received]
    file = shown(data / catalog.notice.received, data.parent)
    theirs = normalize(received).rstrip("\n").split("\n")
    ours = list(document_lines(catalog))
    problems: list[Problem] = []
    for index in range(max(len(theirs), len(ours))):
        line, part = ours[index] if index < len(ours) else ("", ours[-1][1])
        other = theirs[index] if index < len(theirs) else ""
        if line != other:
            where = f"{file} 第 {index + 1} 行" if index < len(theirs) else f"{file} 末尾"
            problems.append(_difference(catalog, source, part, where, line, other))
            if len(theirs) != len(ours):
                break  # every later line would be one off
    return problems


def _received(catalog: Catalog, source: Source, data: Path) -> str | Problem:
    """The received text, or why there is none. It is read from the data folder only."""
    name, field = catalog.notice.received, ("notice", "received")
    path = data / name
    try:
        if not path.resolve().is_relative_to(data.resolve()):
            hint = "data/ 里的文件，如 source/received.txt"
            return source.problem(field, f"来文“{name}”不在数据文件夹里。", hint)
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        message = "来文不是有效的 UTF-8 编码，无法核对原文。"
        return Problem(shown(path, data.parent), 0, 0, message, hint="放回收到的文件")
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that no file can have
        message = f"没有来文“{name}”，无法核对原文。"
        return source.problem(field, message, "放回收到的文件，或写对它在 data/ 里的位置")


def _difference(
    catalog: Catalog, source: Source, part: str, where: str, ours: str, theirs: str
) -> Problem:
    at = next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    message = (
        f"{part} 与来文（{where}）不符："
        f"数据作“{_around(ours, at)}”，来文作“{_around(theirs, at)}”。"
    )
    return source.problem(_place(catalog, part, ours, at), message, "与来文逐字一致")


def _around(text: str, at: int) -> str:
    start, end = max(0, at - AROUND), at + AROUND
    head = "…" if start else ""
    return f"{head}{text[start:at]}⟦{text[at : at + 1]}⟧{text[at + 1 : end]}" + (
        "…" if end < len(text) else ""
    )


def _place(catalog: Catalog, part: str, line: str, at: int) -> YamlPath:
    """The path of the task or bracket that holds the character `at` of a line."""
    for path, section in section_paths(catalog):
        if section.id == part:
            return (*path, "title")
    for path, item in item_paths(catalog):
        if item.id == part:
            return _place_in_item(path, item, line, at)
    return ("notice", part)


def _place_in_item(item_path: YamlPath, item: Item, line: str, at: int) -> YamlPath:
    cursor = 0
    for path, clause in clause_paths(item_path, item):
        for task_path, task in task_paths(path, clause):
            start = line.find(task.text, cursor)
            if start == -1:
                continue
            cursor = start + len(task.text)
            if start <= at < cursor:
                return (*task_path, "text")
        if cursor <= at < cursor + len(bracket(clause.responsible)):
            return (*path, "responsible")
    return item_path
