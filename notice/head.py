"""What the document says about itself, and how its received text is turned into it."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from notice.base import NAME_LENGTH, SENTENCE_LENGTH, Many, Reviewable, Slug, Some, Text
from notice.vocabulary import DEFAULT_RULES, Encoding, LineKind, Rule

LABEL_LENGTH = 12


class Successor(Reviewable, title="后来的通知"):
    """The later notice that took this one's place."""

    number: Text = Field(description="后来通知的文号。")
    title: Text = Field(description="后来通知的标题。")
    year: int = Field(description="后来通知安排哪一年的工作。")


class Called(Reviewable, title="称呼"):
    """What the site and its forms call what the notice is about. Ours, never the notice's words."""

    subject: str = Field(
        default="", max_length=LABEL_LENGTH, description="通知管的是什么事，如 安全生产。"
    )
    departments: Text = Field(
        default="责任部门", max_length=LABEL_LENGTH, description="发文机关的部门，如 省直部门。"
    )
    area: Text = Field(
        default="本地", max_length=LABEL_LENGTH, description="往下一级的地方，如 县（市、区）。"
    )
    bundle: Slug = Field(default="notice", description="离线包解开后的文件夹，如 fangxun。")


class Line(Reviewable, title="文头或文尾的一行"):
    """A line before the first part of the notice or after its last item."""

    kind: LineKind = Field(description="是什么。分类由编写组判断。")
    text: Text = Field(description="这一行的字。与来文逐字一致，标点也算。")


class LeftOut(Reviewable, title="不是通知的字"):
    """Lines of the received text that are not the notice."""

    lines: Some[Annotated[str, Field(min_length=1)]] = Field(
        description="来文里的行，依次照抄，空格不计。"
    )
    why: Text = Field(
        max_length=NAME_LENGTH, description="为什么不是通知的字，如网页导航、文件信息表。"
    )


class Notice(Reviewable, title="通知"):
    """What the document says about itself."""

    number: Text | None = Field(
        default=None, description="文号。与来文逐字一致，整个写；没有文号的通知不写。"
    )
    title: Text = Field(description="标题。来文没有标题行的，取自公开文本。")
    year: int | None = Field(
        default=None, description="通知安排哪一年的工作。标题里有年份的要写；看不出就不写。"
    )
    issuer: Text | None = Field(
        default=None, description="发文机关（落款）。与来文逐字一致；来文没有就不写。"
    )
    issued: datetime.date | None = Field(
        default=None, description="成文日期，写成 YYYY-MM-DD，不加引号。来文有日期一行就要写。"
    )
    addressees: Text | None = Field(
        default=None,
        description="主送机关一行。与来文逐字一致，末尾的冒号也算；写了 front 就不写。",
    )
    preamble: Text | None = Field(
        default=None, description="第一部分之前的一段话。与来文逐字一致；写了 front 就不写。"
    )
    aims: Many[Text] = Field(
        default=(),
        title="总目标",
        description="开头一段里的总目标，摘原话，一字不差。首页和时限页上显示。",
    )
    release: Text | None = Field(
        default=None, description="公开属性一行。与来文逐字一致；写了 end 就不写。"
    )
    front: Many[Line] | None = Field(
        default=None,
        title="文头各行",
        description="第一部分之前的各行，依次写。不写就是三行：文号、主送机关、开头一段。",
    )
    end: Many[Line] | None = Field(
        default=None,
        title="文尾各行",
        description="最后一条之后的各行，依次写，没有写 []。不写就是三行："
        "发文机关、日期、公开属性。",
    )
    called: Called = Field(
        default_factory=lambda: Called(), description="网站和表单上怎样称呼。不写就用中性的说法。"
    )
    # Where the proof is kept changes nothing that a form or the JSON says: it is in neither.
    received: Text = Field(
        default="source/received.txt",
        exclude=True,
        description="收到的通知文本，逐字核对用。data/ 里的文件，原样存放，不要改。",
    )
    provenance: Text | None = Field(
        default=None,
        exclude=True,
        title="来文的来历",
        max_length=SENTENCE_LENGTH,
        description="收到的是怎样的一份文本，从哪里来。编写组所加，关于本站一页上显示。",
    )
    encoding: Encoding = Field(
        default="utf-8", exclude=True, description="来文的编码。不写就是 utf-8。"
    )
    rules: Many[Rule] = Field(
        default=DEFAULT_RULES,
        exclude=True,
        title="核对的规则",
        description="来文与通知原文只差这几样，核对前依次去掉。不写就是拼音、繁体、着眼、半角四条；"
        "一条也不要就写 []。",
    )
    left_out: Many[LeftOut] = Field(
        default=(),
        exclude=True,
        title="不是通知的字",
        description="来文里不是通知的行，依次写，各写为什么。没有就不写。",
    )
    superseded_by: Successor | None = Field(
        default=None, description="取代本通知的后来通知。有了才写，写上后每页都会提示。"
    )

    @property
    def name(self) -> str:
        """What the notice is called for short: its number, or its title where it has none."""
        return self.number or self.title
