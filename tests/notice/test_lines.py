"""A received text laid beside the notice line by line: which lines are the same, where it is cut."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.checks.lines import Pair, ReceivedLine, aligned, cut_like, normalized, without
from notice.problems import DataError
from notice.vocabulary import DEFAULT_RULES, Rule
from tests.conftest import SMALL_RECEIVED
from tests.notice.test_received import SIMPLE, data_with, document


def lines(*words: str) -> list[ReceivedLine]:
    return [ReceivedLine(number, each) for number, each in enumerate(words, start=1)]


def told(data: Path) -> list[str]:
    """What is said of data that is refused, without the places."""
    with pytest.raises(DataError) as refused:
        load_catalog(data)
    return [problem.message for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("content", "rules", "found"),
    [
        ("甲\n\n \n乙".encode(), ["spaces"], [(1, "甲"), (4, "乙")]),
        ("甲\n\n \n乙".encode(), ["line-breaks"], [(1, "甲"), (4, "乙")]),
        ("甲\n\n \n乙".encode(), DEFAULT_RULES, [(1, "甲"), (2, ""), (3, " "), (4, "乙")]),
        ("甲\n\n乙".encode(), [], [(1, "甲"), (2, ""), (3, "乙")]),
        (document("甲", "", "乙"), ["docx"], [(1, "甲"), (3, "乙")]),
        ("<p>甲</p><p>(yi)</p><p>乙</p>".encode(), ["html", "pinyin"], [(1, "甲"), (3, "乙")]),
    ],
)  # fmt: skip
def test_empty_lines_go_where_a_rule_says_so(
    content: bytes, rules: Collection[Rule], found: list[tuple[int, str]]
) -> None:
    """The numbers are those of the file all the same."""
    received = normalized(content, "utf-8", rules)
    assert [(line.number, line.words) for line in received] == found


@pytest.mark.parametrize(
    ("left_out", "kept", "missing"),
    [
        (["首页", "页脚"], "甲乙丙", []),
        (["尾页", "页脚"], ["甲", "首页", "乙", "丙"], ["尾页"]),
        (["首页", "尾页", "页脚"], "甲乙丙", ["尾页"]),
        (["页脚", "首页"], ["甲", "首页", "乙", "丙"], ["首页"]),
    ],
)  # fmt: skip
def test_each_line_is_left_out_whatever_becomes_of_the_others(
    left_out: list[str], kept: Sequence[str], missing: list[str]
) -> None:
    found = without(lines("甲", "首页", "乙", "页脚", "丙"), left_out)
    assert ([line.words for line in found[0]], found[1]) == ([*kept], missing)


MONTHS = ("三月要开会。", "四月要检查。")
LONG = "县级以上地方各级人民政府要开会。"


@pytest.mark.parametrize(
    ("theirs", "ours", "cut"),
    [
        # Ours has lines more than theirs: nothing is made up for them.
        (["三月要开会。"], MONTHS, ["三月要开会。"]),
        (["三月要", "开会。"], [*MONTHS, "五月要总结。"], ["三月要开会。"]),
        # What comes before the notice is like it, or comes again behind it.
        (["二月要开会。四月要检查。", *MONTHS], MONTHS, ["二月要开会。四月要检查。三月要开会。", "四月要检查。"]),
        (["首页", *MONTHS, *MONTHS], MONTHS, ["首页三月要开会。", "四月要检查。三月要开会。四月要检查。"]),
        # The next line begins otherwise: this one ends where its last words do.
        ([LONG, "都要好好检查。"], [LONG, "还要检查。"], [LONG, "都要好好检查。"]),
        # What stood before already is looked for behind the last place.
        ([LONG, "四月要检查。", "首页", LONG, "四月要检查。"], [LONG, "四月要检查。", LONG, "四月要检查。"],
         [LONG, "四月要检查。首页", LONG, "四月要检查。"]),
        ([LONG, "四月要检查。", "县级以上地方各级党委和人民政府要开会。", "四月要检查。"], [LONG, "四月要检查。"] * 2,
         [LONG, "四月要检查。", "县级以上地方各级党委和人民政府要开会。", "四月要检查。"]),
        # Nothing of two lines is there.
        (["甲乙丙丁"], ["子丑", "寅卯", "辰巳"], ["", "", "甲乙丙丁"]),
    ],
)  # fmt: skip
def test_another_text_is_cut_as_far_as_it_can_be_told(
    theirs: list[str], ours: Sequence[str], cut: list[str]
) -> None:
    assert [line.words for line in cut_like(lines(*theirs), ours)] == cut


A11, B11 = "子丑寅卯辰巳午未申酉戌", "甲子丑寅卯乙丙丁戊己庚"  # three of ten pairs in common
C11 = "甲子丑寅乙丙丁戊己庚辛"  # two of ten


@pytest.mark.parametrize(
    ("ours", "theirs", "pairs"),
    [
        # Two lines more on one side, in front of a pair and behind it.
        (["一、开会要准时", "壬癸"], ["甲乙", "丙丁", "一、开会准时", "戊己", "庚辛"],
         [(None, 0, -1), (None, 1, -1), (0, 2, -1), (1, 3, 1), (None, 4, 1)]),
        (["甲乙", "丙丁", "一、开会要准时", "戊己", "庚辛"], ["一、开会准时", "壬癸"],
         [(0, None, 1), (1, None, 1), (2, 0, 1), (3, 1, 4), (4, None, 4)]),
        (["头", "一、开会要准时", "尾"], ["头", "一、开会准时", "戊己", "庚辛", "尾"],
         [(1, 1, 0), (None, 2, 1), (None, 3, 1)]),
        # Three of ten pairs of characters in common make lines the same, two do not.
        ([A11, "壬癸"], ["天地", B11], [(None, 0, -1), (0, 1, -1), (1, None, 1)]),
        ([A11, "壬癸"], ["天地", C11], [(0, 0, 1), (1, 1, 1)]),
        # Of two that are as much alike, the later one.
        (["一、开会要准时", "一、开会要准时"], ["一、开会准时"], [(0, None, 0), (1, 0, 0)]),
        # A line that comes again and again is no reason to compare worse.
        (["（省甲厅负责）"] * 120 + ["开会。"] + ["（省甲厅负责）"] * 120,
         ["（省甲厅负责）"] * 120 + ["检查。"] + ["（省甲厅负责）"] * 120, [(120, 120, 119)]),
    ],
)  # fmt: skip
def test_lines_and_what_they_are_compared_with(
    ours: list[str], theirs: list[str], pairs: list[Pair]
) -> None:
    assert list(aligned(ours, theirs)) == pairs


@pytest.mark.parametrize(
    "ours",
    [["要抓好。"] * 6, ["一、任务", *["是", "是", "否"] * 3], ["—" * 20] * 4, ["（责任单位：省甲厅）"] * 5],
)  # fmt: skip
def test_the_same_words_again_and_again_are_cut_alike(ours: list[str]) -> None:
    cut = cut_like(lines("".join(ours)), ours)
    assert [line.words for line in cut] == ours


def test_last_line_missing_from_a_text_without_lines(tmp_path: Path) -> None:
    received = SIMPLE.replace("（此件公开发布）", "").replace("\n", "")
    data = data_with(tmp_path, received.encode(), "  rules: [line-breaks]\n")
    (message,) = told(data)
    assert "release 这一行“（此件公开发布）”来文" in message
    assert message.endswith("里没有。")


@pytest.mark.parametrize(("length", "shown"), [(40, "字" * 40), (41, "字" * 40 + "…")])
def test_a_long_line_is_told_by_its_beginning(length: int, shown: str, tmp_path: Path) -> None:
    (message,) = told(data_with(tmp_path, f"{SIMPLE}{'字' * length}\n".encode(), ""))
    assert message.endswith(f"作“{shown}”。")


def test_a_rule_more_than_those_of_most_texts(tmp_path: Path) -> None:
    received = SIMPLE.replace("\n", "").replace("，", ",")
    (message,) = told(data_with(tmp_path, received.encode(), "  rules: [width]\n"))
    assert message.startswith("核对的规则 rules 少了 line-breaks：")


def test_a_folder_is_no_received_text(tmp_path: Path) -> None:
    data = data_with(tmp_path, SIMPLE.encode(), "")
    (data / "source" / "older").mkdir()
    (data / "source" / "other.txt").write_text("首页\n" * 11, "utf-8")
    path = data / "items.yaml"
    path.write_text(path.read_text("utf-8").replace(SMALL_RECEIVED, "source/other.txt"), "utf-8")
    with pytest.raises(DataError, match=f"received: {SMALL_RECEIVED}"):
        load_catalog(data)


def test_one_wrong_line_to_leave_out_is_one_problem(tmp_path: Path) -> None:
    received = "首页\n" + SIMPLE + "页脚\n"
    listed = "  left_out: [{lines: [首页, 尾页, 页脚], why: 网页上的文字}]\n"
    (message,) = told(data_with(tmp_path, received.encode(), listed))
    assert "没有“尾页”这一行" in message
