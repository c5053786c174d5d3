"""What the list of terms must satisfy, also against the notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.repeats import repeated
from notice.checks.written import says_nothing
from notice.document import document_lines
from notice.models import Catalog, Term
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

SHORTEST = 2  # characters of a form or a quotation
# Words of any notice that nobody looks up.
COMMON = re.compile(
    "安全|工作|责任|企业|单位|部门|机构|人员|检查|管理|监管|加强|强化|开展|落实|建立|健全|完善|组织|推进|推动|"
    "问题|情况|措施|制度|要求|重点|领域|行业|严格|有关|相关|全面|各级|政府|建设|执行|实施|做好"
)
OFTEN = 5  # times that a form of two characters is found at most, unless it is the term itself


def check_glossary(catalog: Catalog, source: Source, lacking: str) -> Iterator[Problem]:
    """Everything that is wrong in glossary.yaml, also against the notice's words.

    `lacking` are lines of the notice that are to be put back.
    """
    words = "\n".join(line for line, _ in document_lines(catalog))
    places = []
    retired = {entry.address for entry in catalog.retired}
    forms = [form for term in catalog.glossary for form in term.forms]
    terms = {_bare(term.term) for term in catalog.glossary}
    for index, term in enumerate(catalog.glossary):
        if len(term.term) < SHORTEST:
            message = f"术语“{term.term}”只有一个字。"
            yield source.problem((index, "term"), message, f"至少 {SHORTEST} 个字")
        for n, form in enumerate(term.forms):
            place = (index, "forms", n)
            others = terms - {_bare(term.term)} if forms.count(form) == 1 else set()
            if form in words or form not in lacking:
                yield from _form(source, place, form, term, words, others)
            if form not in term.forms[:n]:
                places.append((place, form))
        if f"glossary/#{term.id}" in retired:
            message = f"术语编号 {term.id} 已停用，不能再用。"
            yield source.problem((index, "id"), message, "另取一个英文名")
        if term.meaning in {"待核", term.term} or says_nothing(term.meaning or ""):
            message = f"释义只写了“{term.meaning}”。"
            yield source.problem((index, "meaning"), message, "没有查到就不写，status: not-found")
        if term.meaning and term.status == "not-found":
            message = f"术语“{term.term}”写了释义，status 却是 not-found。"
            yield source.problem((index, "status"), message, "seen 或 partly；没有查到就不写释义")
        if term.meaning is None and term.status != "not-found":
            message = f"术语“{term.term}”没有释义。"
            yield source.problem((index,), message, "meaning: …，或 status: not-found")
        if term.meaning and not term.source:
            message = f"术语“{term.term}”的释义没有写出处。"
            yield source.problem(
                (index, "meaning"), message, "source: 法律和条、文件；查不到写待核"
            )
    yield from repeated(source, places, "术语的写法")
    meanings = (((n, "meaning"), term.meaning) for n, term in enumerate(catalog.glossary))
    written = ((place, meaning) for place, meaning in meanings if meaning)
    yield from repeated(source, written, "释义")


def _bare(words: str) -> str:
    """Words without the quotation marks of the notice."""
    return words.replace("“", "").replace("”", "")


def _form(
    source: Source, place: YamlPath, form: str, term: Term, words: str, others: set[str]
) -> Iterator[Problem]:
    """What is wrong with one form of a term.

    `words` are the notice's; `others` are the terms that the form may not be.
    """
    if len(form) < SHORTEST:
        message = f"“{form}”只有一个字，原文里到处都会被标成“{term.term}”。"
        yield source.problem(place, message, f"至少 {SHORTEST} 个字的写法")
    elif COMMON.fullmatch(form) or _is_everywhere(form, term, words):
        message = f"“{form}”是常用的词，原文里到处都会被标成“{term.term}”。"
        yield source.problem(place, message, "通知里专指这个术语的写法")
    elif form not in words:
        yield source.problem(place, f"原文里找不到：{form}", "照抄通知中的写法")
    elif _bare(form) in others:
        message = f"“{form}”是另一个术语，写成了“{term.term}”的写法。"
        yield source.problem(place, message, "通知里这个术语自己的写法")
    if re.search("[，。；：、]$", form):
        yield source.problem(place, f"“{form}”末尾有标点。", "删去标点")


def _is_everywhere(form: str, term: Term, words: str) -> bool:
    """Whether a short form is a word that the notice uses all the time, and not the term itself."""
    return len(form) == SHORTEST and form != _bare(term.term) and words.count(form) > OFTEN
