"""Placeholders for wrong values that no other rule looks at, so that one run reports everything.

A label that is too long is no reason not to check every name and word; without a placeholder for it
those would be reported only in the next run. What other rules look at has no placeholder, or they
leave the placeholder out.
"""

from __future__ import annotations

import copy
from typing import Any

from pydantic import ValidationError

from notice.models import Editorial
from notice.reading.source import YamlPath
from notice.schema.json_schema import node_at

PENDING = "待改\ue000"  # with a character that no file may have, so nobody can write it
# What the editors add to a task.
_EDITORIAL: dict[str, Any] = {
    name: PENDING if field.is_required() else field.get_default()
    for name, field in Editorial.model_fields.items()
}
PLACEHOLDERS: dict[str, Any] = {
    **_EDITORIAL,
    "actors": ["staff"],
    "editorial": _EDITORIAL,
    "full_name": PENDING,
    "full_name_status": "unverified",
    "measures": [],
    "nature": PENDING,
    "note": None,
    "status": "not-found",
    "superseded_by": None,
}


def with_placeholders(name: str, data: Any, error: ValidationError) -> Any:
    """A copy of a file's data with placeholders for what is wrong; None where one has none.

    Args:
        name: the file, as in DATA_FILES.
        data: what was read from it.
        error: what is wrong with it.
    """
    replaced = copy.deepcopy(data)
    for finding in error.errors():
        if finding["type"] == "too_short" and finding["input"]:
            continue  # only its wrong members make it short
        path = _inert(tuple(finding["loc"]))
        known = node_at(name, path) if path else None
        if known is None:
            return None
        holder = replaced
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = _placeholder(str(path[-1]), holder, known)
    return replaced


def _placeholder(name: str, holder: Any, known: dict[str, Any]) -> Any:
    """What stands for a field of a record; `known` is what the schema says of it."""
    if name == "kind":
        return known["enum"][0]
    if name == "status" and "meaning" in holder:  # the record's other fields must not belie it
        return "seen"
    return copy.deepcopy(PLACEHOLDERS[name])


def _inert(path: YamlPath) -> YamlPath:
    """The outermost field around a finding that has a placeholder; empty where none has."""
    ends = (end for end, step in enumerate(path, start=1) if step == "kind" or step in PLACEHOLDERS)
    return path[: next(ends, 0)]
