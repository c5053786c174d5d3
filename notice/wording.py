"""Put the notice's words together again from its parts.

The only place that knows how the document is written: numerals, brackets, run-in titles, dates.
The verbatim check proves these renderings against the received text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from notice.models import Catalog, Clause, Item, Notice, Responsible, Task

DIGITS = "零一二三四五六七八九"
# Marks behind which a reader can begin anew, and what may close a quotation after them.
STOPS = tuple("，。；：！？")
CLOSING = "”’》）"


def numeral(number: int) -> str:
    """A number from 1 to 999 as the notice writes it: 10 → 十, 21 → 二十一, 310 → 三百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


def ordinal(item: Item) -> str:
    """How the notice numbers an item: （十）."""
    return f"（{numeral(item.number)}）"


def reference(item: Item) -> str:
    """How an item is cited: 第（十）项."""
    return f"第{ordinal(item)}项"


def source(notice: Notice, item: Item) -> str:
    """What a citation begins with: 晋政发〔2024〕1号第（十）项，《…》."""
    return f"{notice.number}{reference(item)}，《{notice.title}》"


def references(items: Iterable[Item]) -> str:
    """How items are cited, runs of three or more drawn together: 第（三）、（五）至（八）项."""
    found = {item.number: ordinal(item) for item in dict.fromkeys(items)}
    runs: list[list[int]] = []
    for number in sorted(found):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = (
        [f"{found[run[0]]}至{found[run[-1]]}"] if len(run) > 2 else [found[n] for n in run]
        for run in runs
    )
    return f"第{'、'.join(part for group in parts for part in group)}项"


def chinese_date(day: date) -> str:
    """A date as the notice writes it: 2024年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def bracket_parts(responsible: Responsible | None) -> Iterator[tuple[str, bool]]:
    """A bracket's words in order, each with whether it is a party's name."""
    if responsible is None:
        return
    yield "（", False
    for index, name in enumerate(responsible.lead):
        if index:
            yield "、", False
        yield name, True
    if responsible.lead:
        yield "牵头，", False
    for index, name in enumerate(responsible.departments):
        if index:
            yield responsible.joiner, False
        yield name, True
    yield f"{responsible.others or ''}{responsible.duty}", False
    if responsible.remark:
        yield f"。{responsible.remark}", False
    yield "）", False


@lru_cache(maxsize=4096)  # every row of every form asks
def bracket(responsible: Responsible | None) -> str:
    """A bracket's exact words, or nothing where there is none."""
    return "".join(words for words, _ in bracket_parts(responsible))


def clause_words(clause: Clause) -> str:
    """A clause's exact words, without heading and bracket."""
    return "".join(task.text for task in clause.tasks)


def clause_heading(clause: Clause) -> str:
    """A clause's heading as written: 森林草原火灾：, or nothing."""
    return f"{clause.heading}：" if clause.heading else ""


def title_stop(item: Item) -> str:
    """The full stop after an item's title, which is missing where headed clauses follow."""
    return "" if item.clauses[0].heading else "。"


def in_sentence(clause: Clause, task: Task) -> str:
    """A task's words; a fragment with the sentence it stands in, its own words between 【】.

    A fragment is one part of a list: what is before or after it is not closed by one of STOPS.
    """
    words = [each.text for each in clause.tasks]
    closed = [text.rstrip(CLOSING).endswith(STOPS) for text in words]
    first = last = at = clause.tasks.index(task)
    while first > 0 and not closed[first - 1]:
        first -= 1
    while last + 1 < len(words) and not closed[last]:
        last += 1
    if first == last:
        return task.text
    return f"{''.join(words[first:at])}【{task.text}】{''.join(words[at + 1 : last + 1])}"


def item_text(item: Item) -> str:
    """An item's exact words after its title, hazard headings and brackets included."""
    return "".join(
        clause_heading(clause) + clause_words(clause) + bracket(clause.responsible)
        for clause in item.clauses
    )


def paragraphs(item: Item) -> list[list[Clause]]:
    """An item's clauses by paragraph: a headed clause opens a new one."""
    result: list[list[Clause]] = []
    for clause in item.clauses:
        if clause.heading or not result:
            result.append([])
        result[-1].append(clause)
    return result


Place = tuple[str | int, ...]
Run = tuple[str, Place]


def document_lines(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Every line of the notice with the id (or the field) it comes from, in order."""
    for part, runs in document_runs(catalog):
        yield "".join(words for words, _ in runs), part


def document_runs(catalog: Catalog) -> Iterator[tuple[str, list[Run]]]:
    """Every line with the id (or the field) it comes from, as runs with their places in the data.

    A place is the path of the value that a run is made from, in `items.yaml`.
    """
    notice = catalog.notice
    for name in ("number", "addressees", "preamble"):
        yield name, [(getattr(notice, name), ("notice", name))]
    for index, section in enumerate(catalog.sections):
        path: Place = ("sections", index)
        yield section.id, [(f"{numeral(index + 1)}、{section.title}", (*path, "title"))]
        for number, item in enumerate(section.items):
            for runs in _item_runs(item, (*path, "items", number)):
                yield item.id, runs
    yield "issuer", [(notice.issuer, ("notice", "issuer"))]
    yield "issued", [(chinese_date(notice.issued), ("notice", "issued"))]
    yield "release", [(notice.release, ("notice", "release"))]


def _item_runs(item: Item, path: Place) -> Iterator[list[Run]]:
    """The lines of an item: a headed clause opens a new one."""
    runs = [(f"{ordinal(item)}{item.title}{title_stop(item)}", (*path, "title"))]
    for index, clause in enumerate(item.clauses):
        if clause.heading and runs:
            yield runs
            runs = []
        runs += _clause_runs(clause, (*path, "clauses", index))
    yield runs


def _clause_runs(clause: Clause, path: Place) -> Iterator[Run]:
    if clause.heading:
        yield clause_heading(clause), (*path, "heading")
    for index, task in enumerate(clause.tasks):
        yield task.text, (*path, "tasks", index, "text")
    if clause.responsible:
        yield bracket(clause.responsible), (*path, "responsible")
