"""How the notice writes its numbers, headings and dates, and how it is cited.

`notice.document` puts the whole together from these.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from notice.head import Notice
from notice.models import Clause, Group, Item, Responsible, Section, Task

DIGITS = "零一二三四五六七八九"
# Marks behind which a reader can begin anew, and what may close a quotation after them.
STOPS = tuple("，。；：！？")
CLOSING = "”’》）"
# Characters are listed: 一 to 九 is no run of code points.
SPELLED_DATE = re.compile(
    "([〇○零O0一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)日"
)
WRITTEN_DATE = re.compile("([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})(?:[日号]|(?![0-9]))")
PROVINCE = re.compile("[\u4e00-\u9fff]{2,3}省")
MARK_ENDS = "、．.，　 "  # what closes a mark: it is no part of the number
NAMED = 12  # characters of a task's words that name it where the editors did not


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
    """How the notice numbers an item: （十）; empty where it does not."""
    return f"（{numeral(item.number)}）" if item.mark is None else item.mark


def section_mark(section: Section) -> str:
    """How the notice numbers a part: 三、; empty where it does not."""
    return f"{numeral(_number(section))}、" if section.mark is None else section.mark


def section_head(section: Section) -> str:
    """A part's mark and title as the notice writes them; the editors' title where it has none."""
    return _apart(section_mark(section)) + section.title


def item_name(item: Item) -> str:
    """What an item's page is called: its mark and title, the editors' title where it has none."""
    return _apart(ordinal(item)) + item.title


def _apart(mark: str) -> str:
    """A mark such as 第四条, which no stop closes, set apart from the words behind it."""
    return f"{mark} " if mark and mark[-1] in "章条编节" else mark


def section_words(section: Section) -> str:
    """A part's heading as the notice has it, with its stop; nothing where it has none."""
    return section_mark(section) + ("" if section.untitled else section.title + section.stop)


def group_words(group: Group) -> str:
    """A group's heading as the notice has it, with its stop."""
    return f"{group.mark}{group.title}{group.stop}"


def reference(section: Section, item: Item) -> str:
    """How an item is cited: 第（十）项, 第三条, or with its part, 第二部分第（一）项.

    Numbers that are written begin anew in each part or not, so an item whose mark is written in the
    data is cited with its part; articles (第三条) run through a whole document.
    """
    place, core = _cited(section, item)
    return place + _cited_item(core)


def _cited(section: Section, item: Item) -> tuple[str, str]:
    """What an item is cited with, and its own mark without its stop."""
    core = ordinal(item).rstrip(MARK_ENDS) or f"“{item.title}”"
    if item.mark is None or core.startswith("第"):
        return "", core
    place = ""
    if not section.untitled:
        written = (section.mark or "").rstrip(MARK_ENDS)
        place = written if written.startswith("第") else f"第{numeral(_number(section))}部分"
    group = next((i.group for i in _up_to(section, item) if i.group), None)
    if group:
        place += group.mark.rstrip(MARK_ENDS) or f"“{group.title}”"
    alone = item.untitled and not item.mark and len(section.items) == 1
    return place, "" if alone and place else core


def _cited_item(core: str) -> str:
    if not core or core.startswith(("第", "“")):
        return core
    return f"第{core}项"


def _up_to(section: Section, item: Item) -> Iterator[Item]:
    """The items of a part from one back to the first."""
    yield from reversed(section.items[: section.items.index(item) + 1])


def _number(section: Section) -> int:
    return int(section.id.rpartition("-")[2])


def source(notice: Notice, section: Section, item: Item) -> str:
    """What a citation begins with: 晋政发〔2024〕1号第（十）项，《…》."""
    return f"{notice.number or ''}{reference(section, item)}，《{notice.title}》"


def references(cited: Iterable[tuple[Section, Item]]) -> str:
    """How items are cited, runs of three or more drawn together: 第（三）、（五）至（八）项."""
    places: dict[str, dict[int, str]] = {}
    for section, item in sorted(dict.fromkeys(cited), key=lambda pair: pair[1].number):
        place, core = _cited(section, item)
        places.setdefault(place, {})[item.number] = core
    return "、".join(place + _drawn_together(found) for place, found in places.items())


def _drawn_together(found: dict[int, str]) -> str:
    if any(not core or core.startswith(("第", "“")) for core in found.values()):
        return "、".join(map(_cited_item, found.values()))
    runs: list[list[int]] = []
    for number in found:
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


def read_date(words: str) -> date | None:
    """The day that a line names, in digits or in Chinese; None where it is unclear."""
    words = unicodedata.normalize("NFKC", "".join(words.split()))
    digits = dict.fromkeys("〇○O0", "0") | {digit: str(n) for n, digit in enumerate(DIGITS)}
    found = WRITTEN_DATE.search(words)
    if found is None and (spelled := SPELLED_DATE.search(words)):
        year = int("".join(digits[c] for c in spelled[1]))
        numbers = {numeral(n): n for n in range(1, 32)}
        numbers |= {f"一{numeral(n)}": n for n in range(10, 20)}
        parts = (year, numbers.get(spelled[2], 0), numbers.get(spelled[3], 0))
    elif found:
        parts = (int(found[1]), int(found[2]), int(found[3]))
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def bracket(responsible: Responsible | None) -> str:
    """A bracket's exact words, or nothing where there is none."""
    return responsible.text if responsible else ""


def in_year(notice: Notice) -> str:
    """The year behind the name of a notice: （2024年度）; empty where it is for no one year."""
    return f"（{notice.year}年度）" if notice.year else ""


def named(notice: Notice) -> str:
    """A notice by number and title: 晋政发〔2024〕1号《…》."""
    return f"{notice.number or ''}《{notice.title}》"


def clause_words(clause: Clause) -> str:
    """A clause's exact words, without heading and bracket."""
    return "".join(task.text for task in clause.tasks)


def clause_heading(clause: Clause) -> str:
    """A clause's mark and heading as written: 森林草原火灾：, or nothing."""
    heading = f"{clause.heading}{clause.heading_stop}" if clause.heading else ""
    return f"{clause.mark or ''}{heading}"


def opens_line(clause: Clause) -> bool:
    """Whether a clause begins on a line of its own."""
    return bool(clause.mark or clause.heading or clause.tasks[0].new_line)


def title_stop(item: Item) -> str:
    """What follows an item's title: as given, or a full stop, or nothing before headed clauses."""
    if item.stop is not None:
        return item.stop
    return "" if item.clauses[0].heading else "。"


def item_head(item: Item) -> str:
    """What stands before an item's words: （十）煤矿领域专项整治。 or only its mark."""
    return ordinal(item) + ("" if item.untitled else f"{item.title}{title_stop(item)}")


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


def province(name: str) -> str:
    """The province that a body's full name begins with: 山西省; empty where it begins otherwise."""
    found = PROVINCE.match(name)
    return found[0] if found else ""


def task_name(task: Task) -> str:
    """What a task is called: the editors' name; its first words where they gave it none."""
    if task.editorial:
        return task.editorial.label
    words = task.text if len(task.text) <= NAMED else f"{task.text[:NAMED]}…"
    return words.rstrip("".join(STOPS))


def item_text(item: Item) -> str:
    """An item's exact words after its title, hazard headings and brackets included."""
    return "".join(
        clause_heading(clause) + clause_words(clause) + bracket(clause.responsible)
        for clause in item.clauses
    )
