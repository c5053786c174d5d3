"""Load the data files into one Catalog, or say everything that is wrong with them at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from notice.checks.placeholders import with_placeholders
from notice.checks.references import check
from notice.checks.validation_messages import problems_of
from notice.checks.verbatim import verify_text
from notice.models import DATA_FILES, Catalog
from notice.problems import DataError, Problem, shown
from notice.reading.yaml_file import Source, read
from notice.record.history import read_history

ADAPTERS: dict[str, TypeAdapter[Any]] = {
    name: TypeAdapter(kind) for name, kind in DATA_FILES.items()
}


def load_catalog(data: Path, *, proof: bool = True) -> Catalog:
    """Read, validate and prove `data/` against the received text.

    Args:
        data: the folder with the YAML files that `notice.models.DATA_FILES` names.
        proof: False leaves out the comparison with the received text, which `notice.received`
            names: to read data that is not to be published, such as an older state of it.

    Returns:
        The catalog: everything in it is consistent, and every word is the received text's.

    Raises:
        DataError: with every problem of every file.
    """
    sources = {
        name: read(data / f"{name}.yaml", shown(data / f"{name}.yaml", data.parent))
        for name in ADAPTERS
    }
    problems = [problem for source in sources.values() for problem in source.problems]
    records = {name: _records(name, source, problems) for name, source in sources.items()}
    history = read_history(data, problems)
    if any(content is None for content in records.values()):
        raise DataError(problems)
    catalog = Catalog(
        notice=records["items"].notice,
        sections=records["items"].sections,
        departments=tuple(records["departments"]),
        sectors=tuple(records["sectors"]),
        glossary=tuple(records["glossary"]),
        retired=tuple(records["retired"]),
        history=history,
    )
    problems += check(catalog, sources)
    if proof:
        reported = {(problem.file, problem.line) for problem in problems}  # one cause, once
        differences = verify_text(catalog, sources["items"], data)
        problems += [p for p in differences if (p.file, p.line) not in reported]
    if problems:
        raise DataError(problems)
    return catalog


def _records(name: str, source: Source, problems: list[Problem]) -> Any:
    """The file's records, with placeholders for wrong values where possible; None where not."""
    if not source.readable:
        return None
    try:
        return ADAPTERS[name].validate_python(source.data)
    except ValidationError as error:
        problems.extend(problems_of(error, source))
        replaced = with_placeholders(name, source.data, error)
    try:
        return None if replaced is None else ADAPTERS[name].validate_python(replaced)
    except ValidationError:
        return None
