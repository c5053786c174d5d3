"""Load the data files into one Catalog, or say everything that is wrong with them at once."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from notice.checks.cuts import check_cuts
from notice.checks.doubled import without_doubles
from notice.checks.editorial import check_editorial
from notice.checks.empty_head import without_empty
from notice.checks.head import check_head
from notice.checks.laws import check_laws
from notice.checks.marks import check_marks
from notice.checks.measures import check_quotes
from notice.checks.named_places import check_named_places
from notice.checks.placeholders import with_placeholders
from notice.checks.questions import check_questions
from notice.checks.references import check
from notice.checks.repeats import repeated_members
from notice.checks.responsibility import check_responsibility
from notice.checks.review import check_unreviewed
from notice.checks.sectors import check_sectors
from notice.checks.torn import torn_items
from notice.checks.validation_messages import READ_AS, problems_of
from notice.checks.verbatim import MARKS, Proof, verify_text
from notice.checks.vocabularies import check_named, check_vocabularies
from notice.checks.years import check_years
from notice.models import DATA_FILES, Catalog
from notice.problems import DataError, Problem, shown
from notice.reading.source import Source
from notice.reading.yaml_file import read
from notice.record.history import read_history

ADDED_LATER = {"laws"}  # an older state has no such file
EMPTY = READ_AS[type(None)]
ADAPTERS: dict[str, TypeAdapter[Any]] = {
    name: TypeAdapter(kind) for name, kind in DATA_FILES.items()
}


@contextmanager
def _kept() -> Iterator[None]:
    """While files become records nearly all that is made is kept: to look for garbage is waste.

    With ten times the items it was a third of the reading.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_kept()
def load_catalog(data: Path, *, proof: bool = True) -> Catalog:
    """Read, validate and prove `data/` against the received text.

    Args:
        data: the folder with the YAML files that `notice.models.DATA_FILES` names.
        proof: False leaves out the comparison with the received text, which `notice.received`
            names, and all that is asked only of data to be published: to read an older state.

    Returns:
        The catalog: everything in it is consistent, and every word is the received text's.

    Raises:
        DataError: with every problem of every file.
    """
    sources = {name: _source(data, name, proof=proof) for name in ADAPTERS}
    problems = [
        problem
        for source in sources.values()
        for problem in source.problems
        if proof or not source.readable
    ]
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
        laws=tuple(records["laws"]),
        retired=tuple(records["retired"]),
        history=history,
    )
    catalog, empty = without_empty(catalog, sources["items"])
    problems += empty
    if torn := torn_items(catalog, sources["items"]):
        raise DataError([*problems, *torn])
    proven = verify_text(catalog, sources["items"], data) if proof else Proof([])
    problems += check(catalog, sources, lost=proven.lost)
    if proof:
        problems += _strictly(catalog, sources, proven.lacking)
        reported = {(problem.file, problem.line) for problem in problems}
        problems += [p for p in proven.problems if (p.file, p.line) not in reported]
        problems += _consequences(catalog, sources, problems, proven.lacking)
    if problems:
        raise DataError(problems)
    return catalog


def _source(data: Path, name: str, *, proof: bool) -> Source:
    path = data / f"{name}.yaml"
    file = shown(path, data.parent)
    if not proof and name in ADDED_LATER and not path.exists():
        return Source(file, data=[], readable=True)
    return without_doubles(read(path, file))


def _not_explained(found: Iterable[Problem], source: Source) -> Iterator[Problem]:
    """Those that nothing explains which was wrong with the file itself: one cause, once."""
    places = {(problem.line, problem.column) for problem in source.problems}
    lines = {problem.line for problem in source.problems}
    for problem in found:
        empty = EMPTY in problem.message and problem.line in lines
        if not empty and (problem.line, problem.column) not in places:
            yield problem


def _strictly(catalog: Catalog, sources: dict[str, Source], lacking: str) -> Iterator[Problem]:
    """What is asked of data that is to be published.

    `lacking` are the lines that the notice has and the data have not: `notice.checks.verbatim`.
    """
    yield from check_years(catalog, sources["items"])
    yield from check_vocabularies(catalog, sources, lacking)
    yield from check_laws(catalog, sources)
    yield from check_unreviewed(catalog, sources)
    for source in sources.values():
        yield from repeated_members(source)


def _consequences(
    catalog: Catalog, sources: dict[str, Source], problems: list[Problem], lacking: str
) -> list[Problem]:
    """What is wrong with brackets, cuts, our words, unless a wrong word or name explains it."""
    lines = {(problem.file, problem.line) for problem in problems}
    items = sources["items"]
    wrong = {line for file, line in lines if file == items.file}
    head_ends = items.values[("sections",)][0]
    in_head = any(line < head_ends for line in wrong)
    found = (
        *(() if in_head else check_head(catalog, items)),
        *check_marks(catalog, items),
        *check_quotes(catalog, items),
        *check_sectors(catalog, items),
        *check_responsibility(catalog, items, wrong),
        *check_cuts(catalog, items),
        *check_editorial(catalog, sources),
        *check_questions(catalog, items, wrong),
        *check_named_places(catalog, sources, whole=not lacking),
    )
    written = [problem for problem in found if (problem.file, problem.line) not in lines]
    said = "\n".join([lacking, *(p.message for p in (*problems, *written))]).translate(MARKS)
    unnamed = check_named(catalog, sources["departments"])
    return written + [p for name, p in unnamed if name not in said]


def _records(name: str, source: Source, problems: list[Problem]) -> Any:
    """The file's records, with placeholders for wrong values where possible; None where not."""
    if not source.readable:
        return None
    try:
        return ADAPTERS[name].validate_python(source.data)
    except ValidationError as error:
        problems.extend(_not_explained(problems_of(error, source), source))
        replaced = with_placeholders(name, source.data, error)
    try:
        return None if replaced is None else ADAPTERS[name].validate_python(replaced)
    except ValidationError:
        return None
