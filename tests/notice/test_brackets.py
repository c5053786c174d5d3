"""What the words of a responsibility bracket say, and where such brackets stand."""

from __future__ import annotations

import pytest

from notice import brackets
from notice.models import Responsible
from notice.vocabulary import Duty, Others, Role

NAMES = ("省甲厅", "省乙局", "省教育厅（省委教育工委）", "X局")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("（省甲厅牵头，省乙局配合）", {"省甲厅": "lead", "省乙局": "support"}),
        ("牵头单位：省甲厅；配合单位：省乙局", {"省甲厅": "lead", "省乙局": "support"}),
        ("（牵头：省乙局，参与部门为省甲厅）", {"省乙局": "lead", "省甲厅": "support"}),
        ("责任单位：省甲厅、省乙局", {"省甲厅": "named", "省乙局": "named"}),
    ],
)
def test_a_role_stands_behind_the_names_or_before_them(words: str, said: dict[str, Role]) -> None:
    assert brackets.roles(words, NAMES) == said


@pytest.mark.parametrize(
    ("words", "bodies", "unread"),
    [
        ("（省甲厅牵头，省乙局等有关部门分工负责）", (), ()),
        ("省丙局牵头，省甲厅配合", ("省丙局",), ("省丙局",)),
        ("（由省丙局牵头，其他各有关单位配合）", ("省丙局",), ("省丙局",)),
        ("（X县应急局、省甲厅负责）", ("X县应急局",), ("X县应急局",)),
        ("（省甲厅、老张负责，2031年6月底前完成）", (), ("老张",)),
        ("（省甲厅、六月局负责，长期坚持）", ("六月局",), ("六月局",)),
        ("（省甲厅的）", (), ()),
    ],
)
def test_what_is_no_known_name(
    words: str, bodies: tuple[str, ...], unread: tuple[str, ...]
) -> None:
    """What ends as a body does is a stranger; a deadline, a collective, a particle is nobody."""
    assert brackets.strangers(words, NAMES) == bodies
    assert brackets.unread(words, NAMES) == unread


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("（省甲厅负责）", True),
        ("[省甲厅负责]。", True),
        ("（省甲厅（安委办）牵头）；", True),
        ("责任单位：省甲厅", True),
        ("完成时限:年底", True),
        ("。（省甲厅负责）", False),
        ("（省甲厅）（省乙局）", False),
        ("（省甲厅负责〕", False),
        ("（省甲厅负责）XX", False),
        ("省甲厅", False),
        ("", False),
    ],
)
def test_a_bracket_is_whole_from_its_first_mark_to_its_last(words: str, whole: bool) -> None:
    assert brackets.is_whole(words) is whole


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("查船（省甲厅）（省乙局）查车", ["（省甲厅）", "（省乙局）"]),
        ("要查船（省甲厅（安委办）牵头）。", ["（省甲厅（安委办）牵头）"]),
        ("查〔省甲厅〕【省乙局】(某)[某]", ["〔省甲厅〕", "【省乙局】", "(某)", "[某]"]),
        ("查（）船（省甲厅", ["（）"]),
        ("（查（省甲厅）", ["（省甲厅）"]),
        ("查船。责任单位：省甲厅；完成时限：年底。查车", ["责任单位：省甲厅", "完成时限：年底"]),
        ("责任单位：省甲厅（含安委办）", ["（含安委办）", "责任单位：省甲厅（含安委办）"]),
    ],
)
def test_brackets_and_lines_are_found_among_words(words: str, found: list[str]) -> None:
    assert brackets.inside(words) == found


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("（省甲厅抓好整改）", True),
        ("（省甲厅、省乙局）", True),
        ("（省甲厅、省丙局等）", True),
        ("[省甲厅、省丙局等]", True),
        ("（X局）", True),
        ("（省教育厅（省委教育工委））", True),
        ("（各县分工负责）", True),
        ("(各县分工负责)", True),
        ("[各县督促落实]", True),
        ("责任单位：省甲厅", True),
        ("（省甲厅每年一查）", False),
        ("（各县抓好整改）", False),
        ("（每年）", False),
    ],
)
def test_a_bracket_in_a_text_says_a_duty_or_none(words: str, says: bool) -> None:
    """In every kind of bracket, and where a name ends in a bracket of its own."""
    assert brackets.says_duty(words, NAMES) is says


@pytest.mark.parametrize(
    ("words", "remark", "closes"),
    [
        ("（省甲厅负责。以下均由省乙局负责）", "以下均由省乙局负责", True),
        ("（省甲厅负责。以下均由省乙局负责。）。", "以下均由省乙局负责", True),
        ("（省甲厅负责。以下均由省乙局负责）", "均由省乙局负责", False),
        ("（省甲厅负责。以下均由省乙局负责）", "以下均由省乙局", False),
        ("（省甲厅负责。以下负责人为X）", "以下负责人为", False),
        ("（省甲厅负责。以下均由省乙局负责）X", "以下均由省乙局负责", False),
    ],
)
def test_a_remark_is_the_whole_last_sentence(words: str, remark: str, closes: bool) -> None:
    assert brackets.closes(words, remark) is closes


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("（省甲厅牵头）", [("（", False), ("省甲厅", True), ("牵头）", False)]),
        ("责任单位：省甲厅", [("责任单位：", False), ("省甲厅", True)]),
        ("省甲厅省乙局", [("省甲厅", True), ("省乙局", True)]),
    ],
)
def test_a_bracket_is_cut_at_names_without_empty_pieces(
    words: str, cut: list[tuple[str, bool]]
) -> None:
    who = Responsible(text=words, lead=("省甲厅",), departments=("省乙局",))
    assert [*brackets.parts(who)] == cut
    assert [*brackets.parts(None)] == []


@pytest.mark.parametrize(
    ("words", "duty", "others"),
    [
        ("（省甲厅等部门分工负责）", "分工负责", "等部门"),
        ("（省甲厅等有关部门督促企业落实）", "督促企业落实", "等有关部门"),
        ("（省甲厅负责）", "负责", None),
        ("（省甲厅牵头）", None, None),
    ],
)
def test_the_known_words_for_a_duty_and_for_others(
    words: str, duty: Duty | None, others: Others | None
) -> None:
    """The longest that is there, for whoever reads the notice as data."""
    who = Responsible(text=words, lead=("省甲厅",))
    assert (brackets.duty(who), brackets.others(who)) == (duty, others)
    assert (brackets.duty(None), brackets.others(None)) == (None, None)
