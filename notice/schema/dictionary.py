"""The field dictionary: what may stand in each data file, field by field, as the schemas say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notice.base import SLUG
from notice.ids import ITEM_ID, SECTION_ID
from notice.models import ADDRESS_PATTERN, DATA_FILES
from notice.schema.json_schema import Schema, node_at, record, schema

Path = tuple[str | int, ...]
# What a pattern asks for, in words.
PATTERNS = {
    SLUG: "小写英文字母、数字和连字符",
    ITEM_ID: "item-数字，如 item-10",
    SECTION_ID: "section-数字，如 section-3",
    ADDRESS_PATTERN: "页面如 sectors/typhoon/，锚点如 glossary/#term，任务编号如 #item-10-9",
}


@dataclass(frozen=True)
class Word:
    """A word that may be written, and what a reader sees for it."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Entry:
    """One field; `group` is the title of the group of fields it holds, if it holds any."""

    name: str
    meaning: str
    required: bool
    default: str
    kind: str
    group: str
    words: tuple[Word, ...]
    limit: str


@dataclass(frozen=True)
class Group:
    """Fields that stand together. `id` is for addresses and outlives a change of the order."""

    id: str
    title: str
    fields: tuple[Entry, ...]


def dictionary() -> dict[str, tuple[Group, ...]]:
    """The groups of each file of `data/`, outer ones first."""
    return {name: tuple(_groups(name)) for name in DATA_FILES}


def first_sentence(name: str, path: Path) -> str:
    """What a field is for, in a few words; empty where the path leads to no field."""
    node = node_at(name, path) or {}
    return str(node.get("description", "")).split("。")[0]


def field_names(name: str, path: Path) -> list[str]:
    """The fields that may stand in the group at a path."""
    return list((node_at(name, path) or {}).get("properties", {}))


def _groups(name: str) -> Iterator[Group]:
    root = schema(name)
    waiting = [record(name, root.get("items", root))]
    seen: list[Schema] = []
    while waiting:
        node = waiting.pop(0)
        if any(node is other for other in seen):  # two fields hold the same record
            continue
        seen.append(node)
        yield Group(
            id=_id(name, node),
            title=str(node["title"]),
            fields=tuple(
                _field(name, field, part, required=field in node.get("required", ()))
                for field, part in node["properties"].items()
            ),
        )
        inner = (_value(name, part) for part in node["properties"].values())
        waiting[:0] = [part for part in inner if "properties" in part]


def _id(name: str, node: Schema) -> str:
    """The file alone for what stands outermost in it, else with the name of the record."""
    named = (key for key, found in schema(name)["$defs"].items() if found is node)
    return f"{name}-{key.lower()}" if (key := next(named, "")) else name


def _value(name: str, node: Schema) -> Schema:
    """What a field holds; of a list, what each of its entries is."""
    found = record(name, node)
    return record(name, found["items"]) if "items" in found else found


def _field(name: str, field: str, node: Schema, *, required: bool) -> Entry:
    holder, value = record(name, node), _value(name, node)
    words = value.get("enum", [])
    meanings = value.get("enumDescriptions", [""] * len(words))
    group = str(value["title"]) if "properties" in value else ""
    return Entry(
        name=field,
        meaning=str(node["description"]),
        required=required,
        default=str(node.get("default") or ""),
        kind=("列表，每条是" if "items" in holder else "") + _kind(value),
        group=group,
        words=tuple(Word(*pair) for pair in zip(words, meanings, strict=True)),
        limit=_limit(value),
    )


def _kind(value: Schema) -> str:
    if "properties" in value:
        return "字段组"
    if "enum" in value:
        return "固定写法"
    if value.get("format") == "date":
        return "日期"
    return {"integer": "整数", "string": "文字", "boolean": "true 或 false"}[value["type"]]


def _limit(value: Schema) -> str:
    if "pattern" in value:
        return PATTERNS[value["pattern"]]
    return f"不超过 {value['maxLength']} 个字" if "maxLength" in value else ""
