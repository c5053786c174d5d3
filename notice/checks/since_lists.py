"""Against an older state: names, kinds and addresses keep their meaning, no list shrinks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from notice.checks.since_laws import check_laws_since
from notice.checks.states import Meaning, Meanings, is_meant, meanings, read_state
from notice.problems import Problem, shown
from notice.reading.containers import groups
from notice.reading.files import contents
from notice.record import history, published

# File, the field that is the id, the words it stands for, what both are called, other names.
LISTS = (
    ("departments", "slug", "short_name", "责任主体", ("also", "full_name")),
    ("sectors", "slug", "name", "行业领域", ("also",)),
    ("glossary", "id", "term", "术语", ("also", "forms")),
    ("laws", "slug", "short_name", "法律法规", ("full_name",)),
)
RETIRE = "python3 scripts/addresses.py retire"
# A form that has rows again has its page and files back; anything else has another meaning.
COMES_BACK = ("checklists/", "downloads/")
BESIDE = re.compile(r"（.*?）|\W")
KINDS = (("sectors", "name", "行业领域"), ("departments", "short_name", "责任主体"))
Retired = dict[str, dict[str, Any]]


def check_lists_since(base: Path, head: Path, *, same_text: bool) -> Iterator[Problem]:
    """What may not have happened to the lists between two data folders, `head` the newer."""
    for name, key, words, what, others in LISTS:
        before, after = (meanings(data, name, key, words) for data in (base, head))
        # The notice's own words for a party; the editors' words for the others.
        fixed = name == "departments" and same_text
        yield from _names(before, after, words, what, others, fixed=fixed)
    yield from check_laws_since(base, head)
    yield from _kinds(base, head)
    yield from _retired_since(base, head)
    yield from _published(base, head)
    yield from _history(base, head)


def _names(
    before: Meanings,
    after: Meanings,
    field: str,
    what: str,
    others: tuple[str, ...],
    *,
    fixed: bool,
) -> Iterator[Problem]:
    owners = {meaning.words: id_ for id_, meaning in before.items()}
    for id_, old in before.items():
        new = after.get(id_)
        if new is None or new.words == old.words:
            continue
        message = f"{what} {id_} 原来是“{old.words}”，现在是“{new.words}”"
        if fixed or new.words in owners:
            taken = f"，那是 {owners[new.words]} 的" if new.words in owners else ""
            hint = "网址发布后不能挪作他用：改回来，另取新的"
            yield new.source.problem(new.path, f"{message}{taken}。", hint)
        elif not (_is_found(old.words, new, others) or _is_confirmed(old, new, field)):
            hint = f"一个名称含着另一个，或者 {'、'.join(others)} 里留着旧名称；"
            hint += f"都不行的写“# 已核 {field}：原因”；另一件事另取新的"
            yield new.source.problem(new.path, f"{message}。照旧名称找不到它了。", hint)


def _is_found(old: str, new: Meaning, others: tuple[str, ...]) -> bool:
    """Whether whoever looks for the old name comes to the new one, which is no opposite of it.

    One is the other with parts left out, as 农机 is of 农业机械; brackets and marks aside.
    """
    short, long = sorted((BESIDE.sub("", name) for name in (old, new.words)), key=len)
    if re.search(f"(?<![非不]){'.*?'.join(map(re.escape, short))}", long):
        return True
    record = new.source.data[new.path[0]]
    written = (record.get(field) or () for field in others)
    return any(old in ([value] if isinstance(value, str) else value) for value in written)


def _is_confirmed(old: Meaning, new: Meaning, field: str) -> bool:
    """Whether the record says by a new comment that the name is put right.

    A word of the notice may not stand in `also`, so an old name that is one has no other way.
    """
    was, now = ((of.source, of.path[:-1]) for of in (old, new))
    return is_meant(was, now, field)


def _kinds(base: Path, head: Path) -> Iterator[Problem]:
    """Another kind takes forms away or makes them up, or has a body named no more."""
    for name, words, what in KINDS:
        before, after = (meanings(data, name, "slug", "kind") for data in (base, head))
        names, now = (meanings(data, name, "slug", words) for data in (base, head))
        taken = {meaning.words for meaning in names.values()}
        for slug, old in before.items():
            new, same = after.get(slug), slug in names and slug in now
            if not new or new.words == old.words or not same:
                continue
            if now[slug].words == names[slug].words or now[slug].words not in taken:
                message = f"{what} {slug} 的 kind 原来是 {old.words}，现在是 {new.words}。"
                yield new.source.problem(new.path, message, "改回来；真分错了的另取新的网址")


def retired_entries(data: Path) -> Retired:
    """The entries of addresses out of use, by address."""
    found = groups(read_state(data, "retired").data, ())
    return {str(node.get("address")): node for _, node in found}


def _retired_since(base: Path, head: Path) -> Iterator[Problem]:
    """What is out of use stays so and leads where it led."""
    before, after = retired_entries(base), retired_entries(head)
    source = read_state(head, "retired")
    places = {str(node.get("address")): path for path, node in groups(source.data, ())}
    for address, old in before.items():
        if address not in after:
            if not address.startswith(COMES_BACK):
                message = f"“{address}”停用过，现在从名单里去掉了：它会指向别的内容。"
                hint = "用 Git 恢复这一条；新的任务、术语用新的编号"
                yield Problem(source.file, 0, 0, message, hint=hint)
            continue
        now = after[address].get("moved_to") or []
        lost = [to for to in old.get("moved_to") or [] if to not in now and to not in after]
        if lost and after[address].get("reason") == old.get("reason"):
            message = f"“{address}”原来指向 {'、'.join(lost)}，现在不指向那里了。"
            hint = "改回来；原来写错了的，在 reason 里写明改正了什么"
            yield source.problem(places[address], message, hint)


def _published(base: Path, head: Path) -> Iterator[Problem]:
    kept = set(published.read_published(head))
    struck = [line for line in published.read_published(base) if line not in kept]
    if struck:
        listed = "、".join(struck[:5]) + (" 等" if len(struck) > 5 else "")
        message = f"名单只增不减，却少了 {len(struck)} 行：{listed}。"
        hint = "用 Git 恢复这些行；停用的写进 data/retired.yaml"
        yield _where_it_differs(base, head, published.FILE, message, hint)


def _history(base: Path, head: Path) -> Iterator[Problem]:
    before, after = (history.read_history(data, []) for data in (base, head))
    if before and (
        after is None
        or after.since != before.since
        or [*map(str, after.revisions[: len(before.revisions)])] != [*map(str, before.revisions)]
    ):
        message = "变更记录只增不减，却少了或改了以前的记录。"
        yield _where_it_differs(base, head, history.FILE, message, history.HINT)


def _where_it_differs(base: Path, head: Path, name: str, message: str, hint: str) -> Problem:
    """A problem at the line of a file where something of it is gone; at none where all of it is."""
    old, new = (_lines(data / name) for data in (base, head))
    steps = SequenceMatcher(None, old, new).get_opcodes()
    at = next((begin for tag, _, _, begin, _ in steps if tag in ("delete", "replace")), 0)
    line = min(at + 1, len(new))
    source = new[line - 1] if line else ""
    return Problem(shown(head / name, head.parent), line, min(line, 1), message, "", hint, source)


def _lines(path: Path) -> list[str]:
    """The lines of a file that was read before as what it holds; none where there is none."""
    found = contents(path, "")
    return [] if isinstance(found, Problem) else found.decode("utf-8").splitlines()
