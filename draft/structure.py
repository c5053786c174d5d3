"""What the stages hand on: the notice taken apart, before it is data."""

from __future__ import annotations

from dataclasses import dataclass, field

from notice.vocabulary import LineKind, Rule


@dataclass(frozen=True)
class Line:
    """A line of words and the line of the received file that it begins in."""

    number: int
    words: str


@dataclass(frozen=True)
class Mark:
    """A number at the beginning of a line: its kind (一、 and （一） are two), value, words."""

    kind: str
    number: int
    words: str


@dataclass(frozen=True)
class Marked:
    """A line of the notice's body; `mark` is the number that it begins with, if it counts."""

    line: Line
    mark: Mark | None = None

    @property
    def rest(self) -> str:
        """The words behind the mark."""
        return self.line.words[len(self.mark.words) :] if self.mark else self.line.words


@dataclass(frozen=True)
class Words:
    """A run of words, and whether it begins on a new line."""

    words: str
    new_line: bool = False


@dataclass(frozen=True)
class Bracket:
    """A responsibility bracket with its parties by role, and the deadlines in it."""

    words: str
    new_line: bool = False
    lead: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    remark: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """All of them."""
        return self.lead + self.named + self.support


@dataclass
class Clause:
    """A run of words closed by one bracket, or by none."""

    mark: str = ""
    heading: str = ""
    heading_stop: str = ""
    tasks: list[Words] = field(default_factory=list)
    bracket: Bracket | None = None


@dataclass(frozen=True)
class Heading:
    """A heading with its mark, what stands behind it, and the lines before what it heads."""

    mark: str = ""
    title: str = ""
    stop: str = ""
    intro: tuple[str, ...] = ()


@dataclass
class Item:
    """A numbered item, or a part that is words only (then without mark and title of its own)."""

    heading: Heading
    clauses: list[Clause]
    group: Heading | None = None


@dataclass
class Section:
    """A part; without mark and title where the notice has no parts."""

    heading: Heading
    items: list[Item]


@dataclass
class Structure:
    """The notice as a whole. `left_out` are lines that are not the notice, with the reason."""

    front: list[tuple[LineKind, str]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    end: list[tuple[LineKind, str]] = field(default_factory=list)
    left_out: list[tuple[str, list[str]]] = field(default_factory=list)
    rules: tuple[Rule, ...] = ()
    encoding: str = "utf-8"
    doubts: list[str] = field(default_factory=list)

    @property
    def clauses(self) -> list[Clause]:
        """Every clause, in order."""
        return [c for section in self.sections for item in section.items for c in item.clauses]
