"""One wrong place in the data, reported to its editor: where, why, and what is right."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

OF_NAMES = 0.8  # how much alike names must be that share half their characters with others


@dataclass(frozen=True, order=True)
class Problem:
    """A refusal. `line` and `column` count from 1; 0 means the file as a whole."""

    file: str
    line: int
    column: int
    message: str
    path: str = ""
    hint: str = ""
    source: str = field(default="", compare=False)

    def __str__(self) -> str:
        """The refusal as printed: `file:line:column: message`, then place, hint, line and caret."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        lines = [f"{place}: {self.message}"]
        if self.path:
            lines.append(f"  位置：{self.path}")
        if self.hint:
            lines.append(f"  应为：{self.hint}")
        if self.source.strip():
            number = str(self.line)
            lines.append(f"  {number} | {self.source}")
            lines.append(f"  {' ' * len(number)} | {_pad(self.source[: self.column - 1])}^")
        return "\n".join(lines)


class DataError(Exception):
    """The data was refused. Holds every problem of every file, in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.report())

    def report(self) -> str:
        """All problems as printed, with a closing count."""
        body = "\n\n".join(str(problem) for problem in self.problems)
        return f"{body}\n\n共 {len(self.problems)} 处问题，数据未通过。"


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """A question naming the known word most like `word`, or nothing where none is near."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=likeness)
    return f"，是否应为“{found[0]}”？" if found else "。"


def shown(path: Path, root: Path) -> str:
    """A file's name as an editor knows it: from the project's folder, with forward slashes."""
    try:  # links are not followed: they may lead in a circle
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


def _pad(text: str) -> str:
    # A full-width space under each full-width character puts the caret where it belongs.
    wide = {"W", "F"}
    return "".join("\u3000" if unicodedata.east_asian_width(c) in wide else " " for c in text)
