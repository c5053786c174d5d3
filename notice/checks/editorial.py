"""What the editors add is Chinese, written as Chinese is, and tells one record from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from notice.checks.figures import TaskInItem, check_figures
from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.checks.placeholders import PENDING
from notice.checks.repeats import repeated
from notice.checks.vocabularies import RESERVED
from notice.checks.written import check_written, says_nothing
from notice.document import has_title
from notice.head import Notice
from notice.laws import Basis
from notice.models import Catalog, Measure
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import FITS, UNKNOWN

# What the editors write about each record of a list: names, which end without a mark, and words.
NAMES = (
    ("departments", ("full_name",)),
    ("sectors", ("name",)),
    ("glossary", ("term",)),
    ("laws", ("full_name", "short_name")),
)
WORDS = (
    ("departments", ("nature", "source")),
    ("glossary", ("meaning", "source", "note")),
    ("laws", ("source", "note")),
    ("retired", ("reason",)),
)
EITHER = re.compile("^(各|相关|有关|重点)|(企业|学校)$")  # somebody or nobody by name
ONE_BODY = re.compile("(?:[厅局委办署部院]|总队|支队)$")  # 高等院校, 新闻媒体 are many
BLANKS = re.compile(r"[\s\W]")
IN_LABEL = re.compile(
    "[，。；：？！](?!$)|·$|是否|(?:item|section)[-0-9]+|^(?:加[强大]|强化|确保|坚持|做好|严禁|不得|必须)"
)
BODIES = ("部门", "单位", "机构")

EMPTY = {UNKNOWN, "全部", *FITS.values(), "只定一部分", "只管一部分", "宽得多"}
# A place of a law or a notice, without a word about what it says.
PLACE_ALONE = re.compile("[见同]?(?:《.*》|.*[法例定])?第[一二三四五六七八九十百零0-9]+[条款项]")


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
                place = (*path, "label")
                if ours.label != PENDING:
                    labels.append((place, ours.label))
                    yield from _label(items, place, ours.label, (item, clause, task))
                yield from _measures(items, task_path, task.measures)
                for asked, side in ours.sides.items():
                    yield from check_written(items, (*path, asked, "question"), side.question)
                    yield from check_written(items, (*path, asked, "method"), side.method)
                    yield from _bases(items, (*path, asked, "basis"), side.basis)
    bare = ((path, BLANKS.sub("", words)) for path, words in labels)
    yield from repeated(items, bare, "任务名称")
    for lists, is_name in ((NAMES, True), (WORDS, False)):
        for name, fields in lists:
            for index, record in enumerate(getattr(catalog, name)):
                for field in fields:
                    words = getattr(record, field) or ""
                    place = (index, field)
                    yield from check_written(sources[name], place, words, is_name=is_name)
    yield from _of_notice(catalog.notice, items)
    for index, law in enumerate(catalog.laws):
        for number, article in enumerate(law.articles):
            path = (index, "articles", number, "about")
            yield from check_written(sources["laws"], path, article.about, is_name=True)
            yield from _says_something(sources["laws"], path, article.about)
    yield from _names(catalog, sources["departments"])


def _measures(source: Source, path: YamlPath, measures: tuple[Measure, ...]) -> Iterator[Problem]:
    for number, measure in enumerate(measures):
        place = (*path, "measures", number, "note")
        yield from check_written(source, place, measure.note or "")


def _bases(source: Source, path: YamlPath, bases: tuple[Basis, ...]) -> Iterator[Problem]:
    for number, basis in enumerate(bases):
        for field in ("why", "limit"):
            words = getattr(basis, field) or ""
            yield from check_written(source, (*path, number, field), words, is_name=True)
            yield from _says_something(source, (*path, number, field), words)
        for n, penalty in enumerate(basis.penalty):
            place = (*path, number, "penalty", n, "condition")
            yield from check_written(source, place, penalty.condition or "", is_name=True)
            yield from _says_something(source, place, penalty.condition or "")


def _says_something(source: Source, path: YamlPath, words: str) -> Iterator[Problem]:
    """Nothing is said by 全部 or 待核; 限 is put before a limit where it is shown."""
    is_about = path[-1] == "about"  # a limit or a condition may be a place of its law
    if words in EMPTY or (is_about and PLACE_ALONE.fullmatch(words)):
        hint = "用自己的话写讲什么" if is_about else "写明是什么；没有就整项删去"
        yield source.problem(path, f"“{words}”什么也没有说。", hint)
    if path[-1] == "limit" and re.match("限(?![额速高重制上下价行期时产])", words):
        yield source.problem(path, f"“{words}”多了“限”字，显示时会加上。", words.removeprefix("限"))


def _label(source: Source, path: YamlPath, words: str, of: TaskInItem) -> Iterator[Problem]:
    """A label is a name in a list: a noun, not a sentence, not a note to oneself."""
    if words == UNKNOWN or says_nothing(words):
        message = f"“{words}”不是名称。"
        yield source.problem(path, message, "写上名称；还没有写的整段 editorial 不写")
        return
    yield from check_written(source, path, words, is_name=True)
    if found := IN_LABEL.search(words):
        yield source.problem(path, f"名称里有“{found[0]}”。", "一个名词，不带标点和编号")
    else:
        yield from check_figures(source, path, "名称", words, of)


def _of_notice(notice: Notice, source: Source) -> Iterator[Problem]:
    """What is ours in the head of the notice."""
    called = ("notice", "called")
    for field in ("subject", "departments", "area"):
        words = getattr(notice.called, field)
        empty = words == UNKNOWN or says_nothing(words)
        if empty or ((field == "departments") != words.endswith(BODIES) and words):
            message = f"“{words}”不能用作 {field}。"
            hint = "departments 如 省直部门，subject 如 防汛抗旱，area 如 县（市、区）"
            yield source.problem((*called, field), message, hint)
        else:
            yield from check_written(source, (*called, field), words, is_name=True)
    yield from check_written(source, ("notice", "provenance"), notice.provenance or "")
    if not has_title(notice):
        yield from check_written(source, ("notice", "title"), notice.title)
    if later := notice.superseded_by:
        place = ("notice", "superseded_by", "title")
        yield from check_written(source, place, later.title)
    for index, entry in enumerate(notice.left_out):
        yield from check_written(source, ("notice", "left_out", index, "why"), entry.why)
    if notice.called.bundle in RESERVED:
        message = f"“{notice.called.bundle}”不能用作文件夹名：Windows 上建不了。"
        yield source.problem((*called, "bundle"), message, "另取一个英文名")


def _names(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """A full name holds the characters of the short one, in any order.

    太原铁路局 is 中国铁路太原局集团有限公司.
    """
    for index, party in enumerate(catalog.departments):
        short = party.short_name.removeprefix("省")
        if party.full_name and not Counter(short) <= Counter(party.full_name):
            message = f"“{party.full_name}”不像“{party.short_name}”的全称。"
            yield source.problem((index, "full_name"), message, "含有简称各字的全称；查不到就不写")
        either = EITHER.search(party.short_name)
        named = party.short_name.endswith(("部门", "单位"))
        is_one = not (either or named) and ONE_BODY.search(party.short_name)
        if is_one if party.kind == "collective" else named:
            due = "body 或 local" if party.kind == "collective" else "collective"
            message = f"“{party.short_name}”的 kind 写成了 {party.kind}。"
            yield source.problem((index, "kind"), message, f"{due}：以“部门、单位”结尾的是泛指")
