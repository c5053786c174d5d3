"""The law behind a duty: texts of laws with the articles cited of them, and citations of these.

No sentence of a law is in the data: names, dates, numbers of articles, and what an article is about
in a few words of the editors. Field titles and descriptions are for editors, as in `notice.models`.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from notice.base import Many, Reviewable, Slug, Some, Text
from notice.vocabulary import (
    FITS,
    LAW_ACTORS,
    PENALTY_KINDS,
    PENALTY_TARGETS,
    Fit,
    LawActor,
    LawRank,
    PenaltyKind,
    PenaltyTarget,
)

ABOUT_LENGTH, REMARK_LENGTH = 20, 30
Number = Annotated[int, Field(ge=1)]


class Cited(Reviewable):
    """A place in a law: the fields that a duty and a penalty have in common."""

    law: Text | None = None
    article: Number = Field(title="条", description="第几条。写数字，如 41。")
    paragraph: Number | None = Field(
        default=None, title="款", description="第几款。写数字；整条都是的不写。"
    )
    item: Number | None = Field(
        default=None, title="项", description="第几项。写数字；没有分项的不写。"
    )

    @property
    def place(self) -> str:
        """Article, paragraph and item as forms cite them: 101条1款5项."""
        words = f"{self.article}条"
        words += f"{self.paragraph}款" if self.paragraph else ""
        return words + (f"{self.item}项" if self.item else "")


class Penalty(Cited, title="罚则"):
    """Where a law punishes the breach of a cited duty."""

    law: Text | None = Field(
        default=None,
        description="哪部法。data/laws.yaml 中的 short_name；与依据是同一部的不写。",
    )
    target: PenaltyTarget = Field(title="罚谁", description="罚谁。照条文。")
    kind: Some[PenaltyKind] = Field(title="怎么罚", description="怎么罚。照条文，可有几种。")
    condition: Text | None = Field(
        default=None,
        title="前提",
        max_length=REMARK_LENGTH,
        description="有前提才罚的写前提，如“逾期未改正”。用自己的话；没有就不写。",
    )

    @property
    def how(self) -> str:
        """Whom it hits and how: 罚单位：责令改正、罚款；逾期未改正."""
        kinds = "、".join(PENALTY_KINDS[kind] for kind in self.kind)
        condition = f"；{self.condition}" if self.condition else ""
        return f"{PENALTY_TARGETS[self.target]}：{kinds}{condition}"

    @property
    def said(self) -> str:
        """All of it in words: 安全生产法101条1款5项（罚单位：责令改正、罚款；逾期未改正）."""
        return f"{self.law or ''}{self.place}（{self.how}）"


class Basis(Cited, title="法律依据"):
    """An article that makes a task somebody's duty."""

    law: Text = Field(description="哪部法。data/laws.yaml 中的 short_name。")
    actor: LawActor = Field(title="约束谁", description="条文要谁做。")
    fit: Fit = Field(
        title="关系",
        description="exact 是条文正把这件事定为它的义务，partial 是只定了一部分，或者宽得多。",
    )
    why: Text | None = Field(
        default=None,
        title="差在哪里",
        max_length=REMARK_LENGTH,
        description="partial 的写差在哪里。用自己的话。",
    )
    limit: Text | None = Field(
        default=None,
        title="限于",
        max_length=REMARK_LENGTH,
        description="条文只管一部分单位的，写是哪些。用自己的话；没有就不写。",
    )
    penalty: Many[Penalty] = Field(
        default=(), title="罚则", description="违反所引义务怎么罚。罚的不是这件事的不写。"
    )

    @property
    def said(self) -> str:
        """All of it in words, as a change is reported."""
        words = [f"{self.law}{self.place}", LAW_ACTORS[self.actor], FITS[self.fit]]
        words += filter(None, (self.why, self.limit and f"限{self.limit}"))
        return "，".join((*words, *(f"罚则{penalty.said}" for penalty in self.penalty)))


class Article(Reviewable, title="引用的条"):
    """An article that is cited: how it is divided, whom it binds, what it is about."""

    article: Number = Field(title="条", description="第几条。写数字。")
    items: Some[Annotated[int, Field(ge=0)]] = Field(
        title="各款的项数",
        description="有几款就写几个数，每个数是这一款有几项。没有分项的款写 0，如 [0, 5]。",
    )
    actors: Many[LawActor] = Field(
        default=(), title="约束谁", description="条文给谁定了义务。只是罚则的条不写。"
    )
    about: Text = Field(
        title="讲什么",
        max_length=ABOUT_LENGTH,
        description="条文讲什么。用自己的话，不抄条文。",
    )


class Law(Reviewable, title="法律法规"):
    """A text of a law: a later text of the same law is a record of its own."""

    slug: Slug = Field(description="法律页上锚点的前一段。发布后不改。")
    full_name: Text = Field(description="全称。")
    short_name: Text = Field(
        description="引用时的写法。含在全称里的字；同一部法有两个文本的，"
        "后面加年份区别，如（2007）。"
    )
    rank: LawRank = Field(description="哪一级。")
    text_date: datetime.date = Field(
        title="文本日期", description="这个文本通过或公布的日子。写成 YYYY-MM-DD，不加引号。"
    )
    in_force_from: datetime.date = Field(
        title="施行日期",
        description="这个文本开始施行的日子。修正过的，最后一条写的是最早文本的，要另查。",
    )
    in_force_to: datetime.date | None = Field(
        default=None,
        title="失效日期",
        description="停止施行的日子，当天起不再施行。还在施行的不写。",
    )
    replaced_by: Text | None = Field(
        default=None,
        description="由哪个文本代替，或者另有哪部后法。data/laws.yaml 中的 short_name。",
    )
    article_count: Number = Field(title="条数", description="一共几条。写数字。")
    liability: Many[Number] = Field(
        default=(),
        title="法律责任",
        description="法律责任（罚则）从第几条到第几条。写两个数，如 [90, 116]；没有单列的不写。",
    )
    sectors: Many[Text] = Field(
        default=(),
        title="行业",
        description="只管哪些行业。data/sectors.yaml 中的 slug；各行业都管的不写。"
        "别的行业的表单上不列。",
    )
    source: Text = Field(title="文本的出处", description="文本是从哪里读的。")
    # When it was looked up says nothing about the law: no form or version changes with it.
    looked_up: datetime.date | None = Field(
        default=None,
        title="核对日期",
        description="最近一次核对它是否还有效的日子，一年要核一次，"
        "不写将来的日子。抄下文本以后没有核对过的不写，显示待核。改了日期、条数这些的，"
        "写照文本核对的那一天。",
    )
    note: Text | None = Field(
        default=None, title="说明", description="效力上要提醒的话，如全文未到手。没有就不写。"
    )
    articles: Many[Article] = Field(
        default=(), title="引用的条", description="引用到的条。依条号次序，一条一个。"
    )
