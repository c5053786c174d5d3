"""Write a draft as a data folder: YAML as editors write it, one record after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

HEADS = {
    "items": "草稿：程序从来文拆出来的。text、title、heading 和责任括号的字是通知的，"
    "其余是建议，要人复核。\n# 复核一个字段，就把它从那一条的 unreviewed 里删去；"
    "都删完了才能发布。写法见 CONTRIBUTING.md。",
    "departments": "责任主体。slug、kind、nature 是程序的建议。",
    "sectors": "行业领域和灾种。",
    "glossary": "术语和释义。",
    "laws": "引用的法律法规。",
    "retired": "停用的编号和网址。",
}
# Lists and records of these fields are short: on one line, as in the data of today.
INLINE = {"actors", "sectors", "unreviewed", "lead", "departments", "support", "rules"}


class _Flow(list[Any]):
    """A list that is written on one line."""


class _FlowMap(dict[str, Any]):
    """A record that is written on one line."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _flow(dumper: yaml.SafeDumper, value: _Flow) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


def _flow_map(dumper: yaml.SafeDumper, value: _FlowMap) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)


_Dumper.add_representer(_Flow, _flow)
_Dumper.add_representer(_FlowMap, _flow_map)


def write(folder: Path, records: Mapping[str, Any], received: bytes, name: str) -> None:
    """Write the data files and the received one, untouched, into a folder that is there."""
    for file, content in records.items():
        head = f"# yaml-language-server: $schema={file}.schema.json\n# {HEADS[file]}\n"
        (folder / f"{file}.yaml").write_text(head + text(content), "utf-8", newline="\n")
    (folder / "source").mkdir()
    (folder / "source" / name).write_bytes(received)


def text(content: Any) -> str:
    """A file's content as YAML."""
    return yaml.dump(
        _shaped(content, ""), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000
    )


def _shaped(value: Any, field: str) -> Any:
    if isinstance(value, Mapping):
        shaped = {key: _shaped(inner, key) for key, inner in value.items()}
        short = field in {"measures", "front", "end", "group"} or "short_name" in value
        return _FlowMap(shaped) if short else shaped
    if isinstance(value, Sequence) and not isinstance(value, str):
        parts = [_shaped(part, field) for part in value]
        return _Flow(parts) if field in INLINE and all(isinstance(p, str) for p in parts) else parts
    return value if isinstance(value, str | int | bool | date) else str(value)
