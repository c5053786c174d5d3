"""The files in what was given, each with a label by which the summary tells it from all others."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What systems and programs leave in folders; nobody typed anything into it.
IGNORED = {".ds_store", "thumbs.db", "desktop.ini"}
IGNORED_BEGINNINGS = ("~$", ".~", "._")


@dataclass(frozen=True)
class Source:
    """A file to read; `label` is its path below the folder that was given."""

    path: Path
    label: str


def sources(given: Iterable[Path]) -> tuple[list[Source], int]:
    """Every file once, folders opened, in order; and how many were left out as litter."""
    found: dict[str, tuple[Path, str]] = {}
    ignored = 0
    for path in given:
        for file in _files(path):
            if _litter(file.name):
                ignored += 1
                continue
            below = os.path.relpath(file, path) if path.is_dir() else file.name
            found.setdefault(os.path.realpath(file), (file, below))
    count = Counter(below for _, below in found.values())
    same = {path for path, below in found.values() if count[below] > 1}
    common = _common(same)
    return [
        Source(path, printable(below if path not in same else os.path.relpath(path, common)))
        for path, below in found.values()
    ], ignored


def _common(paths: Iterable[Path]) -> str:
    """The innermost folder that holds all of some files of the same name."""
    try:
        return os.path.commonpath([path.absolute().parent for path in paths])
    except ValueError:  # none at all, or several drives
        return os.path.curdir


def printable(name: str) -> str:
    """A file's name as text, also where it is not written in the system's encoding."""
    name = name.replace(os.sep, "/")
    try:
        name.encode("utf-8")
        return name
    except UnicodeEncodeError:
        raw = os.fsencode(name)
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "backslashreplace")


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or all files below it; a folder that cannot be opened counts as one."""
    if not path.is_dir():
        yield path
        return
    closed: list[Path] = []
    seen: set[str] = set()  # a link may lead back to where it is

    def refused(error: OSError) -> None:
        closed.append(Path(error.filename))

    for folder, folders, names in os.walk(path, onerror=refused, followlinks=True):
        seen.add(os.path.realpath(folder))
        folders[:] = [n for n in sorted(folders) if os.path.realpath(Path(folder, n)) not in seen]
        yield from (Path(folder, name) for name in sorted(names))
    yield from closed


def _litter(name: str) -> bool:
    return name.lower() in IGNORED or name.startswith(IGNORED_BEGINNINGS)
