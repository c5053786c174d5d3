"""Who a responsibility bracket names, in what role, by when. Only its own words are read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from draft.structure import Bracket
from notice.brackets import names_in, roles

_OPEN, _CLOSE = "（〔【[(", "）〕】])"
_ROLE = r"(?:负责|牵头|配合|落实|参与|参加|协同|协助|支持|主办|协办|承办|组织实施)"
_LABEL = (
    r"(?:责任|牵头|配合|主责|主办|协办|参与|参加|协同|支持|落实|负责|实施|主管)"
    r"(?:单位|部门|主体|机构|科室|处室)(?:及分工)?"
)
LABELLED = re.compile(rf"^(?:{_LABEL}|责任分工|任务分工|完成时限|时限要求)[：:]")
_SAYS_WHO = re.compile(rf"{_LABEL}[：:]|{_ROLE}(?:[。，；]|$)")
_DUE = re.compile(r"[0-9]{1,4}年|[0-9]{1,2}月|长期|持续|常年|全年|年底|月底|季度|完成时限|时限")
# Behind the names of a list: what they do, how, and that there are others.
_TAIL = re.compile(
    r"(?:等(?:[^、，；等]{0,10}?(?:部门|单位|机构|成员单位))?)?"
    r"(?:(?:按照?|依|根据)?(?:各自)?(?:职责|职能|分工|职责分工|职能分工|要求))*"
    r"(?:分工|分别|具体|共同|联合|统筹|总|密切|积极|督促企业|督促|指导|抓好|组织|推动|做好)*"
    rf"(?:{_ROLE})?(?:落实|实施|推进)?$"
)
_HEADS = re.compile(rf"^(?:{_LABEL}[：:]|责任分工[：:]|由|请|会同|其中)")
_JOIN = re.compile(
    rf"(?={_LABEL}[：:])|、|，|,|;|；|。|和(?=[各省市县区])|及(?=[各省市县区])|以及|会同|[ 　]"
)
_BODY = re.compile(
    r"(?:厅|局|委|办|部|院|政府|会|处|署|司|机关|科|股|中心|队|公司|集团|行|联|协|校|所|站|团|馆|机构|企业"
    r"|街道|乡镇|镇|区|社|台|部门|单位|组|庭|室|园)(?:[（(][^（()）]{1,16}[）)])?$"
)
_INSIDE = re.compile(r"[（(][^（()）]*[）)]")


@dataclass(frozen=True)
class Found:
    """A bracket in some words: where it begins and ends."""

    start: int
    end: int


def find_brackets(words: str) -> Iterator[Found]:
    """Every responsibility bracket in some words, with a full stop or comma that follows it."""
    at = 0
    while at < len(words):
        if words[at] in _OPEN:
            end = _closing(words, at)
            inside = words[at + 1 : end - 1]
            closes = at > 0 and words[at - 1] in "。；！"
            if end and (is_bracket(inside) or (closes and _only_names(inside))):
                while end < len(words) and words[end] in "。，；、":
                    end += 1
                yield Found(at, end)
                at = end
                continue
        at += 1


def _closing(words: str, at: int) -> int:
    """Behind the bracket that closes the one at a place; 0 where none does."""
    wanted = _CLOSE[_OPEN.index(words[at])]
    depth = 0
    for place in range(at, len(words)):
        depth += (words[place] == words[at]) - (words[place] == wanted)
        if depth == 0:
            return place + 1
    return 0


def is_bracket(inside: str) -> bool:
    """Whether what stands in a bracket says who is responsible."""
    return bool(_SAYS_WHO.search(inside)) and bool(party_names(inside, ()))


def _only_names(inside: str) -> bool:
    """Whether a bracket behind a sentence holds names of bodies and nothing else."""
    pieces = [piece for _, piece in _merged(inside)]
    return all(len(piece) < 30 and _BODY.search(piece) for piece in pieces)


def is_line(words: str) -> bool:
    """Whether a whole line says who is responsible: 责任单位：省教育厅."""
    return LABELLED.match(words) is not None and bool(party_names(words, ()) or _DUE.search(words))


def party_names(words: str, known: Collection[str]) -> list[str]:
    """The names in a bracket's words, in order, each once; those that are known are found first."""
    inside = words
    if inside[:1] in _OPEN and _closing(words, 0):
        inside = words[1 : _closing(words, 0) - 1]
    return list(dict.fromkeys(_names(inside.replace(remark(words), ""), known)))


def remark(words: str) -> str:
    """A sentence in a bracket about what follows it: 以下均需市、县人民政府负责; or nothing."""
    found = re.search(r"。((?:以下|以上|其后|本通知)[^。）〕\]】)]+)", words)
    return found[1] if found else ""


def _names(inside: str, known: Collection[str]) -> Iterator[str]:
    masked = inside
    starts: dict[int, str] = {}
    for found in names_in(inside, known):
        before, after = inside[: found.start], inside[found.end : found.end + 1]
        rest = re.split("[，；、。]", inside[found.end :])[0]
        whole = (not before or not _HAN.match(before[-1]) or _JOINED.search(before)) and (
            not after or not _HAN.match(after) or _TAIL.match(rest) or _JOINS.match(rest)
        )
        if whole:
            starts[found.start] = found.name
            masked = masked[: found.start] + "\0" * len(found.name) + masked[found.end :]
    for start, name in _unknown(masked):
        starts[start] = name
    for start in sorted(starts):
        yield starts[start]


_JOINS = re.compile("和|及|与|以及|会同")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_JOINED = re.compile(rf"(?:和|及|与|由|会同|{_LABEL}[：:])$")


def _unknown(words: str) -> Iterator[tuple[int, str]]:
    """Names that nobody has registered, each with its place."""
    for start, piece in _merged(words):
        if not piece.strip("\0"):
            continue
        if piece[-1] in "和及与" and _BODY.search(piece[:-1]):
            piece = piece[:-1]
        head = _HEADS.match(piece)
        begin = head.end() if head else 0
        tail = _TAIL.search(piece, begin)
        name = piece[begin : tail.start() if tail else len(piece)].strip("：:。 　")
        if (
            len(name) > 1
            and not _DUE.search(name)
            and _BODY.search(name)
            and not _NOBODY.match(name)
        ):
            yield start + piece.index(name), name


_NOBODY = re.compile(rf"^等|^(?:部门|单位|企业)$|^{_LABEL}$")


def _merged(words: str) -> Iterator[tuple[int, str]]:
    """The pieces of a list; 各市、县人民政府 is one, with what stands in brackets inside it."""
    masked = _INSIDE.sub(lambda m: "\1" * len(m[0]), words.replace("\0", "、"))
    start, pieces = 0, []
    for joint in [*_JOIN.finditer(masked), None]:
        end = joint.start() if joint else len(masked)
        pieces.append((start, end, joint))
        start = joint.end() if joint else end
    at = 0
    while at < len(pieces):
        begin, end, joint = pieces[at]
        while (
            joint is not None
            and joint[0] in "、和及"
            and at + 1 < len(pieces)
            and masked[begin:end].startswith(("各", "有关", "相关"))
            and not _BODY.search(words[begin:end])
        ):
            at += 1
            _, end, joint = pieces[at]
        yield begin, words[begin:end].replace("\0", "")
        at += 1


def bracket(words: str, known: Collection[str], *, new_line: bool) -> Bracket:
    """A bracket with its parties by the role that its words give them."""
    names = party_names(words, known)
    about = remark(words)
    said = roles(words.replace(about, "\0" * len(about)) if about else words, names)
    by_role = {
        role: tuple(name for name in said if said[name] == role)
        for role in ("lead", "named", "support")
    }
    return Bracket(words, new_line, by_role["lead"], by_role["named"], by_role["support"], about)


def deadlines(words: str) -> list[str]:
    """The deadlines that stand in a bracket, in its words."""
    found = re.findall(
        r"(?:[0-9]{4}年|每年|今年|当年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:年?底|月?底|上旬|中旬|下旬|末)?前(?:完成)?",
        words,
    )
    return [
        quote for quote in dict.fromkeys(found) if re.search("[0-9年底]", quote) and len(quote) > 2
    ]
