"""A question has one meaning: yes is done, no is a finding, and the one who is asked can answer it.

Source of the rules: the notice sets duties, so a row asks whether they are met; what an editor
writes beyond that is a suggestion and must at least be one that can be followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.figures import check_figures
from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.checks.placeholders import PENDING
from notice.checks.repeats import repeated
from notice.checks.turned import turned
from notice.checks.written import NARROW, says_nothing
from notice.models import Catalog, Task
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import ACTORS, ACTORS_OF_SIDE, SIDES, SideName
from notice.wording import task_name

# Words of official papers that make no question, as patterns, each with what is wrong with it.
EMPTY = {
    "落实到位": "怎样才算，各人说法不同",
    "(?<!紧急|突发|异常)情况(?!下)": "不是能答是或否的事",
    "(?<![所没只])有关(?!的)": "没有说是哪些",
    "相关(?!方|联|的)": "没有说是哪些",
    "切实": "没有尺度",
    "扎实": "没有尺度",
    "进一步": "没有说比什么",
    "加强(?!筋)": "没有尺度",
    "强化(?!玻璃)": "没有尺度",
    "(?<!双)重视": "看不见",
    "(?<![所没拥])有无": "看不出答“是”是好是坏",
    "[你贵]单位": "检查人员用同一句话问",
}
ANY_EMPTY = re.compile("|".join(EMPTY))
ASKING = ("是否", "能否")
# What is done to find out. Reading papers alone (查阅, 查看) is not among them.
FINDING = re.compile(
    "对照|核对|复核|印证|比对|清点|盘点|点名|称|取样|演示|演练|启动|拨打|扫码|登录|调取|走访|访谈|暗访|"
    "抽(?!象)|复看|现场|测|(?<![质力大数])量(?!化)|数(?![据量])|问(?!题)|试(?![点行])"
)
# A method of nothing but these says neither what is held against what nor what is a finding.
VAGUE = re.compile(
    "(?:现场|实地|随机|检查|核查|抽查|抽取|抽|查看|察看|查阅|查|看|询问|问|了解|走访|座谈|听取?|核对|对照|核实|进行|开展|加强|落实|管理|"
    "资料|台账|记录|材料|文件|档案|汇报|情况|现状|企业|单位|部门|场所|人员|职工|员工|负责人|"
    "[有相]关|部分|几[家个人处]|等|的|[和及与或并，；、。])+"
)
# What counts as not done; before it stands what is done to see it, in whatever words.
FAILING = re.compile("[^，；]*即不符合")
# Words of the other side.
FOREIGN: dict[SideName, str] = {"enterprise": "辖区", "authority": "本(?:企业|公司|厂|矿|店)"}
QUOTED = re.compile("“.*?”|《.*?》")  # what is quoted asks nothing
SHORTEST = 3  # characters of a question beside 是否 and the like
BLANKS = re.compile(r"是否|能否|已经|都|已|了|\W")


def check_questions(catalog: Catalog, source: Source, wrong: set[int]) -> Iterator[Problem]:
    """Every side that is missing or too many, and every question and method that says nothing.

    `wrong` are the lines with a problem already: figures of a text that is wrong prove nothing.
    """
    questions: dict[SideName, list[tuple[YamlPath, str]]] = {side: [] for side in SIDES}
    methods: list[tuple[YamlPath, str]] = []
    for item_path, item in item_paths(catalog):
        for clause_path, clause in clause_paths(item_path, item):
            for path, task in task_paths(clause_path, clause):
                if task.editorial is None or task.editorial.label == PENDING:
                    continue  # not written yet, or reported where it is wrong
                yield from _sides(source, path, task)
                is_proven = source.values[(*path, "text")][0] not in wrong
                for side, asked in task.sides.items():
                    place = (*path, "editorial", side)
                    questions[side].append(((*place, "question"), asked.question))
                    yield from _question(source, (*place, "question"), task, side, asked.question)
                    if is_proven:
                        bare = QUOTED.sub("", asked.question)
                        yield from check_figures(
                            source, (*place, "question"), "问句", bare, (item, clause, task)
                        )
                    methods.append(((*place, "method"), asked.method))
                    yield from _method(source, (*place, "method"), asked.method)
    for side, found in questions.items():
        yield from repeated(source, found, f"{SIDES[side]}的问句")
    yield from repeated(source, methods, "方法")


def _sides(source: Source, path: YamlPath, task: Task) -> Iterator[Problem]:
    """A side stands exactly where one of its actors is marked."""
    for side, actors in ACTORS_OF_SIDE.items():
        marked = [ACTORS[actor] for actor in actors if actor in task.actors]
        written = side in task.sides
        place = (*path, "actors")
        if marked and not written:
            message = f"对象里有“{'、'.join(marked)}”，editorial 里却没有 {side}。"
            yield source.problem(place, message, f"补上 {side} 的 question 和 method，或改对象")
        if written and not marked:
            wanted = "、".join(actors)
            message = f"editorial 里有 {side}，对象里却没有 {wanted} 中的任何一个。"
            yield source.problem(place, message, f"在 actors 里加上，或删去 {side}")


def _question(
    source: Source, path: YamlPath, task: Task, side: SideName, words: str
) -> Iterator[Problem]:
    if says_nothing(words):
        return  # told of all words of ours
    if words.endswith("?") and NARROW.search(words):
        words = words[:-1] + "？"  # so is its mark
    asked = QUOTED.sub("", words)
    if not words.endswith("？"):
        yield source.problem(path, f"“{words}”不是问句。", "以“？”结尾的一个问句")
    elif words.count("？") > 1 or len(re.findall("是否|能否|[，；]有没有|吗？", asked)) > 1:
        yield source.problem(path, "一行问了几句，答“是”说不清是哪一句。", "只问一句")
    elif "是不是" in asked:
        yield source.problem(path, "问句里写了“是不是”。", "写成“是否”")
    elif wrong := turned(asked):
        message = f"“{wrong}”答“是”成了有问题。"
        yield source.problem(path, message, "反过来问：“是”就是做到了")
    elif not any(word in asked for word in ASKING):
        message = f"“{words}”答不了“是”或“否”。"
        yield source.problem(path, message, "用“是否”发问，“是”就是做到了")
    for pattern, reason in EMPTY.items() if ANY_EMPTY.search(asked) else ():
        if found := re.search(pattern, asked):
            message = f"问句里的“{found[0]}”：{reason}。"
            yield source.problem(path, message, "看得见、数得出、问得到的说法")
    if found := re.search(FOREIGN[side], asked):
        message = f"“{SIDES[side]}”一面的问句里写了“{found[0]}”。"
        yield source.problem(path, message, "这一面的人自己的事；两面写反了就对调")
    core = BLANKS.sub("", words)
    if len(core) < SHORTEST:
        yield source.problem(path, "问句没有说问的是什么。", "做到了看得见什么，就问什么")
    for name, same in (("名称", task_name(task)), ("原文", task.text)):
        if core == BLANKS.sub("", same):
            message = f"问句只是把{name}又写了一遍。"
            yield source.problem(path, message, "做到了看得见什么，就问什么")


def _method(source: Source, path: YamlPath, words: str) -> Iterator[Problem]:
    if says_nothing(words):
        return
    if words.endswith("？"):
        message = "方法写成了问句。"
        hint = "写拿什么对照、抽什么、问谁；question 和 method 写反了就对调"
        yield source.problem(path, message, hint)
        return
    if re.search("(?<!不)即符合", words) and "即不符合" not in words:
        yield source.problem(path, "“即符合”：方法写的是看到什么就算没做到。", "即不符合")
    if found := re.search("即不符(?!合).?|[，；、或且和]$", words):
        yield source.problem(path, f"方法写到“{found[0]}”，没有写完或写错了。", "看到什么即不符合")
    if not (FINDING.search(words) or _sees_itself(words)):
        message = "方法没有说拿什么对照、抽什么、测什么或问谁。"
        yield source.problem(path, message, "写出对照、抽、测、数、问、现场看中的至少一样")
    elif VAGUE.fullmatch(words):
        message = f"“{words}”没有说查的是什么，怎样算没做到。"
        yield source.problem(path, message, "写出对照什么、抽什么、问谁，看到什么即不符合")


def _sees_itself(words: str) -> bool:
    """Whether something is done that shows what is not met: 推开每扇门，推不开即不符合."""
    done = FAILING.sub("", words).strip("，；")
    return done not in ("", words) and not VAGUE.fullmatch(done)
