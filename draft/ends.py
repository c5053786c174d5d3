"""What stands before the notice's first part and behind its last item, and what is no notice.

A web page has a menu before and a footer behind, a metadata table and a second title: lines of
these are left out, each with the reason. What is between title and first part is the head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from draft.marks import mark_at
from draft.parties import LABELLED
from draft.structure import Line
from notice.vocabulary import LineKind
from notice.wording import read_date

NUMBER = re.compile(
    r"^[（(]?(?:文号[：:])?[^。，；]{1,24}[〔\[【（(]\d{4}[〕\]】）)]\s*第?\s*\d{1,4}\s*号[）)]?$"
)
_KINDS = (
    "通知|意见|决定|公告|通告|函|方案|措施|办法|规定|纲要|规划|计划|要点|批复|细则|清单|安排|规程"
    "|预案|标准|指南|规则|制度|条例"
)
TITLE = re.compile(rf"(?:{_KINDS})(?:[（(][^（()）]{{1,14}}[）)])?$")
DATE = re.compile(
    r"^[（(]?[0-9〇○零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{0,3}月"
    r"[0-9一二三四五六七八九十]{0,3}日[）)]?$"  # 2020年4月日: as it was copied
)
RELEASE = re.compile(r"^[（(]?\s*(?:此件|本件|公开属性|信息公开).{0,24}[）)]?$")
ADDRESSEES = re.compile(
    r"^(?:各|省|市|县|区|国务院|有关|驻|直属|[^。，]{2,20}(?:局|委|厅|办|政府|部门|公司|院|校)[、，：]).{1,300}[：:]$"
)
_BODY_END = (
    r"(?:政府|办公厅|办公室|委员会|指挥部|厅|局|委|部|院|会|处|署|中心|总队|集团|领导小组|党委"
    r"|校|公司|街道|乡|镇)"
)
ISSUER = re.compile(rf"^[^。，；：、“”]{{2,60}}{_BODY_END}$")
_END = re.compile(
    r"^(?:附件\s*(?:[：:0-9０-９一二三]|$)|附[：:]|抄送|[（(]?(?:联系(?:人|单位|电话|部门)|咨询电话)[：:])"
)
_CHROME = re.compile(
    r"索\s*引\s*号|主题分类|发文(?:机关|单位|字号|日期)|成文日期|发布(?:日期|时间|机构)|有效性|信息来源|来\s*源[：:]"
    r"|字体|字号[：:]|打印|关闭|分享|扫一扫|浏览|点击|当前位置|您(?:现在)?的位置|首页|网站|无障碍|版权|备案"
    r"|ICP|公网安备|技术支持|主办单位|承办[：:]|上一篇|下一篇|相关(?:链接|文档|解读)|附件下载|视力保护|投稿|发表时间|已下载|责任编辑|返回顶部|^标\s*题[：:]|^文\s*号[：:]"
)
_SENTENCE = tuple("。！？；：”）〕")
_SENTENCE_FROM = 20  # characters of a line from which a stop makes it a sentence
_LISTED, _HEADING = 3, 40  # headings of a table of contents: how many, how long at most
OUTSIDE, FILE = "正文以外的文字", "文件信息，不是正文"
_LABEL = re.compile(r"索\s*引\s*号|主题分类|^发文|成文日期|发布日期|有效性|^标\s*题|^文\s*号")
_FURNITURE = re.compile(
    r"^(?:[—－\-–]?\s*[0-9]{1,3}\s*[—－\-–]?|第\s*[0-9]{1,3}\s*页(?:\s*共\s*[0-9]{1,3}\s*页)?"
    r"|[0-9]{1,3}\s*/\s*[0-9]{1,3})$"
)


def _is_chrome(words: str) -> bool:
    """Whether a line is a page's own: it has words of pages, and is no sentence."""
    return len(words) < 80 and "。" not in words and bool(_CHROME.search(words))


@dataclass
class Ends:
    """The head and the end by line, the body between them, and the lines that are left out."""

    front: list[tuple[LineKind, str]] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    end: list[tuple[LineKind, str]] = field(default_factory=list)
    left_out: list[tuple[int, str, str]] = field(default_factory=list)  # line, words, reason


def furniture(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, str, str]]]:
    """The lines but page numbers, which stand anywhere and would break a paragraph in two."""
    out = [x for x in lines if _FURNITURE.match(x.words)]
    return [x for x in lines if x not in out], [(x.number, x.words, "页码") for x in out]


def contents(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, str, str]]]:
    """The lines but a table of contents: headings alone, from the first to where it comes again."""
    solid = ["".join(line.words.split()) for line in lines]
    for first, line in enumerate(lines):
        if not mark_at(line.words) or solid[first] not in solid[first + 1 :]:
            continue
        last = solid.index(solid[first], first + 1)
        alone = all(len(x) < _HEADING and "。" not in x and mark_at(x) for x in solid[first:last])
        if last - first >= _LISTED and alone:
            if first and re.fullmatch("目录|目次", solid[first - 1]):
                first -= 1
            out = [(x.number, x.words, "目录") for x in lines[first:last]]
            return [*lines[:first], *lines[last:]], out
    return list(lines), []


def ends(lines: Sequence[Line], *, keep: bool = False) -> Ends:
    """Part the notice's lines into head, body and end; what is outside is left out.

    With `keep` nothing is: of lines that were cut or joined only whole received ones can be.
    """
    first = _first_mark(lines)
    head, rest = list(lines[:first]), list(lines[first:])
    found = Ends()
    _front(found, head, keep=keep)
    _end(found, rest, keep=keep)
    return found


def _first_mark(lines: Sequence[Line]) -> int:
    """Where the body begins: the first number that counts as the first of its kind."""
    for index, line in enumerate(lines):
        mark = mark_at(line.words)
        if mark and mark.number == 1 and not _is_list(lines, index):
            return index
    return len(lines)


def _is_list(lines: Sequence[Line], index: int) -> bool:
    """Whether a number stands in a list of attachments or in what a page has around the notice."""
    words = lines[index].words
    return bool(_is_chrome(words)) or (index > 0 and lines[index - 1].words.startswith("附件"))


def _front(found: Ends, head: list[Line], *, keep: bool) -> None:
    start = 0 if keep else _start(head)
    for index in range(start):
        found.left_out.append(_out(head, index))
    titled = False
    for index, line in enumerate(head[start:], start=start):
        if not keep and _doubled(head, index):
            found.left_out.append((line.number, line.words, "重复的标题"))
            continue
        kind = _kind(head, index, titled=titled) or ("other" if keep else None)
        if kind is None:
            found.left_out.append(_out(head, index))
            continue
        titled = titled or (kind == "title" and bool(TITLE.search(line.words)))
        found.front.append((kind, line.words))


def _start(head: list[Line]) -> int:
    """The first line of the notice: of its last run of title and number before the addressees."""
    end = next((n for n, x in enumerate(head) if ADDRESSEES.match(x.words)), None)
    if end is None:  # then the first sentence is where the words begin
        end = _first_sentence(head, len(head))
    signs = [n for n in range(end) if _is_title(head, n) or NUMBER.match(head[n].words)]
    if not signs:
        return end if end < len(head) else _first_sentence(head, 0)
    start = last = signs[-1]
    while start > 0 and last - start < 12 and _goes_on(head, signs, start):
        start -= 1
    if RELEASE.match(head[start - 1].words) and start:
        start -= 1
    return start


def _goes_on(head: list[Line], signs: list[int], start: int) -> bool:
    """Whether the line above the head found so far is a part of it as well."""
    if start - 1 in signs or _joins_title(head, start - 1):
        return True
    near = any(n in signs for n in range(max(0, start - 3), start))
    return near and _same(head, signs, start)


def _doubled(head: list[Line], index: int) -> bool:
    """Whether a title is written again further down: a page has it above the notice as well."""
    words = head[index].words
    if not TITLE.search(words):
        return False
    below = [x.words for x in head[index + 1 : index + 8]]
    end = next((n for n, x in enumerate(below) if ADDRESSEES.match(x) or x.endswith("。")), None)
    below = below[:end]
    joined = ["".join(below[n:m]) for n in range(len(below)) for m in range(n + 1, len(below) + 1)]
    return any(
        words.endswith(title) and TITLE.search(title) and len(title) > 12 for title in joined
    )


def _same(head: list[Line], signs: list[int], start: int) -> bool:
    """Whether only what a page puts between title and number stands between two signs."""
    nearest = max(n for n in signs if n < start)
    between = head[nearest + 1 : start]
    number_above = NUMBER.match(head[nearest].words)
    return all(_is_chrome(x.words) for x in between) and not number_above


def _first_sentence(head: list[Line], other: int) -> int:
    found = (
        n
        for n, x in enumerate(head)
        if len(x.words) > _SENTENCE_FROM and re.search("。|：$", x.words)
    )
    return next(found, other)


def _is_title(head: list[Line], index: int) -> bool:
    words = head[index].words
    bare = re.sub("《[^》]*》", "", words)
    if _is_chrome(words) or len(words) > 90 or re.search("[。；：]", bare):
        return False
    return bool(TITLE.search(words))


def _joins_title(head: list[Line], index: int) -> bool:
    """Whether a line is an upper part of a title: whose it is, or its beginning."""
    words = head[index].words
    issuers = re.split("[ 　、]", words)
    if all(ISSUER.match(part) for part in issuers if part):
        return True
    for line in reversed(head[max(0, index - 2) : index + 1]):
        if re.search("[。；：！？]", line.words) or _is_chrome(line.words) or len(line.words) > 60:
            return False
        if "关于" in line.words:
            return True
    return False


def _kind(head: list[Line], index: int, *, titled: bool) -> LineKind | None:
    """What a line of the head is; None where it is none of the notice's."""
    words = head[index].words
    after = head[index + 1].words if index + 1 < len(head) else ""
    if NUMBER.match(words):
        return "number"
    if DATE.match(words):
        return "date"
    if RELEASE.match(words):
        return "release"
    if ADDRESSEES.match(words) or (words.endswith(("，", "、")) and ADDRESSEES.match(after)):
        return "addressees"
    if _is_chrome(words) and len(words) < 80 and not words.endswith("。"):
        return None
    dated = DATE.match(after) or re.fullmatch(r"[\d ]{4,12}", after)  # 2018 5 25: signs lost
    if ISSUER.match(words) and (dated or (ISSUER.match(after) and titled)):
        return "issuer"
    if not re.search(r"[\u4e00-\u9fff]", words):
        return "other"
    if _is_title(head, index):
        return "title"
    if len(words) <= 60 and not re.search("[。；：！？]$|[。；]", words):
        near = any(_is_title(head, n) for n in range(index + 1, min(index + 4, len(head))))
        return "title" if near else "other"
    return "preamble"


def _end(found: Ends, rest: list[Line], *, keep: bool) -> None:
    """Part the end from the body: from the last line back to the last sentence of an item."""
    cut = _body_end(rest)
    found.body = rest[:cut]
    kinds = [_end_kind(rest, n) for n in range(cut, len(rest))]
    real = [n for n, kind in enumerate(kinds) if kind not in (None, "other")]
    for offset, (line, kind) in enumerate(zip(rest[cut:], kinds, strict=True)):
        listed = kind == "other" and _END.match(line.words)
        inside = real and offset < real[-1]
        if keep:
            found.end.append((kind or "other", line.words))
        elif kind in (None, "other") and not listed and not (inside and kind):
            found.left_out.append(_out(rest, cut + offset))
        elif kind:
            found.end.append((kind, line.words))


def _body_end(rest: list[Line]) -> int:
    """Behind the last line that is an item's: a sentence, a bracket, a number."""
    signed = next((n for n in range(len(rest)) if _signs(rest, n)), None)
    if signed is not None:
        return signed
    last = len(rest)
    while last > 0 and _is_outside(rest, last - 1):
        last -= 1
    return last


def _signs(rest: list[Line], index: int) -> bool:
    """Whether the notice is signed here: attachments and issuers, then a date."""
    for offset, line in enumerate(rest[index : index + 12]):
        if DATE.match(line.words):
            return True
        mark = mark_at(line.words)  # of a list of attachments, but not of an item
        issuers = all(ISSUER.match(part) for part in re.split("[ 　]", line.words))
        if (mark and offset == 0) or not (mark or issuers or _END.match(line.words)):
            return False
    return False


def _is_outside(rest: list[Line], index: int) -> bool:
    words = rest[index].words
    if LABELLED.match(words) or (mark_at(words) and not _is_chrome(words)):
        return False
    if _is_chrome(words) or _END.match(words) or RELEASE.match(words) or DATE.match(words):
        return True
    return not words.endswith(_SENTENCE) and not re.search("[。；]", words)


def _end_kind(rest: list[Line], index: int) -> LineKind | None:
    words = rest[index].words
    after = rest[index + 1].words if index + 1 < len(rest) else ""
    if DATE.match(words) or (read_date(words) and len(words) < 16):
        return "date"
    if RELEASE.match(words):
        return "release"
    if _is_chrome(words):
        return None
    if ISSUER.match(words) and (DATE.match(after) or ISSUER.match(after)):
        return "issuer"
    if all(ISSUER.match(p) for p in re.split("[ 　]", words)) and DATE.match(after):
        return "issuer"
    return "other"


def _out(lines: list[Line], index: int) -> tuple[int, str, str]:
    before = lines[index - 1].words if index else ""
    line = lines[index]
    return line.number, line.words, _reason(line.words, before)


def _reason(words: str, before: str) -> str:
    """Why a line is left out: a label of the file's table or what follows it; what is around."""
    return FILE if _LABEL.search(words) or _LABEL.search(before) else OUTSIDE
