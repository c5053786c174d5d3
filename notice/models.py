"""The shape of the data: frozen records, one field once. Nothing here reads a file.

Field names are those of `data/*.yaml`. A record that exists has the right types and no unknown
key; what needs other records (known departments, exact quotes …) is checked in `notice.checks`.

Titles and descriptions are for editors: they are the only ones, and the JSON Schemas, the field
dictionary and error texts are made from them (`notice.schema`). The first sentence stands alone.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from notice import ids
from notice.base import NAME_LENGTH, SENTENCE_LENGTH, Many, Record, Reviewable, Slug, Some, Text
from notice.head import LABEL_LENGTH, Notice
from notice.laws import Basis, Law
from notice.record.models import History
from notice.vocabulary import (
    Actor,
    MeasureKind,
    NameStatus,
    PartyKind,
    SectorKind,
    SideName,
    TermStatus,
)

# A page (sectors/typhoon/; the home page is /), a file, an anchor of a page, a task's id anywhere.
_PART = r"[a-z0-9-]+(\.[a-z0-9-]+)*"
ADDRESS_PATTERN = rf"^((/|({_PART}/)+({_PART})?|{_PART})(#[a-z0-9_-]+)?|#{ids.ANY_ID})$"
QUESTION_LENGTH = 60
# A number as it is written, with its mark and the space behind it; empty where none is written.
Mark = Annotated[str, Field(max_length=12)]
# A full stop, a colon, a space: what stands between a heading and the words that follow it.
Stop = Annotated[str, Field(max_length=2)]


# No form, version or JSON says anything of them: they are in none.
Also = Annotated[
    Many[Text],
    Field(
        exclude=True,
        title="另有叫法",
        description="人们搜索时会用、通知里没有的说法，一词一条，"
        "不带标点和空格。编写组所加，只用于搜索。",
    ),
]


class Measure(Reviewable, title="数字和时限"):
    """A figure, deadline or frequency, quoted from its task."""

    quote: Text = Field(
        description="原文摘句。要是本任务 text 里的原话，一字不差；数字、单位和“至少”“以上”不断开。"
    )
    kind: MeasureKind = Field(description="属于哪一类。分类由编写组判断。")
    note: Text | None = Field(
        default=None,
        title="说明",
        max_length=NAME_LENGTH,
        description="通知没有写明的地方，如起止日期待核。编写组所加，可以不写。",
    )


class Side(Reviewable, title="问句和方法"):
    """What one side is asked about a task, and how an answer is found."""

    question: Text = Field(
        title="检查内容",
        max_length=QUESTION_LENGTH,
        description="一个问句，“是”就是做到了，“否”就是问题，被问的人在现场能答。编写组所加。",
    )
    method: Text = Field(
        title="检查方法",
        max_length=SENTENCE_LENGTH,
        description="拿什么对照什么、抽什么、问谁，看到什么即不符合；"
        "通知没有定标准的写“待核”。编写组所加；不得添加通知没有的义务、次数、文件和单位。",
    )
    basis: Many[Basis] = Field(
        default=(),
        title="法律依据",
        description="把这件事定为义务的条文，最专门的法在前。编写组所加；没有读过全条的不写，"
        "没有就不写。",
    )


class Editorial(Reviewable, title="编写组所加"):
    """What the editors added to a task. Never the notice's words."""

    label: Text = Field(
        title="名称",
        max_length=LABEL_LENGTH,
        description=f"任务的短名，不超过 {LABEL_LENGTH} 个字的中性名词：不是命令，不是违法行为。"
        "编写组所加，不是通知的字。",
    )
    enterprise: Side | None = Field(
        default=None,
        title="对企业和个人",
        description="问企业（及其职工，或群众、个人）的问句和方法。对象里有它们才写。",
    )
    authority: Side | None = Field(
        default=None,
        title="对党委政府和部门",
        description="问党委政府和监管部门的问句和方法。对象里有它们才写。",
    )

    @property
    def sides(self) -> dict[SideName, Side]:
        """The sides that are written, by name, in the order in which they are shown."""
        written: dict[SideName, Side | None] = {
            "enterprise": self.enterprise,
            "authority": self.authority,
        }
        return {name: side for name, side in written.items() if side}


class Task(Reviewable, title="任务"):
    """A run of the notice's words that somebody can tick on its own."""

    id: Text = Field(
        description="永久编号：条目编号加序号，如 item-10-9。发布后不改、不挪用；"
        "新任务接在本条最后一个编号之后。"
    )
    text: Text = Field(description="原文的一段，能单独打勾。与来文逐字一致，标点照抄。")
    actors: Some[Actor] = Field(
        title="对象",
        description="谁要做。字句要谁去做就标谁；政府部门组织的行动（专项整治、排查、执法检查）标"
        "政府部门，只是被检查的不标；字句写明企业要做什么、不得做什么（打击、查处、严禁的行为），"
        "或者建设、改造的是企业自己的设施，同时标 enterprise。staff 是本单位全员，"
        "public 是群众、个人。",
    )
    sectors: Many[str] | None = Field(
        default=None,
        title="行业",
        description="哪些行业。data/sectors.yaml 中的 slug，或 all（各行业）；"
        "不写就沿用段落或条目的，不能写成空的 []。",
    )
    measures: Many[Measure] = Field(
        default=(),
        title="数字和时限",
        description="数字、时限的摘句。一句一条；没有就不写。",
    )
    editorial: Editorial | None = Field(
        default=None,
        description="编写组加的名称、问句和方法。不是通知的字，页面上分开标明。"
        "还没有写的可以先不写：这项任务不进检查表、自查表和督查表。",
    )
    # Where a line begins is no word: no form, version or JSON says anything of it.
    new_line: bool = Field(
        default=False, exclude=True, description="原文里另起一行。不写就是接在上一项后面。"
    )

    @property
    def sides(self) -> dict[SideName, Side]:
        """The sides that are written, by name, in the order in which they are shown."""
        return self.editorial.sides if self.editorial else {}


class Responsible(Reviewable, title="责任括号"):
    """A responsibility bracket: its exact words, and the parties that stand in them."""

    text: Text = Field(
        description="责任括号的原文，连括号一起，照来文逐字写；“责任单位：…”一类的写法照样写整句。"
    )
    lead: Many[str] = Field(
        default=(),
        description="写明“牵头”的单位。没有这两个字不算；data/departments.yaml 中的 short_name。",
    )
    departments: Many[str] = Field(
        default=(),
        description="括号里列出、没有写明牵头或配合的单位，依原文次序。"
        "data/departments.yaml 中的 short_name。",
    )
    support: Many[str] = Field(
        default=(),
        description="写明“配合”“参与”“协助”的单位，依原文次序。"
        "data/departments.yaml 中的 short_name。",
    )
    remark: Text | None = Field(
        default=None, description="括号里另外的一句话，从 text 中照抄。没有就不写。"
    )
    extends_to_rest: Many[str] = Field(
        default=(),
        description="依 remark 对其后各项也负责的单位。data/departments.yaml 中的 short_name。",
    )
    measures: Many[Measure] = Field(
        default=(),
        title="数字和时限",
        description="括号里的时限，从 text 中照抄。没有就不写。",
    )
    new_line: bool = Field(default=False, description="原文里另起一行。不写就是接在文字后面。")


class Clause(Reviewable, title="段落"):
    """A run of text closed by one bracket (or by none)."""

    mark: Mark | None = Field(
        default=None, description="段落的编号，照原文连标点写，如 1．。没有就不写。"
    )
    heading: Text | None = Field(
        default=None, description="段落的小标题。照原文，不带冒号；没有就不写。"
    )
    heading_stop: Stop = Field(
        default="：", description='小标题后面的标点。不写就是冒号；小标题独占一行的写 ""。'
    )
    sectors: Many[str] | None = Field(
        default=None,
        description="本段任务的行业。data/sectors.yaml 中的 slug，或 all；不写就沿用条目的。"
        "小标题就是行业名称的，要有它。",
    )
    tasks: Some[Task] = Field(description="本段的任务，依原文次序。各条 text 连起来就是本段原文。")
    responsible: Responsible | None = Field(
        default=None, description="段末的责任括号和其中的单位。没有括号就不写。"
    )


class Group(Reviewable, title="小节"):
    """A heading between a part and its items; it reaches to the next one."""

    mark: Mark = Field(description='小节的编号，照原文连标点写。没有编号写 ""。')
    title: Text = Field(description="小节标题。与来文逐字一致，不带编号。")
    stop: Stop = Field(default="", description="标题后面的标点。没有就不写。")
    intro: Many[Text] = Field(
        default=(), description="小节标题和第一条之间的话，一行一条。与来文逐字一致。"
    )


class Item(Reviewable, title="条目"):
    """A numbered item of the notice."""

    id: str = Field(
        pattern=ids.ITEM_ID, description="条目编号，如 item-10。数字是通知的项数，发布后不改。"
    )
    group: Group | None = Field(
        default=None,
        description="从本条开始的小节：夹在部分和条目之间的一级标题。没有就不写。",
    )
    mark: Mark | None = Field(
        default=None,
        description="条目的编号，照原文连标点写，如 1．、第一条。"
        "不写就是（一）（二）依次编，是它就不写；"
        '没有编号写 ""。',
    )
    title: Text = Field(description="条目标题。与来文逐字一致，不带编号和句号。")
    untitled: bool = Field(
        default=False,
        description="原文没有这个标题，title 是编写组所加，只用来称呼本条。不写就是原文有。",
    )
    stop: Stop | None = Field(
        default=None,
        description='标题后面的标点。不写就是句号，后面是小标题的没有；标题独占一行的写 ""。',
    )
    sectors: Many[str] = Field(
        default=(),
        description="本条任务的行业。data/sectors.yaml 中的 slug，或 all。标题里写着的行业要有。",
    )
    clauses: Some[Clause] = Field(description="本条的段落。每到一个责任括号为一段。")
    also: Also = ()

    @property
    def number(self) -> int:
        """The item's number in the notice, from its id."""
        return ids.item_number(self.id)


class Section(Reviewable, title="部分"):
    """A part of the notice."""

    id: str = Field(
        pattern=ids.SECTION_ID, description="部分编号，如 section-3。依次序编，发布后不改。"
    )
    mark: Mark | None = Field(
        default=None,
        description="部分的编号，照原文连标点写，如 第一章。不写就是一、二、依次编；"
        '没有编号写 ""。',
    )
    title: Text = Field(description="部分标题。与来文逐字一致，不带编号。")
    untitled: bool = Field(
        default=False,
        description="原文没有这个标题，title 是编写组所加，只用来称呼本部分。不写就是原文有。",
    )
    stop: Stop = Field(default="", description="标题后面的标点。没有就不写。")
    intro: Many[Text] = Field(
        default=(), description="部分标题和第一条之间的话，一行一条。与来文逐字一致。"
    )
    items: Some[Item] = Field(description="本部分的条目，依原文次序。")


class Department(Reviewable, title="责任主体"):
    """A responsible party: a named body, the local governments, or a collective phrase."""

    short_name: Text = Field(description="通知中的写法。与责任括号逐字一致。")
    full_name: Text | None = Field(
        default=None, max_length=NAME_LENGTH, description="全称。编写组所加；泛指的不写。"
    )
    full_name_status: NameStatus | None = Field(
        default=None, description="全称的依据。没有查到依据的写 unverified，页面显示“待核”。"
    )
    slug: Slug = Field(description="网址 /departments/…/ 的最后一段。发布后不改。")
    kind: PartyKind = Field(description="属于哪一类责任主体。")
    nature: Text = Field(
        max_length=NAME_LENGTH, description="机构性质。编写组所加；没有查到写待核。"
    )
    source: Text | None = Field(
        default=None,
        title="性质的出处",
        max_length=SENTENCE_LENGTH,
        description="性质是从哪里来的：法律和条、三定规定、公开材料。没有就不写，页面显示待核。",
    )
    parent: Slug | None = Field(default=None, description="上级机构的 slug。内设机构才写。")
    also: Also = ()


class Sector(Reviewable, title="行业领域或灾种"):
    """A line of business or a natural hazard."""

    slug: Slug = Field(description="网址 /sectors/…/ 的最后一段。发布后不改。")
    name: Text = Field(max_length=NAME_LENGTH, description="名称。取自通知的条目。")
    kind: SectorKind = Field(
        description="行业领域还是灾种。任务写 all 时只及于行业领域。发布后不改。"
    )
    also: Also = ()


class Term(Reviewable, title="术语"):
    """A phrase of the notice with the editors' explanation."""

    id: Slug = Field(description="术语页上的锚点。发布后不改。")
    term: Text = Field(max_length=NAME_LENGTH, description="术语。页面上显示的写法。")
    forms: Some[Text] = Field(
        description="在原文中按字查找的写法，可有多种。原文里找不到的会被拒绝。"
    )
    meaning: Text | None = Field(
        default=None,
        max_length=SENTENCE_LENGTH,
        description="释义。编写组所加；没有查到就不写，status 写 not-found。",
    )
    status: TermStatus = Field(
        description="释义的依据。没有查到的写 not-found，不写释义，页面显示“待核”。"
    )
    source: Text | None = Field(
        default=None,
        title="释义的出处",
        max_length=SENTENCE_LENGTH,
        description="释义是从哪里来的：法律和条、文件、通知的哪一项。有释义就要写，查不到写待核。",
    )
    note: Text | None = Field(
        default=None,
        max_length=SENTENCE_LENGTH,
        description="依据的限定或待核情况。可以不写。",
    )
    also: Also = ()


class Retired(Reviewable, title="停用的网址"):
    """An address or an id that was published once and is no longer used."""

    address: str = Field(
        pattern=ADDRESS_PATTERN,
        description="停用的网址，写法同 data/published.txt；任务编号写成 #item-10-9，各页通用。"
        "写上以后不去掉，编号不再给别的任务。",
    )
    moved_to: Many[Annotated[str, Field(pattern=ADDRESS_PATTERN)]] = Field(
        default=(),
        description="现在的去处。页面只有一个去处就自动转去；拆成几项就写几个；没有就不写。"
        "写错了的，改正时把原因也写明。",
    )
    reason: Text = Field(
        max_length=SENTENCE_LENGTH, description="为什么停用。一句话，不带句号，显示在原处。"
    )


class NoticeFile(Record, title="通知全文"):
    """`data/items.yaml` as a whole."""

    notice: Notice = Field(description="通知的文头和落款。")
    sections: Some[Section] = Field(description="通知的各个部分，依原文次序。")


# What each file of `data/` holds as a whole.
DATA_FILES: dict[str, Any] = {
    "items": NoticeFile,
    "departments": list[Department],
    "sectors": list[Sector],
    "glossary": list[Term],
    "laws": list[Law],
    "retired": list[Retired],
}


class Catalog(Record):
    """Everything the site says, in the notice's order. Made by `notice.catalog.load_catalog`."""

    notice: Notice
    sections: tuple[Section, ...]
    departments: tuple[Department, ...]
    sectors: tuple[Sector, ...]
    glossary: tuple[Term, ...]
    laws: tuple[Law, ...] = ()
    retired: tuple[Retired, ...] = ()
    history: History | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the notice's order."""
        return tuple(item for section in self.sections for item in section.items)
