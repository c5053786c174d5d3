"""The grammar of ids: what is one, what is in it, how people write it."""

from __future__ import annotations

import pytest

from notice import ids


@pytest.mark.parametrize("task", ["item-1-1", "item-31-9", "item-999-9999"])
def test_a_task(task: str) -> None:
    assert ids.is_task(task)
    assert ids.is_id(task)
    assert ids.from_short(ids.short(task)) == task
    item = ids.item_id(ids.item_number(task))
    assert ids.is_id(item)
    assert not ids.is_task(item)
    assert ids.task_id(item, int(ids.tail(task, item))) == task


@pytest.mark.parametrize(
    "text",
    [
        "", "item", "item-", "item-0", "item-01", "item-1000", "item-1-", "item-1-0", "item-1-01",
        "item-1-10000", "item-1-1-1", "item-\u0661", "item-1-\u0661", "item-1-1\n", " item-1", "Item-1",
        "section-1", "#item-1",
    ],
)  # fmt: skip
def test_no_id(text: str) -> None:
    assert not ids.is_id(text)
    assert not ids.is_task(text)


def test_as_people_write_it() -> None:
    assert ids.short("item-10-9") == ids.short("#item-10-9") == "10-9"
    assert ids.short("item-10") == "10"
    assert ids.from_short("10-9") == "item-10-9"


def test_the_notice_s_order_is_that_of_numbers() -> None:
    written = ["item-10-9", "item-9-10", "item-9", "item-9-2"]
    assert sorted(written, key=ids.numbers) == ["item-9", "item-9-2", "item-9-10", "item-10-9"]
    with pytest.raises(ValueError, match="section"):
        ids.numbers("section-1")


def test_a_task_of_another_item_has_no_tail() -> None:
    assert ids.tail("item-10-9", "item-10") == "9"
    assert ids.tail("item-10-9", "item-1") == ""
    assert ids.tail("item-10", "item-10") == ""
