"""Titles that no received text proves: slips that they show in themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.document import has_title
from notice.head import Notice
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import UNKNOWN

BADLY_NUMBERED = re.compile(r"[\[\]()（）【】［］]\d{4}[\[\]()（）【】［］]|\d{4}\s+\d+号")
# Of another body's government, as of what is passed on or issued, it says nothing.
GOVERNMENT = re.compile(
    "(?!.*(?:转发|印发|《|委员会|指挥部).*关于)[^关]{2,24}?人民政府(?=关于|办公|文件)"
)
APART = re.compile(r"[\s、]|\d{4}年")
ENDS = "（全文）", "。", "，", "、", "；", "："
# What documents are, by the rules for official documents of 2012 and as plans and the like are
# called; a year or （试行） may stand behind it.
KINDS_OF_DOCUMENT = re.compile(
    "(?:通知|通报|通告|公告|公报|决定|决议|命令|令|意见|办法|方案|计划|规划|纲要|要点|规定|细则|措施|条例|预案|"
    "函|批复|报告|请示|议案|纪要|安排|部署|分工|指南|指引|规范|标准|制度|规则|规程|守则|目录|任务|"
    "目标|政策|机制|章程|提示|导则|手册|台账|要求|[二三四五六七八九十]条|[书表单])(?:[（(][^（）()]+[）)])?$"
)
# 市市场 is none; longer words are told of all words of ours.
WORDS_TWICE = re.compile(r"([\u4e00-\u9fff]{2}|\d{4}年|的)\1")


def check_titles(source: Source, notice: Notice) -> Iterator[Problem]:
    """What is wrong with the title, and with number and title of the later notice."""
    place = ("notice", "title")
    if notice.title == UNKNOWN and "title" not in notice.unreviewed:
        message = "标题还是“待核”，复核的标记却删了。"
        yield source.problem(place, message, "照公开文本写上标题")
    if notice.title != UNKNOWN and not has_title(notice):
        yield from _not_proven(source, place, notice.title)
    if later := notice.superseded_by:
        yield from _not_proven(source, ("notice", "superseded_by", "title"), later.title)
        behind = later.number.partition("号")
        if BADLY_NUMBERED.search(later.number) or behind[1:] != ("号", ""):
            message = f"文号“{later.number}”写得不全、多了字，或年份没有放在六角括号〔〕里。"
            yield source.problem(("notice", "superseded_by", "number"), message, "照公开文本写")


def _not_proven(source: Source, place: YamlPath, title: str) -> Iterator[Problem]:
    """Slips in a title that no received text proves."""
    if mark := next((mark for mark in ENDS if title.endswith(mark)), ""):
        yield source.problem(place, f"标题末尾多了“{mark}”。", "标题不带句号和说明")
    elif found := WORDS_TWICE.search(title):
        message = f"标题里“{found[1]}”写了两遍。"
        yield source.problem(place, message, "标题照公开文本核对")
    elif not KINDS_OF_DOCUMENT.search(title):
        message = f"标题“{title}”不像写全了：末尾没有“通知”“意见”一类的字。"
        yield source.problem(place, message, "标题照公开文本写全，不带别的")


def check_issuer_in_title(source: Source, notice: Notice) -> Iterator[Problem]:
    """A title that the received text has not begins with the issuer that it has."""
    named = GOVERNMENT.match(notice.title)
    if has_title(notice) or not named or not notice.issuer:
        return
    title, issuer = (APART.sub("", words) for words in (named[0], notice.issuer))
    if not (title.startswith(issuer) or issuer.startswith(title)):
        message = f"标题的发文机关是“{named[0]}”，issuer 却是“{notice.issuer}”。"
        yield source.problem(("notice", "title"), message, "标题照公开文本核对")
