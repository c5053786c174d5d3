"""Read one YAML file strictly: bytes, characters, slips of the keyboard, then YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from notice.problems import Problem
from notice.reading.characters import decode
from notice.reading.events import Reading
from notice.reading.files import MISSING, contents
from notice.reading.lines import correct
from notice.reading.source import Source
from notice.reading.syntax import COMMENT, explain

AFTER = re.compile(r"[\s:,\]}]*\s#")
BEHIND = re.compile(r"\S\s+#")
NOT_EMPTY = "至少一条数据，写法见同目录其他文件"


def read(path: Path, name: str) -> Source:
    """Read a YAML file named `name` in messages. Never raises: what is wrong is in `problems`.

    Where something is wrong there may be data all the same, as far as it could be understood, so
    that one run reports everything.
    """
    found = contents(path, name)
    if isinstance(found, Problem):
        hint = "一个 YAML 文件" if found.message == MISSING else found.hint
        return Source(name, problems=[replace(found, hint=hint)])
    return _parsed(name, found)


@lru_cache(maxsize=2 * 6)  # a build asks four times for each file; two for a live preview
def _parsed(name: str, data: bytes) -> Source:
    source = Source(name)
    _parse(source, data)
    return source


def _parse(source: Source, data: bytes) -> None:
    text, problems = decode(source.file, data)
    source.lines = text.splitlines() or [""]
    corrected, slips = correct(source.file, text)
    before = problems + slips
    source.problems += before
    if not corrected and before:
        return
    reading = Reading(source, corrected)
    try:
        source.data = reading.document()
    except yaml.YAMLError as error:
        source.problems = before + reading.constructs
        # After a character or a slip that is reported, this is only what comes of it.
        if not source.problems and isinstance(error, yaml.MarkedYAMLError):
            line, column, message, hint = explain(source.lines, error)
            source.problems.append(source.problem_at(line, column, message, hint))
        return
    if reading.constructs:
        source.data = None
        source.problems = before + reading.constructs
    elif reading.empty:
        source.problems.append(Problem(source.file, 0, 0, "文件里没有数据。", hint=NOT_EMPTY))
    else:
        source.readable = reading.readable
        _refuse_comments(source, corrected)


def _refuse_comments(source: Source, text: str) -> None:
    """Refuse a comment behind a value: “台账 #2” would lose its end without a word."""
    if not any("#" in line and BEHIND.search(line) for line in source.lines):
        return  # to ask the scanner where values end is a third of the reading
    for line, column in _ends(text):
        written = source.lines[line] if line < len(source.lines) else ""
        if found := AFTER.match(written, min(column, len(written))):
            source.problems.append(source.problem_at(line, found.end() - 1, *COMMENT))


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each value and each dash ends, at its line and column from 0."""
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken | yaml.BlockEntryToken):
            yield token.end_mark.line, token.end_mark.column
