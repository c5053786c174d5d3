"""How the notice's words are put together for a reader: sentences, and lines that are reported."""

from __future__ import annotations

from datetime import date

import pytest

from notice import wording
from notice.models import Clause, Editorial, Task


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
        "二0二四年一月二十日", "印发于2024年1月20日",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert wording.read_date(words) == date(2024, 1, 20)


@pytest.mark.parametrize("year", [1958, 1999, 2000, 2015, 2024, 2036])
def test_every_character_of_a_year_is_read(year: int) -> None:
    characters = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    assert wording.read_date(f"{characters}年十一月三十日") == date(year, 11, 30)


@pytest.mark.parametrize(
    "words", ["2024年1月", "2024年2月30日", "二〇二四年十三月一日", "1.20", ""]
)
def test_what_is_no_day(words: str) -> None:
    assert wording.read_date(words) is None
