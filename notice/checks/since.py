"""Against an older state of the data: ids keep their meaning, no list of the record shrinks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from notice.problems import Problem, shown
from notice.reading.files import contents
from notice.reading.source import Source, YamlPath
from notice.reading.yaml_file import read
from notice.record import history, published
from notice.record.changes import ALIKE

# File, the field that is the id, the words it stands for, what both are called.
LISTS = (
    ("departments", "slug", "short_name", "责任主体"),
    ("sectors", "slug", "name", "行业领域"),
    ("glossary", "id", "term", "术语"),
)
RETIRE = "python3 scripts/addresses.py retire"


@dataclass(frozen=True)
class _Meaning:
    """What an id stands for, and where that is written."""

    words: str
    source: Source
    path: YamlPath


Meanings = Mapping[str, _Meaning]


def check_since(base: Path, head: Path) -> list[Problem]:
    """What may not have happened between two data folders, `head` the newer, which is valid.

    Only files are read, so the older data may have another shape.
    """
    same_text = _received(base) == _received(head)
    problems = [*_tasks(_task_meanings(base), _task_meanings(head), _retired(head), same_text)]
    for name, key, words, what in LISTS:
        before, after = (_meanings(data, name, key, words) for data in (base, head))
        # The notice's own words for a party; the editors' words for the others.
        fixed = name == "departments" and same_text
        problems += _names(before, after, what, fixed=fixed)
    problems += _lost_words(base, head)
    if same_text:
        problems += _left_out_since(base, head)
    return [*problems, *_published(base, head), *_history(base, head)]


def _tasks(before: Meanings, after: Meanings, retired: set[str], same: bool) -> Iterator[Problem]:
    owners = {meaning.words: id_ for id_, meaning in before.items()}
    now = {meaning.words: id_ for id_, meaning in after.items()}
    for id_, old in before.items():
        new = after.get(id_)
        if new is None:
            if f"#{id_}" not in retired:
                yield _gone(id_, old, now.get(old.words, ""), next(iter(after.values())).source)
        elif new.words != old.words:
            owner = owners.get(new.words, "")
            if owner:
                message = f"{id_} 的原文换成了 {owner} 的“{_short(new.words)}”。"
            elif same or SequenceMatcher(None, old.words, new.words).ratio() < ALIKE:
                message = f"{id_} 原来是“{_short(old.words)}”，现在是“{_short(new.words)}”。"
            else:
                continue  # the received text was corrected, and so was the task
            moved = f"，原文现在是 {now[old.words]}" if old.words in now else ""
            hint = f"编号跟着原文走{moved}；重新切分的任务用新编号，停用旧编号：{RETIRE} '#{id_}'"
            yield new.source.problem(new.path, message, hint)


def _lost_words(base: Path, head: Path) -> Iterator[Problem]:
    """What the editors had added to a task may not vanish with all its fields."""
    had = {str(n["id"]) for _, n in _groups(_read(base, "items").data, ()) if "editorial" in n}
    source = _read(head, "items")
    for path, node in _groups(source.data, ()):
        if "text" in node and node.get("id") in had and not node.get("editorial"):
            message = f"{node['id']} 原来有 editorial（名称、问句和方法），现在没有了。"
            yield source.problem((*path, "id"), message, "用 Git 恢复；问句不对就改，不要整段删去")


def _left_out_since(base: Path, head: Path) -> Iterator[Problem]:
    """Of one and the same received text, a line that was the notice's stays the notice's."""
    before = {line for _, line in _left_out(_read(base, "items"))}
    source = _read(head, "items")
    for path, line in _left_out(source):
        if line not in before:
            message = f"“{_short(line)}”原来是通知的字，现在写成了不是通知的字。"
            hint = "移回 front、end 等原处；真不是通知的字，从来文里删去这一行并在合并请求里说明"
            yield source.problem(path, message, hint)


def _left_out(source: Source) -> Iterator[tuple[YamlPath, str]]:
    """The lines that are said to be no words of the notice; white space does not count."""
    groups = (source.data or {}).get("notice", {}).get("left_out", [])
    for at, group in enumerate(groups):
        for number, line in enumerate(group["lines"]):
            path = ("notice", "left_out", at, "lines", number)
            yield path, "".join(str(line).split())


def _gone(id_: str, old: _Meaning, heir: str, source: Source) -> Problem:
    to = f" --to '#{heir}'" if heir else ""
    where = f"，它的原文现在是 {heir}" if heir else ""
    message = f"编号 {id_}（“{_short(old.words)}”）不见了{where}。"
    hint = f"改回来，或写明去处：{RETIRE} '#{id_}'{to} --reason '为什么'"
    return Problem(source.file, 0, 0, message, hint=hint)


def _names(before: Meanings, after: Meanings, what: str, *, fixed: bool) -> Iterator[Problem]:
    owners = {meaning.words: id_ for id_, meaning in before.items()}
    for id_, old in before.items():
        new = after.get(id_)
        if new is None or new.words == old.words:
            continue
        if fixed or new.words in owners:
            taken = f"，那是 {owners[new.words]} 的" if new.words in owners else ""
            message = f"{what} {id_} 原来是“{old.words}”，现在是“{new.words}”{taken}。"
            yield new.source.problem(new.path, message, "网址发布后不能挪作他用：改回来，另取新的")


def _task_meanings(data: Path) -> dict[str, _Meaning]:
    source = _read(data, "items")
    return {
        str(node["id"]): _Meaning(str(node["text"]), source, (*path, "id"))
        for path, node in _groups(source.data, ())
        if "id" in node and "text" in node
    }


def _meanings(data: Path, name: str, key: str, words: str) -> dict[str, _Meaning]:
    source = _read(data, name)
    return {
        str(node[key]): _Meaning(str(node[words]), source, (*path, key))
        for path, node in _groups(source.data, ())
        if key in node and words in node
    }


def _retired(data: Path) -> set[str]:
    found = _groups(_read(data, "retired").data, ())
    return {str(node.get("address")) for _, node in found}


def _read(data: Path, name: str) -> Source:
    path = data / f"{name}.yaml"
    return read(path, shown(path, data.parent))


def _groups(value: Any, path: YamlPath) -> Iterator[tuple[YamlPath, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from _groups(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _groups(inner, (*path, index))


def _received(data: Path) -> bytes:
    """The received text; line ends do not count."""
    notice = (_read(data, "items").data or {}).get("notice", {})
    found = contents(data / str(notice.get("received", "")), "")
    return b"" if isinstance(found, Problem) else found.replace(b"\r\n", b"\n")


def _published(base: Path, head: Path) -> Iterator[Problem]:
    kept = set(published.read_published(head))
    struck = [line for line in published.read_published(base) if line not in kept]
    if struck:
        file = shown(head / published.FILE, head.parent)
        listed = "、".join(struck[:5]) + (" 等" if len(struck) > 5 else "")
        message = f"名单只增不减，却少了 {len(struck)} 行：{listed}。"
        yield Problem(file, 0, 0, message, hint="用 Git 恢复这些行；停用的写进 data/retired.yaml")


def _history(base: Path, head: Path) -> Iterator[Problem]:
    before, after = (history.read_history(data, []) for data in (base, head))
    file = shown(head / history.FILE, head.parent)
    if before and (
        after is None
        or after.since != before.since
        or [*map(str, after.revisions[: len(before.revisions)])] != [*map(str, before.revisions)]
    ):
        yield Problem(file, 0, 0, "变更记录只增不减，却少了或改了以前的记录。", hint=history.HINT)


def _short(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:20]}…"
