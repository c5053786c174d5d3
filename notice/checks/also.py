"""Words for search: what people type and the notice does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice.checks.paths import item_paths
from notice.checks.written import says_nothing
from notice.document import document_lines
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath

SHORTEST = 2  # characters of a word


def check_also(catalog: Catalog, sources: dict[str, Source]) -> Iterator[Problem]:
    """Words for search only: the notice has none of them, and each leads to one place."""
    words = "\n".join(line for line, _ in document_lines(catalog))
    lists: tuple[tuple[str, list[tuple[YamlPath, tuple[str, ...]]]], ...] = (
        ("items", [(path, item.also) for path, item in item_paths(catalog)]),
        ("departments", [((n,), party.also) for n, party in enumerate(catalog.departments)]),
        ("sectors", [((n,), sector.also) for n, sector in enumerate(catalog.sectors)]),
        ("glossary", [((n,), term.also) for n, term in enumerate(catalog.glossary)]),
    )
    named = {sector.name: "行业领域" for sector in catalog.sectors}
    for party in catalog.departments:
        named |= {name: "责任主体" for name in (party.short_name, party.full_name) if name}
    led: dict[str, str] = {}
    for name, records in lists:
        for path, also in records:
            for index, word in enumerate(also):
                source, place = sources[name], (*path, "also", index)
                if re.search(r"[\s，。；：、！？,;:/“”()（）]", word) or len(word) < SHORTEST:
                    hint = "一个词一条，至少两个字，不带标点、括号和空格"
                    yield source.problem(place, f"“{word}”不是一个词。", hint)
                elif says_nothing(word):
                    message = f"“{word}”不是人们搜索的词。"
                    yield source.problem(place, message, "没有就整项删去")
                elif word in words:
                    message = f"通知里就有“{word}”，不用另写也找得到。"
                    yield source.problem(place, message, "删去")
                elif word in named:
                    message = f"“{word}”是{named[word]}的名称，不用另写也找得到。"
                    yield source.problem(place, message, "删去")
                elif word in led:
                    message = f"“{word}”已指向另一处（data/{led[word]}.yaml）。"
                    yield source.problem(place, message, "只留一处")
                led.setdefault(word, name)
