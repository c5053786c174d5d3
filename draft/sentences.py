"""Words cut into tasks where a reader can begin anew: behind 。 ； ！ and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from draft.marks import mark_at
from draft.structure import Words

_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "〔": "〕"}
_STOPS, _CLOSING = ("。", "；", "！", "？"), "”’》）)"
_SHORT = 24  # characters of a heading that runs into its words: 1．加强监测。各地…


def tasks(paragraphs: Sequence[Words]) -> list[Words]:
    """The tasks of a clause, joined its words; a paragraph that cannot begin one goes on."""
    found: list[Words] = []
    for paragraph in paragraphs:
        for index, part in enumerate(_cut(paragraph.words)):
            begins = paragraph.new_line and index == 0
            if found and not any(character.isalnum() for character in part):
                found[-1] = Words(found[-1].words + part, found[-1].new_line)
                continue
            if begins and found and not found[-1].words.rstrip(_CLOSING).endswith(_STOPS):
                found[-1] = Words(f"{found[-1].words}\n{part}", found[-1].new_line)
            else:
                found.append(Words(part, begins))
    return found


def _cut(words: str) -> Iterator[str]:
    start, heading = 0, _run_in(words)
    for end in _stops(words):
        if end <= heading:
            continue
        yield words[start:end]
        start = end
    if start < len(words):
        yield words[start:]


def _run_in(words: str) -> int:
    """Where a heading that runs into the words of a numbered point ends; 0 where there is none."""
    mark = mark_at(words)
    if mark is None:
        return 0
    end = words.find("。")
    title = words[len(mark.words) : end]
    return end + 1 if 0 < end < len(words) - 1 and len(title) <= _SHORT and "，" not in title else 0


def _stops(words: str) -> Iterator[int]:
    """Behind every stop outside of brackets and quotations; ； in a list behind a colon is none."""
    open_: list[str] = []
    listed = False
    at = 0
    while at < len(words):
        character = words[at]
        if character in _PAIRS:
            open_.append(_PAIRS[character])
        elif open_ and character == open_[-1]:
            open_.pop()
        elif not open_ and character == "：":
            listed = True
        if not open_ and (character in "。！" or (character == "；" and not listed)):
            yield at + 1
        if character in "。！" and not open_:
            listed = False
        at += 1
