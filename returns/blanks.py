"""The head and foot of a returned form: labels and what is written beside them."""

from __future__ import annotations

from forms.definition import Field, FormDefinition
from returns import csv_file
from returns.filled import Filled
from returns.grid import Sheet, Value


def read_blanks(
    filled: Filled, sheet: Sheet, number: int, values: dict[int, Value]
) -> dict[int, Value]:
    """Note what a row says as a line of the head or foot; the cells that are no part of one."""
    definition = filled.definition
    labels = _labels(definition, values) if definition else {}
    if not labels:
        return values
    rest: dict[int, Value] = {}
    field: Field | None = None
    for column, value in values.items():
        words = str(value)
        found, said = _label(labels, words)
        if found:
            field = found
            labels = {label: other for label, other in labels.items() if other is not found}
            noted = filled.blanks.setdefault(found.label, [])
            if said:
                noted.append(said)
        elif field is None:
            rest[column] = value
        else:
            filled.blanks[field.label].append(words)
            unmarked = (number, column) in sheet.unmarked and field.kind in {"text", "seal"}
            if unmarked and (what := csv_file.doubt(words)):
                sheet.remark((number, column), what, words)
    return rest


def _labels(definition: FormDefinition, values: dict[int, Value]) -> dict[str, Field]:
    """The labels, of today and before, of the line of head or foot that a row is."""
    best: dict[str, Field] = {}
    most = 0
    for line in (*definition.head, *definition.foot):
        labels = {label: field for field in line for label in (field.label, *field.formerly)}
        count = sum(_label(labels, str(value))[0] is not None for value in values.values())
        if count > most:
            best, most = labels, count
    return best


def _label(labels: dict[str, Field], words: str) -> tuple[Field | None, str]:
    """The blank that a cell is the label of, and what somebody wrote behind it: 日期：6月1日."""
    if words in labels:
        return labels[words], ""
    for label, field in labels.items():
        if words.startswith((f"{label}：", f"{label}:")):
            return field, words[len(label) + 1 :].strip()
    return None, ""
