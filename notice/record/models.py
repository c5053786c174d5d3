"""What is written down of a change: `data/history.json`, and what two states of the data differ in.

These records stand alone, so that the file can be read when the records of the data have changed.
"""

from __future__ import annotations

import datetime
from typing import Self

from pydantic import model_validator

from notice import ids
from notice.base import Many, Record, Slug, Some, Text
from notice.vocabulary import ChangeKind


class TaskState(Record):
    """A task as it was in one state of the data, in the words a reader saw.

    `editorial` is all that the editors say of it, the label as well, by what each field is called.
    """

    id: Text
    reference: Text
    responsibility: str
    text: Text
    label: Text
    editorial: dict[Text, str]


class TaskChange(Record):
    """One task before and after, at least one of which there is, and what happened to it.

    `parties` and `sectors` are the slugs of those it concerns, before or after. `moved_to` is where
    a task that was removed is recorded to have gone, as `Retired.moved_to` has it: #item-10-9.
    """

    kinds: Some[ChangeKind]
    parties: Many[Slug]
    sectors: Many[Slug]
    before: TaskState | None
    after: TaskState | None
    moved_to: Many[Text] = ()

    @model_validator(mode="after")
    def _has_a_side(self) -> Self:
        if self.before is None and self.after is None:
            raise ValueError("neither before nor after")
        return self

    @property
    def latest(self) -> TaskState:
        """The task as it is now, or as it was last."""
        state = self.after or self.before
        assert state is not None
        return state

    @property
    def number(self) -> str:
        """The number by which the task is known now, or was last: 10-9."""
        return ids.short(self.latest.id)


class Revision(Record):
    """A recorded revision: from which version of the data to which, when, why, which tasks."""

    date: datetime.date
    before: Text
    after: Text
    reason: Text
    changes: Many[TaskChange]


class History(Record):
    """`data/history.json`, written by `scripts/changes.py --record` only; oldest first."""

    since: Text
    revisions: Many[Revision]

    @model_validator(mode="after")
    def _follows_on(self) -> Self:
        starts = [revision.before for revision in self.revisions]
        ends = [self.since, *(revision.after for revision in self.revisions)]
        if ends[: len(starts)] != starts:
            raise ValueError("a revision does not begin where the last one ended")
        return self

    @property
    def latest(self) -> str:
        """The version of the data up to which revisions are recorded."""
        return self.revisions[-1].after if self.revisions else self.since
