"""Whatever pydantic finds in a value of any field is told in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from notice.checks.validation_messages import message_of
from notice.models import DATA_FILES

# What reads otherwise than meant, or is too much or too little, for one field or another.
WRONG: tuple[Any, ...] = (
    None, "", "。", "字", "字" * 500, "字 字", 0, -1, 1.5, 10**30, float("nan"), True, date(2031, 3, 5),
    "2031-3-5", {}, {"字": 1}, [], [[]], [{}], [None], [""], ["。"], ["字" * 500], [0], [-1],
)  # fmt: skip
TOLD_APART = {"missing", "extra_forbidden", "literal_error"}


def models(kind: Any) -> Iterator[type[BaseModel]]:
    """Every record that a kind of value is made of, with those inside it."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for field in kind.model_fields.values():
            yield from models(field.annotation)
    for part in get_args(kind):
        yield from models(part)


FIELDS = {
    (model, name)
    for kind in DATA_FILES.values()
    for model in models(kind)
    for name in model.model_fields
}


def found(model: type[BaseModel], name: str, value: Any) -> Iterator[Any]:
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        yield from (one for one in error.errors() if one["loc"][0] == name)


def test_every_finding_has_its_words() -> None:
    kinds = set()
    for model, name in sorted(FIELDS, key=str):
        for value in WRONG:
            for one in found(model, name, value):
                if one["type"] not in TOLD_APART:
                    said = message_of(one["type"], one["input"], None, one.get("ctx", {}))
                    assert one["type"] not in "".join(said), (model, name, value)
                    kinds.add(one["type"])
    assert {"too_long", "string_too_long", "bool_type", "int_type", "no_words"} <= kinds


def test_a_finding_that_nobody_foresaw_is_told_all_the_same() -> None:
    said = message_of("new_in_a_later_pydantic", "字", None, {})
    assert said == ("“字”不符合要求（new_in_a_later_pydantic）。", "见字段说明")
