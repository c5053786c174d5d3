"""JSON Schemas of the data files as they are written in YAML, made from the records.

They are for an editor's program (completion, hints) and for the field dictionary; the loader itself
uses the records. What needs other records, and what quotes do to a value, no schema can say.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from notice.fields import LABELS
from notice.models import DATA_FILES

Schema = dict[str, Any]

# The YAML language servers of today know this draft best.
DRAFT = "http://json-schema.org/draft-07/schema#"


class _ForEditors(GenerateJsonSchema):
    """Only words meant for editors; keys in the order of the records."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        found = super().model_schema(schema)
        found.pop("description", None)  # the docstring, which is for programmers
        fields = found.get("properties", {})
        if "unreviewed" in fields:  # inherited, so it would be first
            fields["unreviewed"] = fields.pop("unreviewed")
        return found

    def literal_schema(self, schema: Any) -> JsonSchemaValue:
        found = super().literal_schema(schema)
        if labels := LABELS.get(frozenset(schema["expected"])):
            found["enumDescriptions"] = [labels[word] for word in found["enum"]]
        return found


@cache
def schema(name: str) -> Schema:
    """The schema of `data/<name>.yaml`. Raises KeyError for a file that is none of the data."""
    made = TypeAdapter(DATA_FILES[name]).json_schema(schema_generator=_ForEditors)
    return {"$schema": DRAFT, **made}


def schema_text(name: str) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def node_at(name: str, path: tuple[str | int, ...]) -> Schema | None:
    """The part of a file's schema that describes a place in it; None where nothing is known."""
    node: Schema | None = record(name, schema(name))
    for step in path:
        if node is None:
            return None
        found = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
        node = found and {**record(name, found), "description": found.get("description", "")}
    return node


def record(name: str, node: Schema) -> Schema:
    """The node itself, or what it refers to; of a value that may be null, the value."""
    if choices := node.get("anyOf"):
        return record(name, choices[0])  # the second is null
    if reference := node.get("$ref"):
        found: Schema = schema(name)["$defs"][reference.rsplit("/", 1)[1]]
        return found
    return node
