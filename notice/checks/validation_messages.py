"""Tell pydantic's findings about types and keys in an editor's words, at the value's place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError

from notice.base import NO_WORDS
from notice.fields import LABELS
from notice.ids import ITEM_ID, SECTION_ID
from notice.problems import Problem, nearest
from notice.reading.source import Source, YamlPath
from notice.schema.dictionary import PATTERNS, field_names, first_sentence
from notice.vocabulary import LINE_KINDS

READ_AS = {
    bool: "真假值",
    int: "整数",
    float: "小数",
    type(None): "空值",
    list: "列表",
    dict: "字段组",
}


# What readers are shown for the words of a list, which an editor may write in their place.
SHOWN = {**LABELS, frozenset(LINE_KINDS): LINE_KINDS}


def problems_of(error: ValidationError, source: Source) -> Iterator[Problem]:
    """One problem for each finding of pydantic, in the order found."""
    for finding in error.errors():
        path = tuple(finding["loc"])
        kind, value = finding["type"], finding["input"]
        if kind == "too_short" and value:
            continue  # only its wrong members make it short, and those are reported
        if kind == "missing":
            hint = f"补上 {path[-1]}: …{_meant(source, path)}"
            yield source.problem(path[:-1], f"缺少字段“{path[-1]}”。", hint)
        elif kind == "extra_forbidden":
            yield _unknown_key(source, path)
        elif kind == "literal_error":
            yield _unknown_word(source, path, str(value), finding["ctx"]["expected"])
        else:
            message, hint = message_of(kind, value, source.raw.get(path), finding.get("ctx", {}))
            empty = value in (None, "")
            yield source.problem(path, message, hint + (_meant(source, path) if empty else ""))


def message_of(kind: str, value: Any, raw: str | None, context: dict[str, Any]) -> tuple[str, str]:
    """Message and hint for one of pydantic's findings about a value, by its kind and context.

    `raw` is what is written for a value that is no text.
    """
    if kind in {"string_too_long", "too_long"}:  # the second of a text that need not be there
        return f"“{value}”有 {len(value)} 个字，过长。", f"不超过 {context['max_length']} 个字"
    if kind == "string_too_short":
        return "这里是空的。", "填写文字"
    if kind == NO_WORDS:
        return f"“{value}”里没有一个字，只有标点。", "填写文字"
    if kind == "too_short":
        return "这里一条也没有。", "至少一条"
    if kind == "string_pattern_mismatch" and context["pattern"] == ITEM_ID:
        return f"“{value}”不能用作条目编号。", PATTERNS[ITEM_ID]
    if kind == "string_pattern_mismatch" and context["pattern"] == SECTION_ID:
        return f"“{value}”不能用作部分编号。", PATTERNS[SECTION_ID]
    if kind == "string_pattern_mismatch":
        return f"“{value}”不能用作网址。", PATTERNS[context["pattern"]]
    if kind == "string_type":
        if raw is not None and value is not None:
            return f"“{raw}”会被读成{_type(value)}。", f'文字要加引号："{raw}"'
        return f"这里应是文字，却是{_type(value)}。", "一段文字"
    if kind in {"tuple_type", "list_type"}:
        return f"这里应是列表，却是{_type(value)}。", "每条一行、以“- ”开头，或写成 [甲, 乙]"
    if kind == "model_type":
        return f"这里应是字段组，却是{_type(value)}。", "按“字段名: 值”逐行填写"
    if kind == "bool_type":
        return f"“{value}”不是 true 或 false。", "true，不加引号；不是的整项删去"
    if kind == "date_type":
        return f"“{value}”不是日期。", f"{_day(str(value)) or '形如 2024-01-20 的日期'}，不加引号"
    if kind == "int_type":
        return f"“{value}”不是整数。", f"{_digits(str(value)) or '整数'}，不加引号"
    if kind == "greater_than_equal":
        return f"“{value}”太小。", f"{context['ge']} 或更大的整数"
    return f"“{value}”不符合要求（{kind}）。", "见字段说明"


def _day(value: str) -> str:
    """A day written in another way as it should be; empty where it is none."""
    numbers = re.findall("[0-9]+", unicodedata.normalize("NFKC", value))
    if len(numbers) != 3 or max(map(len, numbers)) > 4:
        return ""
    year, month, day = map(int, numbers)
    try:
        return str(date(year + 2000 if year < 100 else year, month, day))
    except ValueError:
        return ""


def _digits(value: str) -> str:
    """A number in full width, or with words around it, in digits; empty where there is none."""
    numbers = re.findall("[0-9]+", unicodedata.normalize("NFKC", value))
    return f"半角数字 {numbers[0]}" if len(numbers) == 1 else ""


def _type(value: Any) -> str:
    return READ_AS.get(type(value), "文字" if isinstance(value, str) else "日期")


def _unknown_key(source: Source, path: YamlPath) -> Problem:
    known = field_names(_file(source), path[:-1])
    message = f"没有“{path[-1]}”这个字段{nearest(str(path[-1]), known)}"
    return source.problem(path, message, "、".join(known), key=True)


def _meant(source: Source, path: YamlPath) -> str:
    """What the field is for, in brackets, as the field dictionary says it."""
    words = first_sentence(_file(source), path)
    return f"（{words}）" if words else ""


def _file(source: Source) -> str:
    return PurePosixPath(source.file).stem


def _unknown_word(source: Source, path: YamlPath, value: str, expected: str) -> Problem:
    known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    if code := _code(value, SHOWN.get(frozenset(known), {})):
        return source.problem(path, f"“{value}”要写成代号。", code)
    message = f"不认识“{value}”{nearest(value, known)}"
    return source.problem(path, message, separated(value, known) or "、".join(known))


def _code(value: str, shown: Mapping[str, str]) -> str:
    """The code for what readers are shown, or for the one that is partly so; empty where none."""
    alike = [code for code, name in shown.items() if len(value) > 1 and value in name]
    exact = [code for code, name in shown.items() if value == name]
    return (exact or (alike if len(alike) == 1 else [""]))[0]


def separated(value: str, known: Iterable[str]) -> str:
    """How several known words written as one should be written; empty where it is not that."""
    parts = [part for part in re.split(r"[，、；;\s]+", value) if part]
    words = list(known)
    found = [next(iter(get_close_matches(part, words, n=1)), "") for part in parts]
    return f"词与词之间用半角逗号：[{', '.join(found)}]" if len(parts) > 1 and all(found) else ""
