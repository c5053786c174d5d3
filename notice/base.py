"""What every record is made of: exact types, no unknown key, immutable, and a few kinds of value.

Below both the records of the data (`notice.models`) and those of its history
(`notice.record.models`), which a catalog holds as well.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")
Text = Annotated[str, Field(min_length=1)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, Field(pattern=SLUG)]
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
