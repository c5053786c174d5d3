"""What a record says, field by field in words: what each field is called and how its value reads.

Made from the records themselves, so that a field added to one of them is in every list of what a
record says: what changed, what is kept of it, what a form rests on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from notice import vocabulary
from notice.base import Record

# What a reader sees for the words of a list, found by the words themselves.
LABELS: dict[frozenset[str], Mapping[Any, str]] = {
    frozenset(labels): labels
    for labels in (
        vocabulary.ACTORS,
        vocabulary.MEASURE_KINDS,
        vocabulary.PARTY_KINDS,
        vocabulary.NAME_STATUSES,
        vocabulary.SECTOR_KINDS,
        vocabulary.TERM_STATUSES,
        vocabulary.LAW_RANKS,
        vocabulary.LAW_ACTORS,
        vocabulary.FITS,
        vocabulary.PENALTY_TARGETS,
        vocabulary.PENALTY_KINDS,
    )
}


def title(field: FieldInfo) -> str:
    """What a field is called: its title, or the first sentence of its description."""
    return field.title or (field.description or "").split("。")[0]


def in_words(record: Record, *, leave_out: Collection[str] = ()) -> dict[str, str]:
    """Every field of a record that says something, by what it is called.

    The fields of a record inside it follow its own name: 企业·检查内容.
    """
    found: dict[str, str] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name in leave_out or field.exclude or value is None or value == ():
            continue
        if isinstance(value, Record):
            inner = in_words(value).items()
            found |= {f"{title(field)}·{part}": words for part, words in inner}
        else:
            found[title(field)] = _words(value, _labels(field.annotation))
    return found


def _words(value: object, labels: Mapping[object, str]) -> str:
    if isinstance(value, tuple):
        mark = "；" if any(isinstance(part, Record) for part in value) else "、"
        return mark.join(_words(part, labels) for part in value)
    if said := getattr(value, "said", ""):  # a record that has words of its own
        return str(said)
    if isinstance(value, Record):
        first, *others = [*in_words(value).values()] or [""]
        return f"{first}（{'，'.join(others)}）" if others else first
    if isinstance(value, bool):  # no record has one yet
        return "是" if value else "否"
    return labels.get(value, str(value))


def _labels(annotation: Any) -> Mapping[object, str]:
    """The labels of the fixed words that a field holds; empty where it holds none."""
    parts = get_args(annotation)
    if get_origin(annotation) is Literal:
        return LABELS.get(frozenset(parts), {})
    return next(filter(None, map(_labels, parts)), {})
