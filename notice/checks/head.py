"""What the notice says of itself is what its head and end say, each line as what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.lines import solid
from notice.checks.titles import check_issuer_in_title, check_titles
from notice.document import end, front, has_title
from notice.head import Notice
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source
from notice.vocabulary import LINE_KINDS, LineKind
from notice.wording import read_date

WHOLE_NUMBER = re.compile(r"[^\s：:，。（）]{1,20}〔\d{4}〕\d+号")
WHOLE_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)
SEAL = re.compile("（(?:盖?章|印)）$")
A_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,20}〔\d{4}〕\d+号")
ADDRESSED = re.compile("各(?!.*(?:要|如下|通知|现将|按照|认真|做好)).{1,80}[：:]")
RELEASED = re.compile("公开|密|此件|发至|登报")
BODY = re.compile("[\u4e00-\u9fff]{2,30}(?:人民政府|办公厅|办公室|委员会|指挥部|[厅局部委])")
SENTENCES = {"preamble", "other", "release"}


def check_head(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Lines of the wrong kind, and fields that the lines do not say or that are missing."""
    notice = catalog.notice
    yield from check_titles(source, notice)
    for field, instead in (("addressees", "front"), ("preamble", "front"), ("release", "end")):
        if getattr(notice, field) and getattr(notice, instead) is not None:
            message = f"写了 {instead}，又写了 {field}：这一行没有与来文核对。"
            yield source.problem(("notice", field), message, f"删去，只写在 {instead} 里")
    kinds = [*_kinds(source, notice)]
    yield from kinds
    # What follows is said only where what stands before it is right: it comes of that.
    fields = [] if kinds else [*_fields(source, notice)]
    yield from fields
    if not kinds:
        yield from _date(source, notice)
        yield from () if fields else check_issuer_in_title(source, notice)


def _kinds(source: Source, notice: Notice) -> Iterator[Problem]:
    """A line that can only be one thing is not called another."""
    lines = [*front(notice), *end(notice)]
    begins, kinds = len([*front(notice)]), [kind for kind, _, _ in lines]
    for index, (kind, words, place) in enumerate(lines):
        bare, at_end = solid(words), index >= begins
        is_ = _only(bare, kind, before=kinds[index + 1 :][:1] if at_end else [])
        # A second one may be something else, and a title may have any words.
        if is_ and is_ not in kinds and (kind != "title" or at_end):
            message = f"“{bare}”像是{LINE_KINDS[is_]}，kind 却是 {kind}。"
            yield source.problem(place, message, f"kind: {is_}")
        elif is_ != kind and _never(bare, kind):
            message = f"“{bare}”不像是{LINE_KINDS[kind]}，kind 却是 {kind}。"
            yield source.problem(place, message, "这一行是什么就写什么，如 preamble、other")


def _only(bare: str, kind: LineKind, before: list[LineKind]) -> LineKind | None:
    """What a line can only be, by its words and by what comes behind it at the end."""
    if WHOLE_NUMBER.fullmatch(bare):
        return "number"
    if WHOLE_DATE.fullmatch(bare):
        return "date"
    if ADDRESSED.fullmatch(bare):
        return "addressees"
    if BODY.fullmatch(bare) and before == ["date"]:
        return "issuer"
    return "release" if re.fullmatch("[（(]此件.*[）)]", bare) and kind != "other" else None


def _never(bare: str, kind: LineKind) -> bool:
    """Whether a line cannot be what it is called."""
    if kind == "release":
        return not RELEASED.search(bare)
    sentence = bare.endswith("。") and not bare.startswith(("主送", "抄送"))
    return kind not in SENTENCES and (sentence or (kind != "addressees" and bare.endswith("：")))


def _fields(source: Source, notice: Notice) -> Iterator[Problem]:
    """Number, title and issuer stand in the lines of their kind, whole."""
    lines = [*front(notice), *end(notice)]
    said = {
        "number": notice.number,
        "title": notice.title if has_title(notice) else None,
        "issuer": notice.issuer,
    }
    for field, value in said.items():
        own = [words for kind, words, _ in lines if kind == field]
        whole = "".join(map(solid, own))
        if field == "number" and (number := A_NUMBER.search(whole)):
            whole = number[0]
        if value is None:
            if own and field != "title":
                message = f"有 kind: {field} 的一行“{own[0]}”，{field} 却没有写。"
                yield source.problem(("notice",), message, f"{field}: {whole}")
            continue
        if solid(value) not in _whole(own, field):
            message = f"{field} 写“{value}”，文头文尾里没有这几个字。"
            if own:
                message = f"{field} 写“{value}”，文头文尾里是“{own[0]}”。"
            hint = whole or f"加上 kind: {field} 的一行"
            yield source.problem(("notice", field), message, hint)


def _whole(lines: list[str], field: str) -> set[str]:
    """What may be called the number, title or issuer of some lines: lines, one after the other.

    Beside a number or an issuer there may be something else in its line, set apart by a space or,
    as in 文号：, by a colon.
    """
    bare = [*map(solid, lines)]
    ends = range(1, len(bare) + 1)
    found = {"".join(bare[first:end]) for end in ends for first in range(end)}
    if field != "title":
        apart = ((*words.split(), words.partition("：")[2]) for words in lines)
        found |= {part for parts in apart for part in parts if part}
        found |= {SEAL.sub("", words) for words in found}
        found |= {number[0] for words in bare for number in A_NUMBER.finditer(words)}
    return found


def _date(source: Source, notice: Notice) -> Iterator[Problem]:
    dates = [words for kind, words, _ in (*front(notice), *end(notice)) if kind == "date"]
    read = [read_date(words) for words in dates]
    if notice.issued and notice.issued not in read:
        message = f"issued 写 {notice.issued}，文头文尾里没有日期一行。"
        if dates:
            message = f"issued 写 {notice.issued}，日期一行却是“{dates[-1]}”。"
        hint = "照日期一行写成 YYYY-MM-DD；来文没有日期就不写 issued"
        yield source.problem(("notice", "issued"), message, hint)
    elif any(read) and not notice.issued:
        message = f"有日期一行“{dates[-1]}”，issued 却没有写。"
        yield source.problem(("notice",), message, f"issued: {next(filter(None, read))}")
