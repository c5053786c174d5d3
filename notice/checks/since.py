"""Against an older state of the data: ids keep their meaning, no list of the record shrinks."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from notice.checks.since_lists import RETIRE, check_lists_since, retired_entries
from notice.checks.states import Meaning, Meanings, groups, read_state
from notice.problems import Problem
from notice.reading.files import contents
from notice.reading.source import Source, YamlPath
from notice.record.changes import ALIKE
from notice.vocabulary import DEFAULT_RULES


def check_since(base: Path, head: Path) -> list[Problem]:
    """What may not have happened between two data folders, `head` the newer, which is valid.

    Only files are read, so the older data may have another shape.
    """
    same_text = _received(base) == _received(head)
    problems = [
        *_tasks(_task_meanings(base), _task_meanings(head), {*retired_entries(head)}, same_text)
    ]
    problems += _lost_words(base, head)
    if same_text:
        problems += _left_out_since(base, head)
        problems += _rules_since(base, head)
    return [*problems, *check_lists_since(base, head, same_text=same_text)]


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
    had = {str(n["id"]) for _, n in groups(read_state(base, "items").data, ()) if "editorial" in n}
    source = read_state(head, "items")
    for path, node in groups(source.data, ()):
        if "text" in node and node.get("id") in had and not node.get("editorial"):
            message = f"{node['id']} 原来有 editorial（名称、问句和方法），现在没有了。"
            yield source.problem((*path, "id"), message, "用 Git 恢复；问句不对就改，不要整段删去")


def _left_out_since(base: Path, head: Path) -> Iterator[Problem]:
    """Of one and the same received text, a line that was the notice's stays the notice's."""
    before = {line for _, line in _left_out(read_state(base, "items"))}
    source = read_state(head, "items")
    for path, line in _left_out(source):
        if line not in before:
            message = f"“{_short(line)}”原来是通知的字，现在写成了不是通知的字。"
            hint = "移回 front、end 等原处；真不是通知的字，请维护的人核对来文"
            yield source.problem(path, message, hint)


def _rules_since(base: Path, head: Path) -> Iterator[Problem]:
    """A text that was proven under some rules needs no looser ones."""
    before, source = _rules(read_state(base, "items")), read_state(head, "items")
    if added := [rule for rule in _rules(source) if rule not in before]:
        message = f"来文没有变，核对的规则却多了 {'、'.join(added)}：字句、分行会核对得松。"
        yield source.problem(("notice", "rules"), message, "删去；原来的规则已经对得上")


def _rules(source: Source) -> list[str]:
    found = [node for path, node in groups(source.data, ()) if path == ("notice",)]
    rules = found[0].get("rules", DEFAULT_RULES) if found else DEFAULT_RULES
    return [*map(str, rules or ())]


def _left_out(source: Source) -> Iterator[tuple[YamlPath, str]]:
    """The lines that are said to be no words of the notice; white space does not count."""
    for path, node in groups(source.data, ()):
        if path[:2] == ("notice", "left_out") and isinstance(node.get("lines"), list):
            for number, line in enumerate(node["lines"]):
                yield (*path, "lines", number), "".join(str(line).split())


def _gone(id_: str, old: Meaning, heir: str, source: Source) -> Problem:
    to = f" --to '#{heir}'" if heir else ""
    where = f"，它的原文现在是 {heir}" if heir else ""
    message = f"编号 {id_}（“{_short(old.words)}”）不见了{where}。"
    hint = f"改回来，或写明去处：{RETIRE} '#{id_}'{to} --reason '为什么'"
    return Problem(source.file, 0, 0, message, hint=hint)


def _task_meanings(data: Path) -> dict[str, Meaning]:
    source = read_state(data, "items")
    return {
        str(node["id"]): Meaning(str(node["text"]), source, (*path, "id"))
        for path, node in groups(source.data, ())
        if "id" in node and "text" in node
    }


def _received(data: Path) -> bytes:
    """The received text; line ends do not count."""
    notice = (read_state(data, "items").data or {}).get("notice", {})
    found = contents(data / str(notice.get("received", "")), "")
    return b"" if isinstance(found, Problem) else found.replace(b"\r\n", b"\n")


def _short(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:20]}…"
