"""Read one YAML file strictly, keeping the place of every value.

PyYAML keeps the last of two equal keys, follows aliases and turns `on` or `010` into other things
without a word; here the first two are refused, and the third is refused by the record's types.
What is accepted equals what a safe load of PyYAML gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from notice.problems import Problem
from notice.reading.characters import decode, refusal
from notice.reading.files import MISSING, contents
from notice.reading.lines import correct
from notice.reading.syntax import COMMENT, explain

YamlPath = tuple[str | int, ...]
DEEPEST = 20  # levels; items.yaml needs 11
AFTER = re.compile(r"[\s:,\]}]*\s#")
NOT_EMPTY = "至少一条数据，写法见同目录其他文件"


@dataclass
class Source:
    """A file as read: its data, where each value and key stands, and what was wrong with it.

    `readable` says whether the data is worth checking, which it may be although something is wrong.
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

    def _place(self, path: YamlPath, *, key: bool) -> tuple[int, int]:
        if key and path in self.keys:
            return self.keys[path]
        while path not in self.values:
            if not path:
                return 0, 0
            path = path[:-1]
        return self.values[path]


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
    source.problems += problems + slips
    if not corrected and source.problems:
        return
    try:
        _refuse_constructs(source, corrected)
        if len(source.problems) > len(problems + slips):
            return
        node = yaml.compose(corrected, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        # After a character or a slip that is reported, this is only what comes of it.
        if not source.problems and isinstance(error, yaml.MarkedYAMLError):
            line, column, message, hint = explain(source.lines, error)
            source.problems.append(_problem(source, line, column, message, hint))
        return
    if node is None:
        source.problems.append(Problem(source.file, 0, 0, "文件里没有数据。", hint=NOT_EMPTY))
        return
    source.readable = True
    _refuse_comments(source, corrected)
    source.data = _build(source, node, ())


def _refuse_constructs(source: Source, text: str) -> None:
    """Refuse what would hide or repeat data; also depth, before anything recurses into it."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            _at(source, event.start_mark, "层级过深。", f"不超过 {DEEPEST} 层")
            return
        if isinstance(event, yaml.AliasEvent):
            _at(source, event.start_mark, "不支持引用（*名称）。", "把内容写全")
        elif getattr(event, "anchor", None):
            _at(source, event.start_mark, "不支持锚点（&名称）。", "删去锚点")
        elif getattr(event, "tag", None):
            _at(source, event.start_mark, "不支持标签（!类型）。", "删去标签")


def _refuse_comments(source: Source, text: str) -> None:
    """Refuse a comment behind a value: “台账 #2” would lose its end without a word."""
    for line, column in _ends(text):
        written = source.lines[line] if line < len(source.lines) else ""
        if found := AFTER.match(written, min(column, len(written))):
            source.problems.append(_problem(source, line, found.end() - 1, *COMMENT))


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each value and each dash ends, at its line and column from 0."""
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken | yaml.BlockEntryToken):
            yield token.end_mark.line, token.end_mark.column


def _build(source: Source, node: yaml.Node, path: YamlPath) -> Any:
    source.values[path] = _spot(source, node.start_mark)[:2]
    if isinstance(node, yaml.MappingNode):
        return _mapping(source, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_build(source, child, (*path, i)) for i, child in enumerate(node.value)]
    if node.tag == "tag:yaml.org,2002:str":
        assert isinstance(node, yaml.ScalarNode)
        _refuse_text(source, node)
        return node.value
    source.raw[path] = node.value
    try:
        value = SafeConstructor().construct_object(node)
        str(value)  # raises where a whole number is too long ever to be shown
        return value
    except (ValueError, OverflowError, yaml.YAMLError):
        source.readable = False
        _at(source, node.start_mark, f"读不懂“{node.value}”这个值。", "是文字就加引号")
        return None


def _refuse_text(source: Source, node: yaml.ScalarNode) -> None:
    """Refuse what no line shows: line breaks, blanks at the ends, characters written as codes."""
    text = node.value
    if "\n" in text.rstrip("\n") or node.style in {"|", ">"}:
        _at(source, node.start_mark, "这段文字里有换行。", "写成一行，不用 | 和 >")
        return
    if text != text.strip():
        what, hint = ("开头或末尾有空格", "删去空格") if text.strip() else ("只有空格", "填写文字")
        _at(source, node.start_mark, f"这段文字{what}。", hint)
    elif "  " in text:
        _at(source, node.start_mark, "文字中间有连着的空格。", "删去多余的空格")
    if node.style == '"':
        for character in dict.fromkeys(text.strip()):
            message, hint = refusal(character)
            if message and character not in source.lines[node.start_mark.line]:
                _at(source, node.start_mark, message, hint)


def _mapping(source: Source, node: yaml.MappingNode, path: YamlPath) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
            _at(source, key.start_mark, "字段名必须是文字。", "按字段说明填写")
            continue
        if key.value in result:
            first = source.keys[(*path, key.value)][0]
            message = f"字段“{key.value}”重复，第 {first} 行已写过。"
            _at(source, key.start_mark, message, "同一层每个字段只写一次")
            continue
        source.keys[(*path, key.value)] = _spot(source, key.start_mark)[:2]
        result[key.value] = _build(source, value, (*path, key.value))
    return result


def _at(source: Source, mark: Any, message: str, hint: str) -> None:
    source.problems.append(_problem(source, mark.line, mark.column, message, hint))


def _problem(source: Source, line: int, column: int, message: str, hint: str) -> Problem:
    """A problem at a line and column from 0; the last line for the end of the file."""
    line = min(line, len(source.lines) - 1)
    text = source.lines[line]
    return Problem(source.file, line + 1, column + 1, message, hint=hint, source=text)


def _spot(source: Source, mark: Any) -> tuple[int, int, str]:
    """Line and column of a mark, from 1, and the line; the last line for the end of the file."""
    line = min(mark.line, len(source.lines) - 1)
    return line + 1, mark.column + 1, source.lines[line]


def _written(path: YamlPath) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")
