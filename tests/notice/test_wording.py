"""How the notice's words are put together for a reader: sentences, and lines that are reported."""

from __future__ import annotations

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
