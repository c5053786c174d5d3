"""Against an older state: what a task was for is not struck out in silence."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.checks.since import check_since
from tests.conftest import ROOT, SMALL
from tests.notice.edits.edit import LAW_1

DATA = ROOT / "data"
Edits = list[tuple[str, str]]
TASK = "              - id: item-{}\n"
MEASURES = (
    "                measures:\n                  - {quote: 每季度召开一次会议, kind: cadence}\n"
)
ACTORS: Edits = [
    ("actors: [regulator, enterprise]", "actors: [regulator]"),
    ("enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, ", ""),
]
BASIS: Edits = [(f"basis: [{LAW_1}], ", "")]
ALL: Edits = [("                sectors: [all]\n", "")]
OTHER: Edits = [
    ("actors: [regulator]\n", "actors: [regulator]\n                sectors: [typhoon]\n")
]
LOST: dict[str, tuple[str, Edits, str]] = {
    "sectors of a task": ("sectors", ALL, "item-2-1 比原来少了行业“各行业领域”。"),
    "another sector for a task": ("sectors", OTHER, "item-3-1 比原来少了行业“船舶”。"),
    "a side": ("actors", ACTORS, "item-3-2 比原来少了“对企业和个人”一面。"),
    "a figure": ("measures", [(MEASURES, "")], "item-1-1 比原来少了数字和时限“每季度召开一次会议”。"),
    "a citation": ("basis", BASIS, "item-1-1 比原来少了法律依据 某法 第 7 条。"),
}  # fmt: skip
ONE_MORE = "{quote: 每季度, kind: cadence}"
LAWFUL: dict[str, Edits] = {
    "sectors moved from the item to its tasks": [
        ("        sectors: [ship]\n", ""),
        ("actors: [regulator, enterprise]\n", "actors: [regulator, enterprise]\n                sectors: [ship]\n"),
        ("actors: [regulator]\n", "actors: [regulator]\n                sectors: [ship]\n"),
    ],
    "every line of business in place of one": [("sectors: [ship]", "sectors: [all]")],
    "a figure quoted otherwise": [("{quote: 每季度召开一次会议,", "{quote: 召开一次会议,")],
    "another article": [("article: 7, paragraph: 2, item: 1,", "article: 8,")],
    "another actor of the same side": [("actors: [regulator]", "actors: [party-government]")],
}  # fmt: skip


def changed(folder: Path, edits: Edits) -> Path:
    data = Path(shutil.copytree(SMALL, folder / "data"))
    text = (data / "items.yaml").read_text("utf-8")
    for before, after in edits:
        assert before in text, before
        text = text.replace(before, after, 1)
    (data / "items.yaml").write_text(text, "utf-8")
    return data


@pytest.mark.parametrize("name", LOST)
def test_what_a_task_was_for_is_not_struck_out(name: str, tmp_path: Path) -> None:
    field, edits, message = LOST[name]
    head = changed(tmp_path, edits)
    load_catalog(head)  # the data alone does not show it
    (found,) = check_since(SMALL, head)
    assert found.message == message
    assert f"“# 已核 {field}：原因”" in found.hint


@pytest.mark.parametrize("name", LOST)
@pytest.mark.parametrize("written", ["# 已核 {}：原来写错了", "unreviewed: [{}]"])
def test_a_correction_is_one_that_says_so(name: str, written: str, tmp_path: Path) -> None:
    field, edits, message = LOST[name]
    task = TASK.format(message.split()[0].removeprefix("item-"))
    said = changed(
        tmp_path / "said", [*edits, (task, f"{task}                {written.format(field)}\n")]
    )
    load_catalog(said)
    assert check_since(SMALL, said) == []
    assert check_since(said, changed(tmp_path / "later", edits)) == []


@pytest.mark.parametrize(
    "written",
    [
        "# 已核 actors：原来写错了",
        "# 已核 basis",
        "# 未核 basis：原来写错了",
        "# 已核 basis：原因",
        "# 已核 basis：删了",
    ],
)
def test_a_comment_that_says_something_else(written: str, tmp_path: Path) -> None:
    task = TASK.format("1-1")
    head = changed(tmp_path, [*BASIS, (task, f"{task}                {written}\n")])
    assert len(check_since(SMALL, head)) == 1


def test_a_comment_is_of_its_own_time_and_task(tmp_path: Path) -> None:
    comment = "                # 已核 basis：原来写错了\n"
    here, there = ((TASK.format(n), TASK.format(n) + comment) for n in ("1-1", "2-1"))
    base = changed(tmp_path / "base", [here])
    assert len(check_since(base, changed(tmp_path / "old", [here, *BASIS]))) == 1
    assert len(check_since(SMALL, changed(tmp_path / "another", [there, *BASIS]))) == 1


@pytest.mark.parametrize(
    ("around", "losses"),
    [("{comment}{next}", 0), ("{next}{comment}", 1)],
    ids=["in its last line", "in the next task"],
)
def test_a_comment_is_within_its_task(around: str, losses: int, tmp_path: Path) -> None:
    following = TASK.format("3-1")
    comment = "                # 已核 actors：原来写错了\n"
    written = around.format(comment=comment, next=following)
    head = changed(tmp_path, [*ACTORS, (following, written)])
    assert len(check_since(SMALL, head)) == losses


@pytest.mark.parametrize("name", LAWFUL)
def test_nothing_is_lost(name: str, tmp_path: Path) -> None:
    assert check_since(SMALL, changed(tmp_path, LAWFUL[name])) == []


def test_the_sector_of_an_item_is_told_once(tmp_path: Path) -> None:
    (found,) = check_since(SMALL, changed(tmp_path, [("sectors: [ship]", "sectors: [typhoon]")]))
    assert found.message == "item-3-2、item-3-1 比原来少了行业“船舶”。"
    assert found.source.strip() == "sectors: [typhoon]"


def test_what_binds_every_line_of_business_binds_no_hazard(tmp_path: Path) -> None:
    base = changed(tmp_path / "base", [("sectors: [ship]", "sectors: [typhoon, ship]")])
    head = changed(tmp_path / "head", [("sectors: [ship]", "sectors: [all]")])
    (found,) = check_since(base, head)
    assert "少了行业“台风”" in found.message


def test_two_figures_made_one(tmp_path: Path) -> None:
    more = (MEASURES, f"{MEASURES}                  - {ONE_MORE}\n")
    base, head = changed(tmp_path / "base", [more]), changed(tmp_path / "head", [])
    assert check_since(base, head) == []


def test_words_of_ours_exchanged_between_tasks(tmp_path: Path) -> None:
    exchanged = [
        ("question: 该罚的是否都已处罚？", "question: 甲"),
        ("question: 三无船舶是否都已查处？", "question: 该罚的是否都已处罚？"),
        ("question: 甲", "question: 三无船舶是否都已查处？"),
    ]
    labels = [
        ("label: 依法处罚", "label: 甲"),
        ("label: 季度会议", "label: 依法处罚"),
        ("label: 甲", "label: 季度会议"),
    ]
    head = changed(tmp_path / "head", labels)
    load_catalog(head)  # the data alone does not show it
    assert ["label: 依法处罚" in problem.source for problem in check_since(SMALL, head)] == [
        True,
        False,
    ]
    assert [problem.message for problem in check_since(SMALL, head)] == [
        "item-1-1 的 label 原来是 item-3-1 的。",
        "item-3-1 的 label 原来是 item-1-1 的。",
    ]
    marks = [
        (TASK.format(n), f"{TASK.format(n)}                # 已核 label：原来放错了\n")
        for n in ("1-1", "3-1")
    ]
    assert check_since(SMALL, changed(tmp_path / "marked", [*labels, *marks])) == []
    # A side moves alone, the other one stays.
    found = check_since(SMALL, changed(tmp_path / "sides", exchanged))
    assert [problem.message.split()[0] for problem in found] == ["item-3-2", "item-3-1"]


def test_new_words_of_ours_are_nobodys(tmp_path: Path) -> None:
    head = changed(
        tmp_path, [("label: 依法处罚", "label: 依条例处罚"), ("抽查船舶证书", "抽三艘船看证书")]
    )
    assert check_since(SMALL, head) == []


def in_data(folder: Path, edits: Edits, name: str = "items") -> Path:
    """The real data, with something written otherwise in one of its files."""
    data = Path(shutil.copytree(DATA, folder / "data"))
    text = (data / f"{name}.yaml").read_text("utf-8")
    for before, after in edits:
        text, count = re.subn(before, after, text, count=1)
        assert count, before
    (data / f"{name}.yaml").write_text(text, "utf-8")
    return data


LINE = r"\n +{}: [^\n]+"
IN_BRACES = ", {}: [^,}}]+"
FIELDS: dict[str, tuple[str, str, str]] = {
    "a limit": ("items", "limit", IN_BRACES),
    "what a partial citation lacks": ("items", "why", IN_BRACES),
    "one penalty of some": (
        "items",
        "penalty",
        r"\n +- {{article: 36, item: 1, target: unit[^\n]+",
    ),
    "a condition": ("items", "condition", IN_BRACES),
    "a remark on a figure": ("items", "note", IN_BRACES),
    "a source": ("departments", "source", LINE),
    "whose part a body is": ("departments", "parent", LINE),
    "a meaning": ("glossary", "meaning", LINE),
    "the day of a look": ("laws", "looked_up", LINE),
}


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_of_ours_vanishes(name: str, tmp_path: Path) -> None:
    file, field, pattern = FIELDS[name]
    data = in_data(tmp_path, [(pattern.format(field), "")], file)
    (found,) = check_since(DATA, data)
    assert re.fullmatch(f"[-a-z0-9]+：{field} 比原来少了。", found.message)
    assert f"“# 已核 {field}：原因”" in found.hint


def test_a_field_of_all_is_told_once(tmp_path: Path) -> None:
    data = in_data(tmp_path, [])
    text = (data / "items.yaml").read_text("utf-8")
    (data / "items.yaml").write_text(re.sub(IN_BRACES.format("limit"), "", text), "utf-8")
    (found,) = check_since(DATA, data)
    assert re.fullmatch("(item-[-0-9]+[、 ]){3}等 [0-9]+ 处：limit 比原来少了。", found.message)


TITLE = "  title: 某省人民政府关于做好2031年安全生产工作的通知\n"


@pytest.mark.parametrize("mark", ["", "  # 已核 title：照公报改正\n"])
def test_a_title_that_nothing_proves(mark: str, tmp_path: Path) -> None:
    title = TITLE.replace("安全生产", "消防安全")
    found = check_since(SMALL, changed(tmp_path, [(TITLE, title + mark)]))
    assert [problem.message for problem in found] == (
        []
        if mark
        else ["标题（title）原来是“某省人民政府关于做好2031年安全生产工作的通知”，现在改了。"]
    )
