"""A name that a list has not: told where it is written, or in the list if the list was changed.

One slip in a list, a name changed or an entry deleted, leaves every reference to it without an
entry. That is one mistake, and words of the notice are never the ones to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from notice.checks.validation_messages import separated
from notice.problems import OF_NAMES, Problem, nearest
from notice.reading.source import Source, YamlPath

LISTED = 5  # lines that are named
FEW = 2  # places that may have the same slip in them


@dataclass(frozen=True)
class Reference:
    """A name as another place writes it.

    `words` are the notice's there, which stay as they are; `hint` says what may be written where
    that is more than the names of the list.
    """

    source: Source
    path: YamlPath
    name: str
    words: str = ""
    hint: str = ""


@dataclass(frozen=True)
class NameList:
    """A list whose entries are referred to by a field, and what its names are called.

    `names` are those of its entries, in order. `like` says which of some entries may be meant by a
    name that none of them has; `likeness` how much alike a name must be to be asked about.
    """

    source: Source
    key: str
    what: str
    names: Sequence[str]
    like: Callable[[str, Sequence[str]], Sequence[str]]
    likeness: float = OF_NAMES


def check_references(listed: NameList, references: Sequence[Reference]) -> Iterator[Problem]:
    """One problem for each name that the list has not, however often it is written."""
    unknown: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.name not in listed.names:
            unknown.setdefault(reference.name, []).append(reference)
    used = {reference.name for reference in references}
    unused = [name for name in listed.names if name not in used]
    for name, places in unknown.items():
        of_the_notice = any(name in place.words for place in places)
        changed = listed.like(name, unused) if len(places) > FEW or of_the_notice else ()
        if changed:
            unused.remove(changed[0])
            yield _in_the_list(listed, changed[0], places)
        else:
            many = len(places) > FEW
            yield from each_once(_where_written(listed, place, many) for place in places)


def each_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """What several places have against one and the same thing is mostly one mistake."""
    alike: dict[str, list[Problem]] = {}
    for problem in problems:
        alike.setdefault(problem.message, []).append(problem)
    for first, *others in alike.values():
        lines = sorted({problem.line for problem in others} - {first.line})
        also = f"（{in_words(lines)}也是）"
        yield replace(first, hint=f"{first.hint}{also}") if lines else first


def in_words(lines: Sequence[int]) -> str:
    """Lines of a file as an editor is told them: 第 3、7 行, 第 3、7、9、12、20 等 31 行."""
    more = f" 等 {len(lines)} " if len(lines) > LISTED else " "
    return f"第 {'、'.join(map(str, lines[:LISTED]))}{more}行"


def _in_the_list(listed: NameList, changed: str, places: Sequence[Reference]) -> Problem:
    counted = {place.source.file: 0 for place in places}
    for place in places:
        counted[place.source.file] += 1
    where = "、".join(f"{file} 里 {count} 处" for file, count in counted.items())
    message = f"没有一处写“{changed}”，{where}写的是“{places[0].name}”。"
    path = (listed.names.index(changed), listed.key)
    return listed.source.problem(path, message, f"{listed.key}: {places[0].name}")


def _where_written(listed: NameList, place: Reference, many: bool) -> Problem:
    message = f"未登记的{listed.what}“{place.name}”"
    if place.name in place.words:
        hint = f"在 {listed.source.file} 里登记；原来有的补回来"
        return place.source.problem(place.path, f"{message}。", hint)
    here = [name for name in listed.names if name in place.words]  # one of these is meant
    asked = nearest(place.name, here or listed.names, 0.6 if here else listed.likeness)
    deleted = f"；从 {listed.source.file} 里删去了的补回来" if many else ""
    usual = place.hint or f"{listed.source.file} 中的 {listed.key}"
    hint = separated(place.name, listed.names) or usual + deleted
    return place.source.problem(place.path, message + asked, hint)
