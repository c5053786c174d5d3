"""Articles, paragraphs and items: whether a law has them, and which of two places holds the other.

The texts are not in the data: a place is held against what an editor noted of the law.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from notice.checks.law_texts import FILE
from notice.laws import Basis, Cited, Law, Penalty
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import PENALTY_TARGETS


@dataclass(frozen=True)
class Missing:
    """What a law does not have: the field that names it, what is wrong, what to do."""

    field: str
    message: str
    hint: str


def missing(law: Law, cited: Cited) -> Missing | None:
    """The article, paragraph or item that a law does not have; None where all are there.

    Of an article that is not noted in laws.yaml only the number is known to be possible.
    """
    noted = next((a for a in law.articles if a.article == cited.article), None)
    name = f"《{law.short_name}》第 {cited.article} 条"
    if noted is None:
        if cited.article <= law.article_count:
            return None
        message = f"《{law.short_name}》只有 {law.article_count} 条，没有第 {cited.article} 条。"
        return Missing("article", message, "核对条号")
    count = len(noted.items)
    if cited.paragraph and cited.paragraph > count:
        message = f"{name}只有 {count} 款，没有第 {cited.paragraph} 款。"
        return Missing("paragraph", message, "核对款号")
    if cited.item and (cited.paragraph or count == 1):
        items = noted.items[(cited.paragraph or 1) - 1]
        if cited.item > items:
            only = f"只有 {items} 项，没有第 {cited.item} 项" if items else "没有分项"
            message = f"{name}第 {cited.paragraph or 1} 款{only}。"
            return Missing(
                "item", message, "核对项号" if items else "核对款号；没有分项的不写 item"
            )
    return None


def not_to_be_cited(law: Law, cited: Cited) -> Missing | None:
    """Why a citation does not lead to a place that an editor has read; None where it does."""
    noted = next((a for a in law.articles if a.article == cited.article), None)
    if found := missing(law, cited):
        return found
    name = f"《{law.short_name}》第 {cited.article} 条"
    if noted is None:
        return Missing(
            "article",
            f"{name}没有登记在 {FILE}。",
            "核对是哪部法、第几条；没有错的，读过全条后登记在 articles 里",
        )
    if cited.item and not cited.paragraph and len(noted.items) > 1:
        return Missing("item", f"{name}有几款，没有写是哪一款的项。", "补上 paragraph")
    return None


def called(cited: Cited) -> str:
    """A citation in words that tell it from the others of its list."""
    words = f"{cited.law or ''}{cited.place}"
    if isinstance(cited, Penalty):  # once for each whom it hits, under each condition
        target = PENALTY_TARGETS[cited.target]
        words += f"（{'，'.join(filter(None, (target, cited.condition)))}）"
    return words


def held_by_others(
    source: Source, path: YamlPath, cited: Sequence[Cited], what: str
) -> Iterator[Problem]:
    """Citations of a list that another one holds: an article holds its paragraphs and items."""
    said = [_said_of(one) for one in cited]
    for (number, outer), (inside, inner) in permutations(enumerate(cited), 2):
        if said[number] == said[inside] and _holds(outer, inner):
            line = source.values[(*path, number)][0]
            message = f"{what}“{called(inner)}”已含在第 {line} 行的“{called(outer)}”里。"
            hint = "只留一处：整条、整款都管这件事的留宽的，不然留窄的"
            yield source.problem((*path, inside), message, hint)


def _said_of(cited: Cited) -> tuple[Hashable, ...]:
    """What two citations agree in that say the same: one for others is no repetition."""
    if isinstance(cited, Basis):
        return cited.law, cited.article, cited.actor, cited.fit, cited.limit
    if isinstance(cited, Penalty):
        return cited.law, cited.article, cited.target, cited.condition
    return cited.law, cited.article


def _holds(outer: Cited, inner: Cited) -> bool:
    wider = outer.paragraph in (None, inner.paragraph) and outer.item in (None, inner.item)
    return wider and outer.place != inner.place
