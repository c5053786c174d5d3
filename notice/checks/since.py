"""Against an older state of the data: ids keep their meaning, no list of the record shrinks."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any

from notice.checks.since_fields import check_fields
from notice.checks.since_lists import RETIRE, Retired, check_lists_since, retired_entries
from notice.checks.since_losses import check_exchanges, check_losses
from notice.checks.states import (
    Meaning,
    Meanings,
    is_meant,
    meanings,
    read_state,
    way_out,
)
from notice.head import Notice
from notice.problems import Problem, shown
from notice.reading.containers import groups
from notice.reading.files import contents
from notice.reading.source import Source, YamlPath
from notice.record.changes import ALIKE
from notice.vocabulary import DEFAULT_RULES


def check_since(base: Path, head: Path) -> list[Problem]:
    """What may not have happened between two data folders, `head` the newer, which is valid.

    Only files are read, so the older data may have another shape.
    """
    same_text = _received(base) == _received(head)
    before, after = (meanings(data, "items", "id", "text") for data in (base, head))
    problems = [*_tasks(before, after, retired_entries(head), same_text)]
    problems += _received_since(base, head)
    problems += _lost_words(base, head)
    problems += check_losses(base, head)
    problems += check_exchanges(base, head)
    problems += check_fields(base, head)
    problems += _head_since(base, head, same_text=same_text)
    if same_text:
        problems += _left_out_since(base, head)
        problems += _rules_since(base, head)
    return [*problems, *check_lists_since(base, head, same_text=same_text)]


def _tasks(before: Meanings, after: Meanings, retired: Retired, same: bool) -> Iterator[Problem]:
    owners = {meaning.words: id_ for id_, meaning in before.items()}
    now = {meaning.words: id_ for id_, meaning in after.items()}
    for id_, old in before.items():
        new = after.get(id_)
        if new is None:
            heir, source = now.get(old.words, ""), next(iter(after.values())).source
            entry = retired.get(f"#{id_}")
            if entry is None:
                yield _gone(id_, old, heir, source)
            elif heir and f"#{heir}" not in (entry.get("moved_to") or []):
                yield _led_astray(id_, heir, source)
        elif new.words != old.words:
            owner = owners.get(new.words, "")
            moved = f"，原文现在是 {now[old.words]}" if old.words in now else ""
            hint = f"编号跟着原文走{moved}；重新切分的任务用新编号，停用旧编号：{RETIRE} '#{id_}'"
            if owner:
                message = f"{id_} 的原文换成了 {owner} 的“{_short(new.words)}”。"
                hint = f"编号跟着原文走：改回 {owner}；新加的任务用没有用过的编号"
            elif same or SequenceMatcher(None, old.words, new.words).ratio() < ALIKE:
                message = f"{id_} 原来是“{_short(old.words)}”，现在是“{_short(new.words)}”。"
            else:
                continue  # the received text was corrected, and so was the task
            yield new.source.problem(new.path, message, hint)


def _received_since(base: Path, head: Path) -> Iterator[Problem]:
    """What was received stays as it was: changed like the data, it would prove any word."""
    name = _received_name(base)
    old, new = (_bytes(data / name) for data in (base, head))
    if not old or not new or old == new:
        return
    pairs = zip_longest(old.split(b"\n"), new.split(b"\n"))
    line = next(n for n, (was, is_) in enumerate(pairs, start=1) if was != is_)
    message = "来文改动过：它要原样存放，字句才有凭据。"
    hint = "用 Git 恢复；收到了更好的文本，另存一个文件放在旁边，received 改写它的名字"
    yield Problem(shown(head / name, head.parent), line, 1, message, hint=hint)


def _lost_words(base: Path, head: Path) -> Iterator[Problem]:
    """What the editors had added to a task may not vanish with all its fields."""
    had = {str(n.get("id")) for _, n in groups(_read_items(base).data, ()) if "editorial" in n}
    source = _read_items(head)
    for path, node in groups(source.data, ()):
        if "text" in node and node.get("id") in had and not node.get("editorial"):
            message = f"{node['id']} 原来有 editorial（名称、问句和方法），现在没有了。"
            yield source.problem((*path, "id"), message, "用 Git 恢复；问句不对就改，不要整段删去")


def _head_since(base: Path, head: Path, *, same_text: bool) -> Iterator[Problem]:
    """What nothing received proves of the notice, and what has taken its place, stays."""
    was, source = _read_items(base), _read_items(head)
    before, now = _notice(was), _notice(source)
    facts = {"title": "标题", "superseded_by": "后来的通知"}
    for field, what in facts.items():
        old, new = before.get(field), now.get(field)
        waited = field in (before.get("unreviewed") or ()) or field in (now.get("unreviewed") or ())
        if not old or old == new or waited or (field == "title" and not same_text):
            continue
        if not is_meant((was, ("notice",)), (source, ("notice",)), field):
            message = f"{what}（{field}）原来是“{_said(old)}”，现在{'改了' if new else '没有了'}。"
            place = ("notice", field)
            yield source.problem(place, message, f"改回来；{way_out(field)}")


def _said(value: Any) -> str:
    """The words of a field, or of a record inside the head."""
    return "，".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _left_out_since(base: Path, head: Path) -> Iterator[Problem]:
    """Of one and the same received text, a line that was the notice's stays the notice's."""
    before = {line for _, line in _left_out(_read_items(base))}
    source = _read_items(head)
    for path, line in _left_out(source):
        if line not in before:
            message = f"“{_short(line)}”原来是通知的字，现在写成了不是通知的字。"
            hint = "移回 front、end 等原处；真不是通知的字，请维护的人核对来文"
            yield source.problem(path, message, hint)


def _rules_since(base: Path, head: Path) -> Iterator[Problem]:
    """A text that was proven under some rules needs no looser ones."""
    before, source = _rules(_read_items(base)), _read_items(head)
    if added := [rule for rule in _rules(source) if rule not in before]:
        message = f"来文没有变，核对的规则却多了 {'、'.join(added)}：字句、分行会核对得松。"
        yield source.problem(("notice", "rules"), message, "删去；原来的规则已经对得上")


def _rules(source: Source) -> list[str]:
    return [*map(str, _notice(source).get("rules", DEFAULT_RULES) or ())]


def _notice(source: Source) -> dict[str, Any]:
    """What the notice says of itself; nothing where the state has another shape."""
    return next((node for path, node in groups(source.data, ()) if path == ("notice",)), {})


def _read_items(data: Path) -> Source:
    return read_state(data, "items")


def _left_out(source: Source) -> Iterator[tuple[YamlPath, str]]:
    """The lines that are said to be no words of the notice; white space does not count."""
    for path, node in groups(source.data, ()):
        if path[:2] == ("notice", "left_out") and isinstance(node.get("lines"), list):
            for number, line in enumerate(node["lines"]):
                yield (*path, "lines", number), "".join(str(line).split())


def _led_astray(id_: str, heir: str, source: Source) -> Problem:
    message = f"停用的 {id_} 的原文现在是 {heir}，去处却没有写它。"
    return Problem(source.file, 0, 0, message, hint=f"moved_to 里写 '#{heir}'")


def _gone(id_: str, old: Meaning, heir: str, source: Source) -> Problem:
    to = f" --to '#{heir}'" if heir else ""
    where = f"，它的原文现在是 {heir}" if heir else ""
    message = f"编号 {id_}（“{_short(old.words)}”）不见了{where}。"
    hint = f"改回来，或写明去处：{RETIRE} '#{id_}'{to} --reason '为什么'"
    return Problem(source.file, 0, 0, message, hint=hint)


def _received(data: Path) -> bytes:
    """The received text; line ends do not count."""
    return _bytes(data / _received_name(data))


def _received_name(data: Path) -> str:
    written = _notice(_read_items(data)).get("received")
    return str(written or Notice.model_fields["received"].default)


def _bytes(path: Path) -> bytes:
    """A file, nothing where it is none; Git may have given it other line ends."""
    found = contents(path, "")
    return b"" if isinstance(found, Problem) else found.replace(b"\r\n", b"\n")


def _short(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:20]}…"
