"""What the search box knows: each clause once, where it lives; lists and forms by their titles.

`docs/assets/js/search-engine.js` ranks it; why it is our own is in docs-dev/adr/0003.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import opencc

from forms.registry import every_form
from notice import terms, wording
from notice.models import Catalog, Item
from notice.record.addresses import department_page, item_page, sector_page
from notice.resolved import resolved_clauses, resolved_tasks, tasks_of

INDEX_ADDRESS = "assets/search/index.js"
# Pages that are no list of anything, by the words people use for them.
PAGES = (
    ("notice/", "通知全文", ("全文", "原文", "前言")),
    ("matrix/", "责任矩阵", ("矩阵", "责任分工")),
    ("matrix/sectors/", "责任主体与行业领域对照", ()),
    ("overview/", "一览图", ("图表", "热图", "统计")),
    ("checklists/", "清单和表单", ("检查表", "自查表", "任务清单", "分解表")),
    ("downloads/", "下载", ("PDF", "Excel", "CSV", "WPS")),
    ("measures/", "时限和数字", ("时限", "期限", "指标")),
    ("glossary/", "术语", ("名词解释",)),
    ("citations/", "引用文件", ("依据文件",)),
    ("changes/", "变更记录", ("修订记录", "更新记录")),
    ("departments/", "责任主体", ("部门", "责任单位")),
    ("sectors/", "行业领域和灾种", ("行业", "灾种")),
    ("items/", "全部条目", ("条目",)),
    ("data/", "数据怎样读取", ("JSON", "接口")),
    ("data/fields/", "字段字典", ("字段", "数据字典", "字段说明")),
    ("contribute/", "如何修订", ("修订", "怎样修改", "投稿", "合并请求")),
    ("contribute/slip/", "纠错单", ("纠错", "勘误", "报错")),
    ("about/", "关于本站", ("关于", "逐字核对")),
)


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
    for item in catalog.items:
        yield _item(catalog, item)
    for sector in catalog.sectors:
        parts = tuple(part for part in sector.name.split("和") if part != sector.name)
        yield _entry("行业", sector_page(sector), sector.name, parts)
    for party in catalog.departments:
        full = [party.full_name] if party.full_name else []
        called = [*full, party.short_name.removeprefix("省")]
        yield _entry("责任主体", department_page(party), party.short_name, called)
    for term, entries in terms.occurrences(catalog).items():
        places = tuple(entry.reference for entry in entries)
        text = [["", f"{term.meaning or ''}{'、'.join(places)}"]]
        yield _entry("术语", "glossary/", term.term, term.forms, text, anchor=term.id)
    for title in terms.citations(resolved_tasks(catalog)):
        yield _entry("引用文件", "citations/", title)
    for address, title, known in PAGES:
        yield _entry("页面", address, title, known)
    yield from _forms(catalog)
    preamble = [["", catalog.notice.preamble]]
    yield _entry("页面", "notice/", catalog.notice.title, (catalog.notice.number,), preamble)


def _forms(catalog: Catalog) -> Iterator[dict[str, Any]]:
    for form in every_form(catalog):
        yield _entry("表单", form.address, form.title, form.search)


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
    if text:
        entry["x"] = text
    return entry


def _item(catalog: Catalog, item: Item) -> dict[str, Any]:
    """An item with its tasks; joined, their texts are the item's exact words."""
    text: list[list[str]] = []
    for owner in resolved_clauses(catalog):
        if owner.item is not item:
            continue
        before = wording.clause_heading(owner.clause)
        for entry in tasks_of(owner):
            text.append([entry.task.id, before + entry.task.text])
            before = ""
        text[-1][1] += owner.responsibility
    number = wording.numeral(item.number)
    names = (item.id, f"第{number}项", f"第{item.number}项", f"{item.number}")
    title = f"{wording.ordinal(item)}{item.title}"
    return _entry("条目", item_page(item), title, names, text)


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
