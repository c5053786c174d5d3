"""Responsibility cannot vanish while every word stays: brackets, remarks, who is named in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from notice import brackets
from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.document import end, front
from notice.models import Catalog, Item, Responsible
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import Role

AS_REMARK = "句号后面的话照抄进 remark，其中的单位写进 extends_to_rest"
AS_FIELD = "写进本段的 responsible"
FIELDS: dict[Role, str] = {"lead": "lead", "named": "departments", "support": "support"}
ROLE_WORDS: dict[Role, str] = {
    "lead": "写的是牵头",
    "named": "没有写明牵头或配合",
    "support": "写的是配合",
}


def check_responsibility(
    catalog: Catalog, source: Source, told: Collection[int] = ()
) -> Iterator[Problem]:
    """What is wrong with brackets and with the clauses that they close.

    Nothing is said of who is in a bracket whose words are wrong: their lines are in `told`.
    """
    names = [party.short_name for party in catalog.departments]
    for _, words, place in (*front(catalog.notice), *end(catalog.notice)):
        yield from _in_words(source, place, words, names)
    for item_path, item in item_paths(catalog):
        yield from _in_words(source, (*item_path, "title"), item.title, names)
        yield from _open_clauses(source, item_path, item)
        for path, clause in clause_paths(item_path, item):
            yield from _in_words(source, (*path, "heading"), clause.heading or "", names)
            for task_path, task in task_paths(path, clause):
                yield from _in_words(source, (*task_path, "text"), task.text, names)
            if clause.responsible:
                place = (*path, "responsible")
                if source.values.get((*place, "text"), (0, 0))[0] not in told:
                    yield from _named(source, place, clause.responsible, names)
                yield from _remark(source, place, clause.responsible, names)


def _in_words(source: Source, path: YamlPath, words: str, names: list[str]) -> Iterator[Problem]:
    """A bracket among the words is read by nobody as a responsibility."""
    for found in brackets.inside(words):
        if brackets.says_duty(found, names):
            message = f"责任括号“{found}”写在了文字里，括号里的单位就没有了责任。"
            yield source.problem(path, message, AS_FIELD)


def _open_clauses(source: Source, item_path: YamlPath, item: Item) -> Iterator[Problem]:
    for (path, clause), (_, after) in pairwise(clause_paths(item_path, item)):
        if clause.responsible is None and not (after.heading or after.mark):
            message = "这一段末尾没有责任括号，下一段又没有小标题：这一段的任务没有了责任单位。"
            yield source.problem(path, message, "与下一段合成一段，或补上 responsible")


def _named(
    source: Source, path: YamlPath, who: Responsible, names: Iterable[str]
) -> Iterator[Problem]:
    """The lists say what the words say: nobody is left out, added, or given another role."""
    if not brackets.is_whole(who.text):
        message = "text 不是一个完整的责任括号：括号前面的字是任务，写在这里就没有人做。"
        hint = "从括号的第一个字写到最后一个字；没有括号的，从“责任单位：”写起"
        yield source.problem((*path, "text"), message, hint)
    words = brackets.without_remark(who)
    said = brackets.roles(words, [*names])
    listed: dict[Role, tuple[str, ...]] = {
        "lead": who.lead, "named": who.departments, "support": who.support
    }  # fmt: skip
    everybody = [name for names_ in listed.values() for name in names_]
    for role, given in listed.items():
        field = FIELDS[role]
        astray = {
            name: said[name]
            for name in given
            if name in said and said[name] != role and name not in listed[said[name]]
        }
        yield from _in_another_list(source, (*path, field), given, astray)
        for index, name in enumerate(given):
            if name not in said and name in names:
                message = f"括号的原文里没有“{name}”。"
                yield source.problem((*path, field, index), message, f"照“{who.text}”里的单位写")
        order = [name for name in said if name in given]
        if order != [name for name in given if name in said] and len(set(given)) == len(given):
            message = f"{field} 的次序与原文不同。"
            yield source.problem((*path, field), message, "、".join(order))
    # None at all, or one that nobody knows, is told where it stands.
    unknown = not everybody or any(name not in names for name in everybody)
    behind = words.partition("。")[2]  # another sentence of the bracket
    for name, role in said.items():
        if name not in everybody and not unknown:
            message = f"括号的原文里有“{name}”，却没有写进单位。"
            hint = AS_REMARK if name in behind else f"{FIELDS[role]} 里加上“{name}”"
            yield source.problem((*path, "text"), message, hint)
    # That the remark is missing or not whole is told already.
    told = who.extends_to_rest and not brackets.closes(who.text, who.remark or "")
    for name in () if told else brackets.strangers(words, [*names, *everybody]):
        message = f"括号里的“{name}”像是一个单位，没有登记，它的责任就没有了。"
        hint = "在 data/departments.yaml 里登记，再写进本括号的单位"
        if name in behind:
            message = f"括号里句号后面的话提到“{name}”，没有写进 remark。"
            hint = AS_REMARK
        yield source.problem((*path, "text"), message, hint)


def _in_another_list(
    source: Source, path: YamlPath, given: Sequence[str], astray: dict[str, Role]
) -> Iterator[Problem]:
    """Parties in a list that is not for their role: one problem where the list has a wrong name."""
    field = path[-1]
    roles = {*astray.values()}
    if len(astray) > 1 and len(roles) == 1:
        due = roles.pop()
        message = f"{field} 里的 {len(astray)} 个单位，原文{ROLE_WORDS[due]}。"
        yield source.problem(path, message, f"写进 {FIELDS[due]}", key=True)
        return
    for name, due in astray.items():
        message = f"“{name}”写在 {field} 里，原文{ROLE_WORDS[due]}。"
        yield source.problem((*path, given.index(name)), message, f"写进 {FIELDS[due]}")


def _remark(
    source: Source, path: YamlPath, who: Responsible, names: Iterable[str]
) -> Iterator[Problem]:
    """A remark gives others a responsibility: its words and the list of those say the same."""
    if who.remark and not brackets.closes(who.text, who.remark):
        message = f"remark“{who.remark}”不是括号里句号之后的整句话。"
        hint = f"从“{who.text}”中照抄，末尾不带句号"
        if "。" not in who.text.rstrip("。"):
            hint = "括号里没有另外的一句话，删去 remark 和 extends_to_rest"
        yield source.problem((*path, "remark"), message, hint)
        return  # whom it names is told when it is the bracket's
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
