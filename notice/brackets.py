"""What a responsibility bracket says: which parties stand in it, and in what role.

A bracket is kept as it is written, in whatever form; here its words are only read, never made.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from notice.models import Responsible
from notice.vocabulary import Duty, Others, Role

# What may stand between the names of one run: joiners, and what stands around explanations.
_JOINER = r"(?:、|，|,|;|；|和|及|与|以及|会同|[ \u3000])"
# The words of a role behind a run of names, and before one: 省住建厅牵头 | 牵头单位：省住建厅.
_ROLES: dict[Role, str] = {
    "lead": "总?牵头",
    "support": "配合|参与|参加|协同|协助|支持",
}
_OTHERS = r"(?:等(?:有关|相关|各有关)?(?:部门|单位|省直部门)?)?"
# What stands between two bodies, or between a body and what is said of it.
_PIECES = re.compile(
    r"[\W]|等(?:有关|相关)?(?=部门|单位|$)|和|及|与|会同|牵头|配合|参与|参加|协同|协助|支持"
    r"|负责|督促|分工|按照|按|根据|各自|职责|落实"
)
_DUE = re.compile(r"[0-9]|年底|月底|完成|长期|持续|全年|时限")
_PAIRS = {"（": "）", "〔": "〕", "【": "】", "(": ")", "[": "]"}
_LINE = re.compile(
    r"(?:责任|牵头|配合|主责|主办|协办|参与|完成|落实)(?:单位|部门|科室|处室|时限)[:：]"
)
_SAYS = re.compile("牵头|配合|负责|协助|抓好|落实|责任单位")
# How names of bodies end; before it what only says that there are others: 等有关部门.
_BODY = re.compile(
    r"(厅|局|委|委员会|办公室|办|部|部门|院|政府|总队|支队|大队|公司|集团|协会|中心|工会|银行"
    r"|指挥部|管委会|机关)$"
)
_NOBODY = re.compile(
    r"各?(有关|相关|责任|主管|成员|主体|完成|省直|市直|县直|省级|市级|县级)*(部门|单位|企业)?.?"
)
# How something is done, between a name and its role: 按职责分工配合, 负责牵头.
_HOW = r"(?:负责|分别|共同|联合|按照?|各自|职责|分工|积极|密切|予以|做好|抓好|具体)*"
_DUTIES = tuple(sorted(get_args(Duty), key=len, reverse=True))
_OPEN = tuple(sorted(get_args(Others), key=len, reverse=True))


@dataclass(frozen=True)
class Named:
    """A party's name where it stands in some words."""

    start: int
    name: str

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.start + len(self.name)


def names_in(words: str, names: Iterable[str]) -> tuple[Named, ...]:
    """Every name in some words, in order; where one is part of another the longer one stands."""
    pattern = _pattern(tuple(sorted(names, key=lambda name: (-len(name), name))))
    return tuple(Named(m.start(), m[0]) for m in pattern.finditer(words)) if pattern else ()


@lru_cache(maxsize=64)
def _pattern(longest_first: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


def runs(words: str, found: Iterable[Named]) -> Iterator[list[Named]]:
    """The names that stand together, with nothing but joiners between them."""
    run: list[Named] = []
    for named in found:
        if run and not re.fullmatch(f"{_JOINER}*", words[run[-1].end : named.start]):
            yield run
            run = []
        run.append(named)
    if run:
        yield run


def role(words: str, run: list[Named]) -> Role:
    """The role that the words give a run of names: lead, support, or named where they give none."""
    before, after = words[: run[0].start], words[run[-1].end :]
    for found, written in _ROLES.items():
        behind = re.match(rf"{_OTHERS}{_HOW}[（(]?(?:{written})(?!单位|部门|[:：])", after)
        ahead = re.search(rf"(?:{written})(?:(?:单位|部门|科室|处室)[:：为]*|[:：])$", before)
        if ahead or behind:
            return found
    return "named"


def roles(words: str, names: Collection[str]) -> dict[str, Role]:
    """Every name in some words with the role that the words give it, in order."""
    said: dict[str, Role] = {}
    for run in runs(words, names_in(words, names)):
        for named in run:
            said.setdefault(named.name, role(words, run))
    return said


def strangers(words: str, names: Iterable[str]) -> tuple[str, ...]:
    """What looks like a body and is none of the names: it ends as names of bodies do."""
    return tuple(piece for piece in _left(words, names) if _BODY.search(piece))


def unread(words: str, names: Iterable[str]) -> tuple[str, ...]:
    """What stands in a bracket and is neither a name nor what is said of names, nor a deadline."""
    return tuple(piece for piece in _left(words, names) if not _DUE.search(piece))


def _left(words: str, names: Iterable[str]) -> Iterator[str]:
    """The pieces between the names that are not what is usually said of names."""
    end = 0
    for named in (*names_in(words, names), Named(len(words), "")):
        for piece in _PIECES.split(words[end : named.start]):
            bare = piece.lstrip("等由其他它")
            if bare and not _NOBODY.fullmatch(bare):
                yield bare
        end = named.end


def is_whole(words: str) -> bool:
    """Whether words are one bracket from end to end, or a line that says whose duty it is."""
    bare = words.rstrip("。，；、")
    if _LINE.match(bare):
        return True
    return bool(bare) and _bracket(bare) == bare


def _bracket(words: str) -> str:
    """The bracket that words begin with, with those in it; empty where there is none."""
    closing, depth = _PAIRS.get(words[0]), 0
    for at, character in enumerate(words):
        depth += (character == words[0]) - (character == closing)
        if depth == 0:
            return words[: at + 1]
    return ""


def inside(words: str) -> list[str]:
    """What stands in each bracket of some words, and the lines that say whose duty it is."""
    found: list[str] = []
    end = 0
    for at, character in enumerate(words):
        if character in _PAIRS and at >= end:
            whole = _bracket(words[at:])
            found += [whole] if whole else []
            end = at + len(whole)
    return found + [line for line in re.split("[。；]", words) if _LINE.match(line)]


def says_duty(words: str, names: Iterable[str]) -> bool:
    """Whether words end in a duty, or name a registered party and its part, or parties only."""
    bare = words[1:-1] if words[:1] in _PAIRS else words
    says = bool(names_in(bare, names) and _SAYS.search(bare))
    return bare.endswith(_DUTIES) or says or only_names(bare, names)


def only_names(words: str, names: Iterable[str]) -> bool:
    """Whether words are names of parties and what is said of them, and nothing else."""
    listed = [*names]
    known = names_in(words, listed)
    return bool(known) and all(_BODY.search(piece) for piece in _left(words, listed))


def closes(words: str, remark: str) -> bool:
    """Whether a remark is all that stands between a full stop and the end of a bracket."""
    bare = words.rstrip("。，；、")
    return bare[:-1].rstrip("。").endswith(f"。{remark}")


def without_remark(responsible: Responsible) -> str:
    """A bracket's words with blanks for its remark, which names parties for what follows."""
    remark = responsible.remark or ""
    return responsible.text.replace(remark, "\u3000" * len(remark)) if remark else responsible.text


def parts(responsible: Responsible | None) -> Iterator[tuple[str, bool]]:
    """A bracket's words in order, each with whether it is a party's name; joined the bracket."""
    if responsible is None:
        return
    end = 0
    listed = (*responsible.lead, *responsible.departments, *responsible.support)
    for named in names_in(without_remark(responsible), listed):
        if end < named.start:
            yield responsible.text[end : named.start], False
        yield named.name, True
        end = named.end
    if end < len(responsible.text):
        yield responsible.text[end:], False


def duty(responsible: Responsible | None) -> Duty | None:
    """The word for what is done about it, 分工负责, where it is one of those we know."""
    return next((d for d in _DUTIES if responsible and d in responsible.text), None)


def others(responsible: Responsible | None) -> Others | None:
    """The words that leave the list open, 等有关部门, where they are among those we know."""
    return next((o for o in _OPEN if responsible and o in responsible.text), None)
