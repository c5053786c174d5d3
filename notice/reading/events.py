"""The data of a YAML file in one pass over its events, and what would hide or repeat data.

PyYAML keeps the last of two equal keys, follows aliases and turns `on` or `010` into other things
without a word; here the first two are refused, and the third is refused by the record's types.
What is accepted equals what a safe load of PyYAML gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from notice.problems import Problem
from notice.reading.characters import refusal
from notice.reading.source import Source, YamlPath

DEEPEST = 20  # levels; items.yaml needs 11
TEXT, DATE = "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"
RESOLVER = yaml.resolver.Resolver()


class TooDeepError(Exception):
    """A file has more than DEEPEST levels: libyaml would follow them until the program dies."""


class Reading:
    """One pass over the events of a file.

    Places, and problems with values, go to the source.

    Attributes:
        constructs: what makes all of the file doubtful: then nothing else is worth telling.
        readable: whether every value could be understood.
        empty: whether there is no value at all.
    """

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._events: Iterator[Any] = iter(yaml.CSafeLoader(text).get_event, None)
        self.constructs: list[Problem] = []
        self.readable = True
        self.empty = False

    def document(self) -> Any:
        """The data of the one document of the file; raises YAMLError."""
        next(self._events)  # the stream's start
        self.empty = isinstance(next(self._events), yaml.StreamEndEvent)
        if self.empty:
            return None
        try:
            data = self._value(next(self._events), ())
        except TooDeepError:
            return None
        next(self._events)  # the document's end
        if not isinstance(another := next(self._events), yaml.StreamEndEvent):
            raise yaml.composer.ComposerError(
                "expected a single document in the stream",
                None,
                "but found another document",
                another.start_mark,
            )
        return data

    def _value(self, event: Any, path: YamlPath) -> Any:
        """The value that begins with an event; it takes all events of it."""
        source = self._source
        source.values[path] = source.spot(event.start_mark)
        self._refuse(event, len(path))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return None  # an alias

    def _refuse(self, event: Any, depth: int) -> None:
        mark = event.start_mark
        if isinstance(event, yaml.CollectionStartEvent) and depth >= DEEPEST:
            self._construct(mark, "层级过深。", f"不超过 {DEEPEST} 层")
            raise TooDeepError
        if isinstance(event, yaml.AliasEvent):
            self._construct(mark, "不支持引用（*名称）。", "把内容写全")
        elif event.anchor:
            self._construct(mark, "不支持锚点（&名称）。", "删去锚点")
        elif event.tag:
            self._construct(mark, "不支持标签（!类型）。", "删去标签")

    def _construct(self, mark: Any, message: str, hint: str) -> None:
        self.constructs.append(self._source.problem_at(mark.line, mark.column, message, hint))

    def _sequence(self, path: YamlPath) -> list[Any]:
        members: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            members.append(self._value(event, (*path, len(members))))
        return members

    def _mapping(self, path: YamlPath) -> dict[str, Any]:
        source, result, again = self._source, dict[str, Any](), list[Any]()
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent) or _tag(key) != TEXT:
                self._pass(key, len(path) + 1)
                self._pass(next(self._events), len(path) + 1)
                _at(source, key.start_mark, "字段名必须是文字。", "按字段说明填写")
                continue
            self._refuse(key, len(path))
            value = next(self._events)
            if key.value in result:
                self._pass(value, len(path) + 1)
                again.append(key)
                continue
            inner = (*path, key.value)
            source.keys[inner] = source.spot(key.start_mark)
            result[key.value] = self._value(value, inner)
        if again:
            _written_again(source, path, again)
        return result

    def _pass(self, event: Any, above: int) -> None:
        """Take the events of a value that is not read, but for what is refused anywhere."""
        depth = above
        while True:
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            else:
                self._refuse(event, depth)
                depth += isinstance(event, yaml.CollectionStartEvent)
            if depth == above:
                return
            event = next(self._events)

    def _scalar(self, event: Any, path: YamlPath) -> Any:
        source, tag = self._source, _tag(event)
        if tag == TEXT:
            _refuse_text(source, event)
            return event.value
        source.raw[path] = event.value
        try:
            value = SafeConstructor().construct_object(yaml.ScalarNode(tag, event.value))
            str(value)  # raises where a whole number is too long ever to be shown
            return value
        except (ValueError, OverflowError, yaml.YAMLError):
            self.readable = False
            message, hint = f"读不懂“{event.value}”这个值。", "是文字就加引号"
            if tag == DATE and event.value.count("-") == 2 and len(event.value) <= 10:
                message, hint = f"没有 {event.value} 这一天。", "日历上有的一天，不加引号"
            _at(source, event.start_mark, message, hint)
            return None


def _tag(event: Any) -> str:
    """What YAML takes a value for that has no tag of its own; what is quoted is text."""
    return _plain(event.value) if event.implicit[0] else TEXT


@lru_cache(maxsize=4096)  # the same few field names again and again
def _plain(value: str) -> str:
    found: str = RESOLVER.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return found


def _refuse_text(source: Source, event: Any) -> None:
    """Refuse what no line shows: line breaks, blanks at the ends, characters written as codes."""
    text = event.value
    if "\n" in text or event.style in {"|", ">"}:
        _at(source, event.start_mark, "这段文字里有换行。", "写成一行，不用 | 和 >")
        return
    if text != text.strip():
        what, hint = ("开头或末尾有空格", "删去空格") if text.strip() else ("只有空格", "填写文字")
        _at(source, event.start_mark, f"这段文字{what}。", hint)
    elif "  " in text:
        _at(source, event.start_mark, "文字中间有连着的空格。", "删去多余的空格")
    if event.style == '"':
        for character in dict.fromkeys(text.strip()):
            message, hint = refusal(character)
            if message and character not in source.lines[event.start_mark.line]:
                _at(source, event.start_mark, message, hint)


def _written_again(source: Source, path: YamlPath, keys: list[Any]) -> None:
    """Refuse fields that a group has already; where they are several, lines between are gone."""
    hint = "同一层每个字段只写一次"
    names = dict.fromkeys(key.value for key in keys)
    if len(names) > 1:
        line = source.keys[(*path, keys[0].value)][0]
        message = f"字段“{'”“'.join(names)}”又写了一遍，第 {line} 行起已写过。"
        _at(source, keys[0].start_mark, message, f"{hint}；中间少了几行的（如“- id:”），放回来")
        return
    for key in keys:
        line = source.keys[(*path, key.value)][0]
        _at(source, key.start_mark, f"字段“{key.value}”重复，第 {line} 行已写过。", hint)


def _at(source: Source, mark: Any, message: str, hint: str) -> None:
    source.problems.append(source.problem_at(mark.line, mark.column, message, hint))
