"""What the search box knows: each clause once, where it lives; lists and forms by their titles.

`docs/assets/js/search-engine.js` ranks it; why it is our own is in docs-dev/adr/0003.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import opencc
from pypinyin import lazy_pinyin

from forms.addresses import item_page
from forms.registry import offered
from macros.pages import pages
from notice import document, terms, wording
from notice.models import Catalog, Item, Task
from notice.resolved import clauses_of, resolved_tasks

# What people type in pinyin: names of parties and sectors, of two to twelve characters.
SPELLED = {"行业", "责任主体"}
SHORTEST, LONGEST = 2, 12
INDEX_ADDRESS = "assets/search/index.js"


def search_index(catalog: Catalog) -> bytes:
    """The index as a script: a page opened from a folder may load a script, but no JSON."""
    entries = [*_entries(catalog)]
    data = {
        "entries": entries,
        "traditional": _traditional(json.dumps(entries, ensure_ascii=False)),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # In a script these would end a line or the element.
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.searchIndex={safe};\n".encode()


def _entries(catalog: Catalog) -> Iterator[dict[str, Any]]:
    texts = {item_page(item): _text(catalog, item) for item in catalog.items}
    for page in pages(catalog):
        if page.kind:
            text = texts.get(page.address)
            yield _entry(page.kind, page.address, page.title, page.search, text)
    for term, entries in terms.occurrences(catalog).items():
        places = tuple(entry.reference for entry in entries)
        text = [["", f"{term.meaning or ''}{'、'.join(places)}"]]
        names = (*term.forms, *term.also)
        yield _entry("术语", "glossary/", term.term, names, text, anchor=term.id)
    for title in terms.citations(resolved_tasks(catalog)):
        yield _entry("引用文件", "citations/", title)
    for law in catalog.laws:
        yield _entry("法律", "laws/", law.short_name, (law.full_name,), anchor=law.slug)
    for kind in offered(catalog):
        yield _entry("入口", "checklists/", kind.heading, anchor=kind.anchor)
    number = (catalog.notice.number,) if catalog.notice.number else ()
    preamble = [["", document.preamble(catalog.notice)]]
    yield _entry("页面", "notice/", catalog.notice.title, number, preamble)


def _entry(
    kind: str,
    address: str,
    title: str,
    names: Any = (),
    text: list[list[str]] | None = None,
    anchor: str = "",
) -> dict[str, Any]:
    """One thing to be found: kind, address, title, other names, texts with their anchors."""
    entry: dict[str, Any] = {"k": kind, "u": address, "t": title}
    if anchor:
        entry["h"] = anchor
    if found := [*names]:
        entry["n"] = found
    if kind in SPELLED:
        entry["p"] = [*dict.fromkeys(way for name in (title, *found) for way in _spelled(name))]
    if text:
        entry["x"] = text
    return entry


def _spelled(name: str) -> Iterator[str]:
    """A short name in pinyin, whole and by its initials."""
    if SHORTEST <= len(name) <= LONGEST and all("\u4e00" <= c <= "\u9fff" for c in name):
        syllables = lazy_pinyin(name)
        yield "".join(syllables)
        yield "".join(syllable[0] for syllable in syllables)


def _text(catalog: Catalog, item: Item) -> list[list[str]]:
    """The texts of an item's tasks with their anchors; joined, they are the item's exact words.

    Third of each what the editors ask about the task: people use its words, not the notice's.
    """
    text: list[list[str]] = []
    for owner in clauses_of(catalog, item):
        before = wording.clause_heading(owner.clause)
        for entry in owner.tasks:
            text.append([entry.task.id, before + entry.task.text, _asked(entry.task)])
            before = ""
        text[-1][1] += owner.responsibility
    return text


def _asked(task: Task) -> str:
    """What the editors call a task and ask about it, in one run."""
    label = task.editorial.label if task.editorial else ""
    asked = (side.question + side.method for side in task.sides.values())
    return "。".join(filter(None, (label, *asked)))


@cache
def _simplified() -> dict[str, str]:
    """Every character of the basic block that has another simplified form, by OpenCC t2s."""
    convert = opencc.OpenCC("t2s").convert
    block = "".join(map(chr, range(0x4E00, 0xA000)))
    pairs = ((old, convert(old)) for old in block)
    return {old: new for old, new in pairs if old != new and len(new) == 1}


def _traditional(words: str) -> str:
    """The traditional characters whose simplified form occurs, in pairs: 煤礦 is asked for too."""
    used = set(words)
    return "".join(old + new for old, new in _simplified().items() if new in used)
