"""What changed between two states of the data, as a reviewer and a department are told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.changes import one_line, report
from notice.catalog import load_catalog
from notice.models import Catalog
from notice.record.changes import (
    by_party,
    by_sector,
    diff_catalogs,
    marked,
    party_names,
    sector_names,
)
from notice.record.history import read_history
from notice.record.models import TaskChange
from tests.conftest import SMALL

SPLIT = """              - id: item-3-3
                text: 严查
                actors: [regulator]
                editorial: {label: 严查, authority: {question: 违法的船是否都查了？, method: 核对数目}}
              - id: item-3-4
                text: “三无”船舶，
                actors: [regulator, enterprise]
                editorial: {label: 三无船舶, enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}}
"""
FIRST = """              - id: item-3-2
                text: 严查“三无”船舶，
                actors: [regulator, enterprise]
                editorial: {label: 三无船舶, enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}}
"""
HANDS = (
    "text: （省甲厅牵头，省乙局等部门分工负责）\n              lead: [省甲厅]\n              departments: [省乙局]",
    "text: （省乙局牵头，省甲厅等部门分工负责）\n              lead: [省乙局]\n              departments: [省甲厅]",
)
CLASSING = ("sectors: [all]", "sectors: [ship]")
CONTENT = "editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}"
SECOND = """              - id: item-3-1
                text: 依照《某条例》处罚。
                actors: [regulator]
                editorial: {label: 依法处罚, authority: {question: 该罚的是否都已处罚？, method: 抽处罚案卷核对}}
"""


def edited(folder: Path, *edits: tuple[str, str], retired: str = "[]\n") -> Catalog:
    data = shutil.copytree(SMALL, folder / "data")
    text = (data / "items.yaml").read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (data / "items.yaml").write_text(text, "utf-8")
    (data / "retired.yaml").write_text(retired, "utf-8")
    return load_catalog(data, proof=False)


def told(base: Catalog, head: Catalog) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.number, change.kinds) for change in diff_catalogs(base, head)]


def test_nothing_changed(small: Catalog) -> None:
    assert told(small, small) == []
    assert "任务没有变化" in report(small, small)


@pytest.mark.parametrize(
    ("edits", "retired", "expected"),
    [
        ([("id: item-1-1", "id: item-1-2")], "[]", [("1-2", ("renumbered",))]),
        ([(FIRST + SECOND, SECOND + FIRST)], "[]", [("3-1", ("moved",))]),
        ([("严查“三无”船舶，", "严查严管“三无”船舶，")], "[]", [("3-2", ("reworded",))]),
        ([HANDS], "[]", [("1-1", ("reassigned",))]),
        ([("label: 季度会议", "label: 每季会议")], "[]", [("1-1", ("editorial",))]),
        ([CLASSING], "[]", [("2-1", ("editorial",))]),
        ([(f"                {CONTENT}\n", "")], "[]", [("2-1", ("editorial",))]),
        ([("kind: cadence", "kind: deadline")], "[]", [("1-1", ("editorial",))]),
        ([("actors: [party-government]", "actors: [staff]")], "[]", [("1-1", ("editorial",))]),
        ([(SECOND, "")], "[]", [("3-1", ("removed",))]),
        (
            [(FIRST, SPLIT)],
            "- {address: '#item-3-2', moved_to: ['#item-3-3', '#item-3-4'], reason: 拆}\n",
            [("3-3", ("added",)), ("3-4", ("added",)), ("3-2", ("removed",))],
        ),
        (
            [("id: item-2-1", "id: item-2-2"), ("text: 企业要自查。", "text: 全面排查隐患。")],
            "- {address: '#item-2-1', moved_to: ['#item-2-2'], reason: 改写}\n",
            [("2-2", ("reworded", "renumbered"))],
        ),
    ],
)  # fmt: skip
def test_what_happened(
    small: Catalog,
    tmp_path: Path,
    edits: list[tuple[str, str]],
    retired: str,
    expected: list[tuple[str, tuple[str, ...]]],
) -> None:
    assert told(small, edited(tmp_path, *edits, retired=retired)) == expected


def test_the_other_way_round_is_an_addition(small: Catalog, tmp_path: Path) -> None:
    assert told(edited(tmp_path, (SECOND, "")), small) == [("3-1", ("added",))]


def test_of_two_alike_the_first_and_equal_words_before_like_ones(
    small: Catalog, tmp_path: Path
) -> None:
    twice = FIRST.replace("3-2", "3-7") + FIRST.replace("3-2", "3-8")
    assert told(small, edited(tmp_path / "twice", (FIRST, twice))) == [
        ("3-7", ("renumbered",)), ("3-8", ("added",)),
    ]  # fmt: skip
    best = "".join(
        FIRST.replace("3-2", f"3-{number}").replace("严查", word)
        for number, word in ((5, "彻查"), (6, "严查"), (7, "普查"))
    )
    assert ("3-6", ("renumbered",)) in told(small, edited(tmp_path / "best", (FIRST, best)))
    like = FIRST.replace("3-2", "3-3").replace("严查", "彻查")
    base = edited(tmp_path / "base", (FIRST, FIRST + like))
    head = edited(tmp_path / "head", (FIRST, like.replace("3-3", "3-9")))
    assert told(base, head) == [("3-9", ("renumbered",)), ("3-2", ("removed",))]


def test_where_a_task_has_gone(small: Catalog, tmp_path: Path) -> None:
    retired = "- {address: '#item-3-2', moved_to: ['#item-3-3', '#item-3-4'], reason: 拆}\n"
    head = edited(tmp_path, (FIRST, SPLIT), retired=retired)
    assert "3-2 三无船舶</strong>：去掉，现见 3-3、3-4" in report(small, head)


def test_who_is_told_of_it(small: Catalog, tmp_path: Path) -> None:
    changes = diff_catalogs(small, edited(tmp_path, HANDS, CLASSING))

    def numbers(groups: dict[str, tuple[TaskChange, ...]]) -> dict[str, list[str]]:
        return {name: [change.number for change in own] for name, own in groups.items()}

    assert numbers(by_party(changes, party_names(small))) == {
        "省甲厅": ["1-1"], "省乙局": ["1-1"], "通知未写明": ["2-1"],
    }  # fmt: skip
    assert numbers(by_sector(changes, sector_names(small))) == {
        "船舶": ["2-1"], "各行业领域": ["2-1"],
    }  # fmt: skip
    unlisted = small.model_copy(update={"departments": (), "sectors": ()})
    assert [*by_party(changes, party_names(unlisted))] == ["jia", "yi", "通知未写明"]
    assert [*by_party(changes, party_names(unlisted, small))] == ["省甲厅", "省乙局", "通知未写明"]
    assert [*by_sector(changes, sector_names(unlisted))] == ["各行业领域", "ship"]


def test_a_party_at_two_addresses_is_one_party(small: Catalog, tmp_path: Path) -> None:
    """Its address changed with its name kept: what concerned it before and after is its own."""
    head = edited(tmp_path, HANDS)
    moved = [
        party.model_copy(update={"slug": "bing"}) if party.slug == "jia" else party
        for party in head.departments
    ]
    names = party_names(head.model_copy(update={"departments": tuple(moved)}), small)
    changes = diff_catalogs(small, head)
    assert [(name, len(own)) for name, own in by_party(changes, names).items()] == [
        ("省甲厅", 1), ("省乙局", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("甲乙丙", "甲丁丙戊", [("same", "甲"), ("removed", "乙"), ("added", "丁"), ("same", "丙"), ("added", "戊")]),
        ("甲乙", "甲", [("same", "甲"), ("removed", "乙")]),
        ("甲" + "安全" * 120, "乙丙" + "安全" * 120, [("removed", "甲"), ("added", "乙丙"), ("same", "安全" * 120)]),
    ],
)  # fmt: skip
def test_marked_words(old: str, new: str, runs: list[tuple[str, str]]) -> None:
    assert [*marked(old, new)] == runs


def test_all_that_the_editors_say_of_a_task(small: Catalog, tmp_path: Path) -> None:
    more = ("cadence}", "cadence}\n                  - {quote: 一次, kind: target}")
    both = ("sectors: [ship]", "sectors: [ship, typhoon]")
    head = edited(tmp_path, more, both, CLASSING)
    first, second, third, fourth = diff_catalogs(small, head)
    assert first.before
    assert first.before.editorial == {
        "名称": "季度会议",
        "对党委政府和部门·检查内容": "今年是否每季度都开过会？",
        "对党委政府和部门·检查方法": "核对会议日期",
        "对党委政府和部门·法律依据": (
            "某法7条2款1项，人民政府，明确规定，罚则21条3项（公职人员：处分）"
        ),
        "对象": "党委政府",
        "数字和时限": "每季度召开一次会议（频次）",
    }
    assert first.latest.editorial["数字和时限"] == "每季度召开一次会议（频次）；一次（目标）"
    assert second.before
    assert second.before.editorial["行业"] == "各行业领域"
    assert third.latest.editorial["行业"] == "船舶、台风"  # written at the item, for all its tasks
    assert third.latest.editorial["对象"] == "监管部门、企业"
    assert fourth.kinds == ("editorial",)
    text = report(small, head)
    assert (
        "<li>数字和时限（编写组）：每季度召开一次会议（频次）<ins>；一次（目标）</ins></li>" in text
    )
    assert "<li>行业（编写组）：船舶<ins>、台风</ins></li>" in text


def test_a_sector_with_another_address_changes_no_task(small: Catalog) -> None:
    """Nobody reads anything else; the same name at another address is no news for a task."""
    renamed = tuple(
        sector.model_copy(update={"slug": "boat"}) if sector.slug == "ship" else sector
        for sector in small.sectors
    )
    section = small.sections[1]
    item = section.items[0].model_copy(update={"sectors": ("boat",)})
    sections = (small.sections[0], section.model_copy(update={"items": (item,)}))
    head = small.model_copy(update={"sectors": renamed, "sections": sections})
    assert diff_catalogs(small, head) == ()


def test_the_report(small: Catalog, tmp_path: Path) -> None:
    head = edited(
        tmp_path,
        ("严查“三无”船舶，", "严查严管“三无”船舶，"),
        HANDS,
        ("label: 依法处罚", "label: <b>*罚*</b>"),
    )
    text = report(small, head)
    assert "共 3 项任务有变化" in text
    assert "<li>原文：严查<ins>严管</ins>“三无”船舶，</li>" in text
    assert "<li>责任：（省<del>" in text
    assert "<b>" not in text  # data is shown, never obeyed
    parties = text.partition("### 按责任主体")[2].partition("### 按行业领域")[0]
    assert "| 省甲厅 | 责任改变 1-1 |" in parties
    assert "| 省乙局 | 责任改变 1-1 |" in parties
    assert "字句改动 3-2；编写组内容改动 3-1 |" in parties
    assert "| 船舶 | 字句改动 3-2；" in text.partition("### 按行业领域")[2]


def test_a_line_break_in_the_data_ends_no_list(small: Catalog, tmp_path: Path) -> None:
    """In Markdown an empty line ends a block of HTML, and what follows would be markup."""
    text = report(small, edited(tmp_path, ("label: 依法处罚", 'label: "依法\\n\\n# 处罚"')))
    assert "<strong>3-1 依法↵↵# 处罚</strong>" in text
    assert "<li>名称（编写组）：依法<ins>↵↵# </ins>处罚</li>" in text
    assert one_line("甲\r\n乙\r丙\n") == "甲↵乙↵丙↵"


@pytest.mark.slow
def test_the_command(small_project: Path, tmp_path: Path) -> None:
    project = small_project

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "scripts/changes.py", *words]
        summary = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "PYTHONUTF8": "1"}
        return subprocess.run(
            command, cwd=project, capture_output=True, text=True, check=False,
            env={**os.environ, **summary},
        )  # fmt: skip

    def commit() -> None:
        for words in (["init", "-q"], ["add", "data"], ["commit", "-qm", "data"]):
            who = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
            subprocess.run(["git", *who, *words], cwd=project, check=True)

    commit()
    path = project / "data" / "items.yaml"
    text = path.read_text("utf-8")
    assert "label: 依法处罚," in text
    path.write_text(text.replace("label: 依法处罚,", "label: 试改,"), "utf-8")
    done = run("HEAD")
    assert done.returncode == 0, done.stderr
    assert "共 1 项任务有变化" in done.stdout
    assert "编写组内容改动 3-1 |" in done.stdout
    assert "共 1 项任务有变化" in (tmp_path / "summary.md").read_text("utf-8")
    assert "不是 Git 版本" in run("no-such").stderr
    assert run("no-such").returncode == 2
    done = run("HEAD", "--record", "改短。")
    assert "1 项任务有变化" in done.stdout, done.stderr
    history = read_history(project / "data", [])
    assert history
    assert history.revisions[0].reason == "改短"
    assert "addresses.py record" in done.stdout
    commit()
    path.write_text(text, "utf-8")
    assert "1 项任务有变化" in run("--record", "改回").stdout  # since the last record
    history = read_history(project / "data", [])
    assert history
    assert [revision.reason for revision in history.revisions] == ["改短", "改回"]
    refused = run("HEAD", "--record", "再记一次")  # the history goes further than HEAD by now
    assert refused.returncode == 1
    assert f"记录到数据版本 {history.latest} 为止" in refused.stderr
    path.write_text("notice: 1\n", "utf-8")
    broken = run("HEAD")
    assert broken.returncode == 2
    assert "无法比较" in broken.stderr
    assert "Traceback" not in broken.stderr
