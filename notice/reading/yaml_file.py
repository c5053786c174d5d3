"""Read one YAML file strictly, keeping the place of every value.

PyYAML keeps the last of two equal keys, follows aliases and turns `on` or `010` into other things
without a word; here the first two are refused, and the third is refused by the record's types.
What is accepted equals what a safe load of PyYAML gives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from notice.problems import Problem
from notice.reading.characters import decode

YamlPath = tuple[str | int, ...]
DEEPEST = 20  # levels; items.yaml needs 11
NOT_EMPTY = "至少一条数据，写法见同目录其他文件"


@dataclass
class Source:
    """A file as read: its data, where each value and key stands, and what was wrong with it."""

    file: str
    lines: list[str] = field(default_factory=list)
    data: Any = None
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
    """Read a YAML file named `name` in messages. Never raises: what is wrong is in `problems`."""
    source = Source(name)
    if path.is_dir():
        source.problems.append(
            Problem(name, 0, 0, "这里应是文件，却是文件夹。", hint="一个 YAML 文件")
        )
    elif not path.is_file():
        source.problems.append(Problem(name, 0, 0, "缺少这个文件。", hint="一个 YAML 文件"))
    else:
        _parse(source, path.read_bytes())
    return source


def _parse(source: Source, data: bytes) -> None:
    text, problems = decode(source.file, data)
    source.problems.extend(problems)
    source.lines = text.splitlines() or [""]
    if problems:
        return
    try:
        _refuse_constructs(source, text)
        if source.problems:
            return
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        source.problems.append(_syntax_problem(source, error))
        return
    if node is None:
        source.problems.append(Problem(source.file, 0, 0, "文件里没有数据。", hint=NOT_EMPTY))
    else:
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


def _build(source: Source, node: yaml.Node, path: YamlPath) -> Any:
    source.values[path] = _spot(source, node.start_mark)[:2]
    if isinstance(node, yaml.MappingNode):
        return _mapping(source, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_build(source, child, (*path, i)) for i, child in enumerate(node.value)]
    if node.tag == "tag:yaml.org,2002:str":
        return node.value
    source.raw[path] = node.value
    try:
        value = yaml.SafeLoader("").construct_object(node)
        str(value)  # raises where a whole number is too long ever to be shown
        return value
    except (ValueError, OverflowError, yaml.YAMLError):
        _at(source, node.start_mark, f"读不懂“{node.value}”这个值。", "是文字就加引号")
        return None


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
    line, column, text = _spot(source, mark)
    source.problems.append(Problem(source.file, line, column, message, hint=hint, source=text))


def _spot(source: Source, mark: Any) -> tuple[int, int, str]:
    """Line and column of a mark, from 1, and the line; the last line for the end of the file."""
    line = min(mark.line, len(source.lines) - 1)
    return line + 1, mark.column + 1, source.lines[line]


SYNTAX = {
    "mapping values are not allowed here": ("此处不该有冒号。", "文字里含“: ”时整句加引号"),
    "could not find expected ':'": ("此处缺少冒号。", "字段名: 值"),
    "expected <block end>": ("缩进与上文对不齐。", "同一层缩进相同，每层两个空格"),
    "found character that cannot start any token": ("此处的字符不能开头。", "整句加引号"),
    "found unexpected end of stream": ("引号或括号没有闭合。", "补上成对的引号或括号"),
    "expected ',' or ']'": ("方括号没有闭合。", "补上“]”或用逗号分隔"),
    "expected ',' or '}'": ("花括号没有闭合。", "补上“}”或用逗号分隔"),
    "but found another document": ("文件里有两份文档（---）。", "只留一份"),
}


def _syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    detail = f"{error.problem or ''} {error.context or ''}"
    known = (text for part, text in SYNTAX.items() if part in detail)
    message, hint = next(known, (f"YAML 语法错误：{detail.strip()}。", "检查缩进、冒号和引号"))
    # What is not closed is shown where it opens, not where the file ends; one of them is there.
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark]
    line, column, text = _spot(source, marks[0] if "闭合" in message else marks[-1])
    return Problem(source.file, line, column, message, hint=hint, source=text)


def _written(path: YamlPath) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")
