"""Every address ever published is still there, leads on, or says why not.

`data/published.txt` holds one address a line and only grows: pages (items/10/), files, and ids of
the data (items/10/#item-10-9). The home page is written /.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from notice import ids
from notice.models import ADDRESS_PATTERN, Retired
from notice.problems import DataError, Problem, nearest, shown
from notice.reading.characters import decode
from notice.reading.files import MISSING, contents
from notice.reading.lines import conflicts

FILE = "published.txt"
HINT = "用 Git 恢复原样；名单只增不减，只由 python3 scripts/addresses.py record 写入"
ADDRESS = re.compile(ADDRESS_PATTERN)
RETIRE = "python3 scripts/addresses.py retire"


@dataclass(frozen=True)
class AddressReport:
    """What a look at the published addresses found."""

    gone: tuple[str, ...]
    came: tuple[str, ...]
    wrong: tuple[str, ...]

    def report(self) -> str:
        """What is wrong and what to do about it; empty when nothing is."""
        lines = list(self.wrong)
        if self.gone:
            lines.append(f"已发布的网址不见了 {len(self.gone)} 个，没有写明去向：")
            lines += [f"  去掉：{address}" for address in self.gone]
            lines += [f"  新增：{address}" for address in self.came]
            lines.append("每一个用一条命令写明（改名、拆分给 --to，可给几个；没有去处就不给）：")
            lines += [f"  {self._command(address)}" for address in self.gone]
        return "\n".join(lines)

    def _command(self, address: str) -> str:
        # In the same place only: elsewhere a likeness of names says nothing.
        folder = address.rpartition("-" if address.startswith("#") else "/")[0]
        near = [new for new in self.came if new.startswith(folder)]
        to = f" --to '{near[0]}'" if len(near) == 1 else ""
        return f"{RETIRE} '{address}'{to} --reason '为什么'"


def read_published(data: Path) -> tuple[str, ...]:
    """The published addresses of a data folder; none where nothing was published yet.

    Raises:
        DataError: the list cannot be read, or is not as it was written.
    """
    path = data / FILE
    name = shown(path, data.parent)
    found = contents(path, name)
    if isinstance(found, Problem):
        if found.message == MISSING:
            return ()
        raise DataError([replace(found, hint=HINT)])
    text, problems = decode(name, found)
    problems += conflicts(name, text)
    lines = text.splitlines()
    problems += [
        Problem(name, number, 1, f"“{line}”不是网址。", source=line)
        for number, line in enumerate(lines, start=1)
        if line and not _comment(line) and not ADDRESS.match(line) and not problems
    ]
    if problems:
        raise DataError(
            problem if problem.hint else replace(problem, hint=HINT) for problem in problems
        )
    return tuple(line for line in lines if line and not _comment(line))


def _comment(line: str) -> bool:
    return line.startswith(("# ", "//"))


def check_published(
    published: Sequence[str], present: Collection[str], retired: Iterable[Retired]
) -> AddressReport:
    """Look for every published address.

    Args:
        published: what was published, as `read_published` gives it.
        present: every address of the site as it is now, tombstones and redirects left out.
        retired: the entries of `data/retired.yaml`.
    """
    known, now = frozenset(published), frozenset(present)
    entries = {entry.address: entry for entry in retired}
    gone = _with_their_pages([a for a in published if not _kept(a, now, entries)])
    came = _with_their_pages([a for a in present if a not in known])
    return AddressReport(gone, tuple(sorted(came)), tuple(_wrong(entries, known, now)))


def _with_their_pages(addresses: Sequence[str]) -> tuple[str, ...]:
    """What to name of some addresses: a page speaks for its anchors, a task's id is named once."""
    pages = frozenset(addresses)
    named = (a for a in addresses if "#" not in a or a.partition("#")[0] not in pages)
    return tuple(dict.fromkeys(map(_short, named)))


def _kept(address: str, present: Collection[str], entries: dict[str, Retired]) -> bool:
    """Whether somebody who comes by this address arrives, or is given a reason.

    Entries that lead in a circle are refused when the data is loaded.
    """
    page, _, fragment = address.partition("#")
    if address in present or address in entries or f"#{fragment}" in entries:
        return True
    if not fragment or page not in entries:
        return False
    targets = entries[page].moved_to
    if len(targets) != 1:
        return True  # the page says why it is gone, and where its parts are
    target = targets[0]
    return "#" in target or _kept(f"{target}#{fragment}", present, entries)


def _short(address: str) -> str:
    """A task's id is on two pages and is retired once: items/10/#item-10-9 → #item-10-9."""
    fragment = address.partition("#")[2]
    return f"#{fragment}" if ids.is_id(fragment) else address


def _wrong(
    entries: dict[str, Retired], published: Collection[str], present: Collection[str]
) -> Iterable[str]:
    anchors = {_short(a) for a in (*published, *present) if "#" in a}
    for address, entry in entries.items():
        if address in present:
            yield f"data/retired.yaml：“{address}”还在用，不能停用。"
        if address not in published and address not in anchors:
            yield f"data/retired.yaml：从未发布过“{address}”{nearest(address, published)}"
        for target in entry.moved_to:
            if target not in present and target not in entries and target not in anchors:
                like = nearest(target, present)
                yield f"data/retired.yaml：“{address}”的去处“{target}”不存在{like}"
