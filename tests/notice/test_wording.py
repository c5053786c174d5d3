"""How the notice's words are put together for a reader: sentences, and lines that are reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notice import wording
from notice.head import Notice
from notice.models import Clause, Editorial, Group, Item, Section, Task
from notice.resolved import remark
from tests.notice.test_changes import edited


def clause(*texts: str) -> Clause:
    return Clause(
        tasks=tuple(
            Task(id=f"item-1-{n}", text=text, actors=("staff",), editorial=Editorial(label="试"))
            for n, text in enumerate(texts, start=1)
        )
    )


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("开会。", "查船、", "查车", "和查库。"), ["开会。", "【查船、】查车和查库。", "查船、【查车】和查库。", "查船、查车【和查库。】"]),
        (("查船、", "查车。", "罚款。"), ["【查船、】查车。", "查船、【查车。】", "罚款。"]),
        (("查“船。”", "查车，", "罚款"), ["查“船。”", "查车，", "罚款"]),
        (("查“船”", "查车"), ["【查“船”】查车", "查“船”【查车】"]),
        (("查船（一）。", "“查车", "查库；", "罚款：", "关停！"), ["查船（一）。", "【“查车】查库；", "“查车【查库；】", "罚款：", "关停！"]),
    ],
)  # fmt: skip
def test_a_fragment_is_shown_in_its_sentence(texts: tuple[str, ...], shown: list[str]) -> None:
    whole = clause(*texts)
    assert [wording.in_sentence(whole, task) for task in whole.tasks] == shown


@pytest.mark.parametrize(
    "words",
    [
        "2024年1月20日", "２０２４年１月２０日", "2024 年 1 月 20 日", "2024年01月20号", "2024-01-20",
        "2024.1.20", "2024/1/20", "二〇二四年一月二十日", "二○二四年一月二十日", "二零二四年一月二十日",
        "二0二四年一月二十日", "二O二四年一月二十日", "印发于2024年1月20日",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert wording.read_date(words) == date(2024, 1, 20)


@pytest.mark.parametrize("year", [1958, 1999, 2000, 2015, 2024, 2036])
def test_every_character_of_a_year_is_read(year: int) -> None:
    characters = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    assert wording.read_date(f"{characters}年十一月三十日") == date(year, 11, 30)
    assert wording.read_date(f"{characters}年一十月一十日") == date(year, 10, 10)


@pytest.mark.parametrize(
    "words",
    [
        "2024年1月",
        "2024年2月30日",
        "二〇二四年十三月一日",
        "二〇二四年一月十十日",
        "二〇二四年十十月一日",
        "二〇二四年一月一二十日",
        "1.20",
        "",
    ],
)
def test_what_is_no_day(words: str) -> None:
    assert wording.read_date(words) is None


def item(number: int, mark: str | None, title: str = "事", **more: Any) -> Item:
    return Item(id=f"item-{number}", mark=mark, title=title, clauses=(clause("办。"),), **more)


def section(number: int, *items: Item, **more: Any) -> Section:
    return Section(id=f"section-{number}", title="部分", items=items, **more)


USUAL = section(1, *(item(number, None) for number in range(1, 7)))
AGAIN = section(2, item(7, "（一）"), item(8, "（二）"), item(9, "（三）"))
CHAPTER = section(3, item(10, "第一条"), item(11, "1．"), mark="第三章")
GROUPS = section(
    4,
    item(12, "1．", group=Group(mark="（一）", title="甲")),
    item(13, "2．"),
    item(14, "1．", group=Group(mark="", title="乙")),
)
MARKED = section(8, item(19, "1．", group=Group(mark="（三）、", title="甲")), mark="第八部分、")
UNTITLED = section(5, item(15, "1．"), untitled=True)
ALONE = section(6, item(16, "", "只此一事", untitled=True))
NOT_ALONE = section(7, item(17, "", "甲事", untitled=True), item(18, "", "乙事"))


@pytest.mark.parametrize(
    ("part", "cited"),
    [
        (USUAL, ["第（一）项", "第（二）项", "第（三）项", "第（四）项", "第（五）项", "第（六）项"]),
        (AGAIN, ["第二部分第（一）项", "第二部分第（二）项", "第二部分第（三）项"]),
        (CHAPTER, ["第一条", "第三章第1项"]),
        (GROUPS, ["第四部分（一）第1项", "第四部分（一）第2项", "第四部分“乙”第1项"]),
        (MARKED, ["第八部分（三）第1项"]),
        (UNTITLED, ["第1项"]),
        (ALONE, ["第六部分"]),
        (NOT_ALONE, ["第七部分“甲事”", "第七部分“乙事”"]),
    ],
    ids=["usual", "again", "articles", "groups", "marks-with-stops", "untitled-part", "alone", "not-alone"],
)  # fmt: skip
def test_how_an_item_is_cited(part: Section, cited: list[str]) -> None:
    assert [wording.reference(part, one) for one in part.items] == cited


def test_how_several_items_are_cited() -> None:
    def every(part: Section, *numbers: int) -> list[tuple[Section, Item]]:
        return [(part, part.items[number]) for number in numbers]

    assert wording.references(every(USUAL, 4, 0, 1, 2, 0)) == "第（一）至（三）、（五）项"
    both = [*every(AGAIN, 0, 1), *every(USUAL, 0, 1)]
    assert wording.references(both) == "第（一）、（二）项、第二部分第（一）、（二）项"
    assert wording.references(every(CHAPTER, 0, 1)) == "第一条、第三章第1项"
    assert wording.references(every(NOT_ALONE, 0, 1)) == "第七部分“甲事”、“乙事”"


def test_what_stands_before_an_item() -> None:
    assert wording.item_head(USUAL.items[0]) == "（一）事。"
    assert wording.item_head(UNTITLED.items[0]) == "1．事。"
    assert wording.item_head(item(19, "1．", untitled=True)) == "1．"
    assert wording.item_name(CHAPTER.items[0]) == "第一条 事"
    assert wording.item_name(item(20, "条例一、")) == "条例一、事"
    assert wording.section_head(CHAPTER) == "第三章 部分"


def test_the_heading_of_a_part() -> None:
    assert wording.section_words(USUAL) == "一、部分"
    one = item(1, None)
    assert wording.section_words(section(2, one, mark="第二章　", stop="。")) == "第二章　部分。"
    assert wording.section_words(section(3, one, mark="", untitled=True)) == ""


@pytest.mark.parametrize(
    ("words", "called"),
    [("严查船舶证书，再看航行日志。", "严查船舶证书，再看航行日…"), ("查船舶证书和航行的日志。", "查船舶证书和航行的日志")],
)  # fmt: skip
def test_a_task_without_a_name_is_called_by_its_first_words(words: str, called: str) -> None:
    assert wording.task_name(Task(id="item-1-1", text=words, actors=("regulator",))) == called


def test_a_notice_without_a_number_or_a_year() -> None:
    without, with_both = (
        Notice(title="通知"),
        Notice(title="通知", number="某〔2031〕1号", year=2031),
    )
    assert wording.named(without) == "《通知》"
    assert wording.named(with_both) == "某〔2031〕1号《通知》"
    assert wording.source(without, AGAIN, AGAIN.items[0]) == "第二部分第（一）项，《通知》"
    assert wording.source(with_both, CHAPTER, CHAPTER.items[0]) == "某〔2031〕1号第一条，《通知》"
    assert wording.in_year(without) == ""
    assert wording.in_year(with_both) == "（2031年度）"


def test_how_a_remark_is_cited_where_numbers_begin_anew(tmp_path: Path) -> None:
    catalog = edited(
        tmp_path,
        ("- id: item-3\n", "- id: item-3\n        mark: （一）\n"),
        ("              departments: [各有关部门]\n", "              departments: [各有关部门]\n              remark: 以下均由省甲厅负责\n              extends_to_rest: [省甲厅]\n"),
    )  # fmt: skip
    found = remark(catalog)
    assert found
    assert (found.basis, found.words) == ("依第二部分第（一）项", "以下均由省甲厅负责")
