"""Which of the written rules a received text needs; nothing is taken away but by these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import opencc

from draft.decode import Received
from notice.checks.rules import BETWEEN, EDGES, TONED, applied
from notice.vocabulary import Rule

# A text is in traditional script when more than these of a thousand Han characters are.
TRADITIONAL = 20
HAN = re.compile(r"[\u3400-\u9fff]")
NARROW = re.compile(r"(?<=[\u3400-\u9fff”’》）)])[,:;()]|[,:;()](?=[\u3400-\u9fff“‘《（(])")
# Where the same marks mean something else: 9:00, 1,000.
MEANT = re.compile(r"[0-9][:,][0-9]|[A-Za-z][:(]|[:)][A-Za-z/]")


def rules_for(received: Received, lines: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that change something in the received lines, in the order they are stated in."""
    kinds: dict[str, Rule] = {"html": "html", "docx": "docx"}
    found = [kinds[received.kind]] if received.kind in kinds else []
    return (*found, *_needed(lines))


def _needed(lines: Sequence[str]) -> Iterator[Rule]:
    text = "\n".join(lines)
    if TONED.search(text) and applied(text, ["toned-pinyin"]) != text:
        yield "toned-pinyin"
        text = applied(text, ["toned-pinyin"])
    if is_traditional(text):
        yield "traditional"
        text = applied(text, ["traditional"])
        if "著眼" in text:
            yield "zhuoyan"
    if len(NARROW.findall(text)) > len(MEANT.findall(text)):
        yield "width"
    if any(BETWEEN.search(line) or EDGES.search(line) or not line for line in lines):
        yield "spaces"


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional script, not only a character here and there."""
    han = HAN.findall(text)
    simplified = opencc.OpenCC("t2s").convert("".join(han))
    changed = sum(a != b for a, b in zip(han, simplified, strict=False))
    return bool(changed * 1000 > TRADITIONAL * max(1, len(han)))
