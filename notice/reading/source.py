"""A YAML file as read: its data, with the place of every value and key, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from notice.problems import Problem

YamlPath = tuple[str | int, ...]


@dataclass
class Source:
    """A file as read: its data, where each value and key stands, and what was wrong with it.

    `readable` says whether the data is worth checking, which it may be although something is wrong.
    Lines and columns are from 1; `raw` holds what is written for a value that is no text.
    """

    file: str
    lines: list[str] = field(default_factory=list)
    data: Any = None
    readable: bool = False
    values: dict[YamlPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[YamlPath, tuple[int, int]] = field(default_factory=dict)
    raw: dict[YamlPath, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(
        self, path: YamlPath, message: str, hint: str = "", *, key: bool = False
    ) -> Problem:
        """A problem at a path; at the nearest level above where the path itself is not there."""
        line, column = self._place(path, key=key)
        source = self.lines[line - 1] if line else ""
        return Problem(self.file, line, column, message, _written(path), hint, source)

    def problem_at(self, line: int, column: int, message: str, hint: str) -> Problem:
        """A problem at a line and column from 0."""
        place = (self.file, line + 1, column + 1)
        return Problem(*place, message, hint=hint, source=self.lines[line])

    def written(self, path: YamlPath) -> list[str]:
        """The lines from a record's first to the one before what follows it, comments as well."""
        start = self.values[path][0]
        others = (line for at, (line, _) in self.values.items() if at[: len(path)] != path)
        end = min((line for line in others if line > start), default=len(self.lines) + 1)
        return self.lines[start - 1 : end - 1]

    def spot(self, mark: Any) -> tuple[int, int]:
        """Line and column of a mark of PyYAML's; the last line for the end of the file."""
        return min(mark.line + 1, len(self.lines)), mark.column + 1

    def _place(self, path: YamlPath, *, key: bool) -> tuple[int, int]:
        if key and path in self.keys:
            return self.keys[path]
        while path not in self.values:
            if not path:
                return 0, 0
            path = path[:-1]
        return self.values[path]


def _written(path: YamlPath) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")
