"""What every record is made of: exact types, no unknown key, immutable, and a few kinds of value.

Below both the records of the data (`notice.models`) and those of its history
(`notice.record.models`), which a catalog holds as well.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

NO_WORDS = "no_words"


def _with_words(text: str) -> str:
    if not any(character.isalnum() for character in text):
        raise PydanticCustomError(NO_WORDS, "no letter, digit or Chinese character")
    return text


T = TypeVar("T")
Text = Annotated[str, Field(min_length=1), AfterValidator(_with_words)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG_LENGTH = 40  # files are named by it, and Windows allows 260 characters for a whole path
Slug = Annotated[str, Field(pattern=SLUG, max_length=SLUG_LENGTH)]
# A row is never cut in two: more than these would fill a sheet of A5, or push a table off the page.
NAME_LENGTH, SENTENCE_LENGTH = 40, 120
# YAML gives lists, frozen records hold tuples: the one place where a conversion is allowed.
Many = Annotated[tuple[T, ...], Field(strict=False)]
Some = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]


class Record(BaseModel):
    """Base of all records: exact types, no unknown key, immutable.

    A record is loaded once and is equal only to itself: comparing 33 parties field by field over
    every clause was a fifth of a build.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class Reviewable(Record):
    """A record of the data that says which of its fields nobody has reviewed yet."""

    # No form, version or record of changes says anything about it: it is in none of them.
    unreviewed: Many[Text] = Field(
        default=(),
        exclude=True,
        title="待复核",
        description="还没有人复核的字段。写字段名，如 [label, actors]；"
        "复核一个删一个，没有就不写；有一个在就不能发布。",
    )
