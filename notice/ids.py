"""The one grammar of ids: `item-10` is an item of the notice, `item-10-9` a task in it.

Everything that takes an id apart, puts one together or sorts by one asks here.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PREFIX = "item-"
# ASCII digits without leading zeros, or two ids could look the same.
_ITEM = _PREFIX + "[1-9][0-9]{0,2}"
_TASK = _ITEM + "-[1-9][0-9]{0,3}"
ITEM_ID = f"^{_ITEM}$"
SECTION_ID = "^section-[1-9][0-9]{0,2}$"
# Either id, as a part of a longer pattern.
ANY_ID = f"({_ITEM}|{_TASK})"


def is_task(text: str) -> bool:
    """Whether a text is a well-formed id of a task."""
    return re.fullmatch(_TASK, text) is not None


def is_id(text: str) -> bool:
    """Whether a text is a well-formed id of an item or of a task."""
    return re.fullmatch(ANY_ID, text) is not None


def item_id(number: int) -> str:
    """The id of the notice's item of some number: 10 → item-10."""
    return f"{_PREFIX}{number}"


def task_id(item: str, number: int) -> str:
    """The id of a task in an item: item-10, 9 → item-10-9."""
    return f"{item}-{number}"


def short(id_: str) -> str:
    """An id, or the anchor #item-10-9, as people read and write it, 编号: item-10-9 → 10-9."""
    return id_.removeprefix("#").removeprefix(_PREFIX)


def from_short(number: str) -> str:
    """The id that a written 编号 means, well formed or not: 10-9 → item-10-9."""
    return f"{_PREFIX}{number}"


def numbers(id_: str) -> tuple[int, ...]:
    """The numbers in an id, for sorting: item-10-9 → (10, 9). Raises ValueError where none are."""
    return tuple(int(part) for part in short(id_).split("-"))


@lru_cache(maxsize=4096)  # every link to a task asks
def item_number(id_: str) -> int:
    """The number of the item that an id of an item or a task means: item-10-9 → 10."""
    return numbers(id_)[0]


def tail(task: str, item: str) -> str:
    """What follows an item's id in the id of one of its tasks: 9; empty where it is not its."""
    return task.removeprefix(f"{item}-") if task.startswith(f"{item}-") else ""
