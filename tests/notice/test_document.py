"""A notice of another shape put together again: its lines, their places, an item's paragraphs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from notice.catalog import load_catalog
from notice.document import (
    document_lines,
    document_runs,
    has_number,
    has_title,
    paragraphs,
    preamble,
)
from notice.head import Line, Notice
from notice.models import Catalog, Clause, Item, Responsible, Task
from notice.problems import DataError
from notice.vocabulary import LineKind
from tests.conftest import SMALL, SMALL_RECEIVED

FIRST_LINES = """  addressees: 各市人民政府：
  preamble: 2031年要做好安全生产。
"""
FRONT = """  front:
    - {kind: title, text: 某省人民政府关于做好2031年安全生产工作的通知}
    - {kind: number, text: 某政发〔2031〕7号}
    - {kind: addressees, text: 各市人民政府：}
    - {kind: preamble, text: 2031年要做好安全生产。}
    - {kind: preamble, text: 现通知如下。}
"""
# What is in the small notice, what is written instead.
SHAPE = [
    (FIRST_LINES, FRONT),
    ("  issued: 2031-03-05\n", ""),
    ("  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: other, text: 联系电话另发}]\n"),
    ("    title: 压实责任\n", "    mark: 第一章\n    title: 压实责任\n    stop: 。\n    intro: [本章讲责任。, 分两条。]\n"),
    ("        title: 落实责任\n",
     "        group: {mark: 1．, title: 总的要求, stop: ：, intro: [共两条。, 都要落实。]}\n"
     "        mark: 第一条\n        title: 落实责任\n"),
    ("              text: （省甲厅牵头", "              new_line: true\n              text: （省甲厅牵头"),
    ("        title: 无括号的一项\n", "        mark: 第二条\n        title: 无括号的一项\n        untitled: true\n"),
    ("          - tasks:\n              - id: item-2-1\n", "          - mark: 1．\n            tasks:\n              - id: item-2-1\n"),
    ("    title: 专项整治\n", "    title: 专项整治\n    untitled: true\n"),
    ("        title: 船舶专项整治\n", '        mark: ""\n        title: 船舶专项整治\n        stop: ：\n'),
    ("          - tasks:\n              - id: item-3-2\n", "          - heading: 海上\n            tasks:\n              - id: item-3-2\n"),
    ("                text: 依照《某条例》处罚。\n", "                new_line: true\n                text: 依照《某条例》处罚。\n"),
]  # fmt: skip
SHAPED = [
    ("某省人民政府关于做好2031年安全生产工作的通知", "front"),
    ("某政发〔2031〕7号", "front"),
    ("各市人民政府：", "front"),
    ("2031年要做好安全生产。", "front"),
    ("现通知如下。", "front"),
    ("第一章压实责任。", "section-1"),
    ("本章讲责任。", "section-1"),
    ("分两条。", "section-1"),
    ("1．总的要求：", "item-1"),
    ("共两条。", "item-1"),
    ("都要落实。", "item-1"),
    ("第一条落实责任。每季度召开一次会议。", "item-1"),
    ("（省甲厅牵头，省乙局等部门分工负责）", "item-1"),
    ("第二条", "item-2"),
    ("1．企业要自查。", "item-2"),
    ("二、", "section-2"),
    ("船舶专项整治：", "item-3"),
    ("海上：严查“三无”船舶，", "item-3"),
    ("依照《某条例》处罚。（各有关部门负责）", "item-3"),
    ("某省人民政府", "end"),
    ("联系电话另发", "end"),
]


@pytest.fixture
def shaped(tmp_path: Path) -> Path:
    """The small data in another shape, its received text with it."""
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    path = data / "items.yaml"
    text = path.read_text("utf-8")
    for before, after in SHAPE:
        assert before in text, before
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")
    (data / SMALL_RECEIVED).write_text("".join(f"{line}\n" for line, _ in SHAPED), "utf-8")
    return data


def test_every_line_and_what_it_comes_from(shaped: Path) -> None:
    assert list(document_lines(load_catalog(shaped))) == SHAPED


def test_usual_lines_before_and_after(small: Catalog) -> None:
    lines = list(document_lines(small))
    assert lines[:3] == [
        ("某政发〔2031〕7号", "number"),
        ("各市人民政府：", "addressees"),
        ("2031年要做好安全生产。", "preamble"),
    ]
    assert lines[-3:] == [
        ("某省人民政府", "issuer"),
        ("2031年3月5日", "issued"),
        ("（此件公开发布）", "release"),
    ]


def test_every_run_is_written_at_its_place(shaped: Path) -> None:
    """Marks that follow from an id, and stops that follow from a title, have their places."""
    implied = {"二、": "section-2", "。": "落实责任", "海上：": "海上"}
    written = yaml.safe_load((shaped / "items.yaml").read_text("utf-8"))
    for _, runs in document_runs(load_catalog(shaped)):
        for words, place in runs:
            value: Any = written
            for key in place:
                value = value[key]
            assert value == implied.get(words, words) or value == words, place


@pytest.mark.parametrize("at", range(len(SHAPED)))
def test_a_wrong_line_is_told_at_its_own(at: int, shaped: Path) -> None:
    lines = [line for line, _ in SHAPED]
    lines[at] = lines[at][:-1] + "某"
    (shaped / SMALL_RECEIVED).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    with pytest.raises(DataError) as refused:
        load_catalog(shaped)
    (told,) = refused.value.problems
    assert f"第 {at + 1} 行" in told.message
    assert "来文作“" in told.message


def clause(
    *texts: str,
    new: str = "",
    bracket: str = "",
    heading: str | None = None,
    mark: str | None = None,
) -> Clause:
    """A clause of some tasks; those that stand in `new` begin a line, as a bracket does."""
    tasks = tuple(
        Task(id=f"item-1-{n}", text=text, actors=("staff",), new_line=text in new)
        for n, text in enumerate(texts, start=1)
    )
    who = Responsible(text=bracket, new_line=bracket in new) if bracket else None
    return Clause(mark=mark, heading=heading, tasks=tasks, responsible=who)


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ([clause("甲。", "乙。", bracket="（省甲厅负责）")], ["甲。乙。（省甲厅负责）"]),
        ([clause("甲。"), clause("乙。", bracket="（省甲厅负责）")], ["甲。乙。（省甲厅负责）"]),
        ([clause("甲。", "乙。", new="甲。")], ["", "甲。乙。"]),
        ([clause("甲。", "乙。", new="乙。", bracket="（省甲厅负责）")], ["甲。", "乙。（省甲厅负责）"]),
        ([clause("甲。", "乙。", "丙。", new="乙。丙。")], ["甲。", "乙。", "丙。"]),
        ([clause("甲。", "乙。", new="（省甲厅负责）", bracket="（省甲厅负责）")], ["甲。乙。", "（省甲厅负责）"]),
        ([clause("甲。", heading="海上", bracket="（省甲厅负责）"), clause("乙。", heading="江上")],
         ["", "海上：甲。（省甲厅负责）", "江上：乙。"]),
        ([clause("甲。", "乙。", heading="海上", new="甲。（省甲厅负责）", bracket="（省甲厅负责）")],
         ["", "海上：", "甲。乙。", "（省甲厅负责）"]),
        ([clause("甲。", "乙。", heading="海上", new="乙。（省甲厅负责）", bracket="（省甲厅负责）")],
         ["", "海上：甲。", "乙。", "（省甲厅负责）"]),
        ([clause("甲。"), clause("乙。", mark="2．")], ["甲。", "2．乙。"]),
    ],
)  # fmt: skip
def test_an_item_by_paragraph(clauses: list[Clause], found: list[str]) -> None:
    """The first is empty where the item's title stands alone on its line."""
    item = Item(id="item-1", title="落实责任", clauses=tuple(clauses))
    assert ["".join(piece.words for piece in each) for each in paragraphs(item)] == found


@pytest.mark.parametrize(
    ("kinds", "titled", "numbered"),
    [((), False, False), (("title",), True, False), (("other", "number"), False, True), (("number", "title"), True, True)],
)  # fmt: skip
def test_title_and_number_of_a_notice(
    kinds: tuple[LineKind, ...], titled: bool, numbered: bool
) -> None:
    """What the notice says of itself is one thing, what stands in its text another."""
    front = tuple(Line(kind=kind, text="某省人民政府") for kind in kinds)
    notice = Notice(title="关于安全生产的通知", number="某政发〔2031〕7号", front=front)
    assert (has_title(notice), has_number(notice)) == (titled, numbered)


def test_preamble_of_two_paragraphs_is_read_as_one(shaped: Path) -> None:
    """An aim may be quoted across the line's end."""
    assert preamble(load_catalog(shaped).notice) == "2031年要做好安全生产。现通知如下。"
