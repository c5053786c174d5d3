"""All kinds of forms, and every form of a catalog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from forms.breakdown import BREAKDOWN
from forms.definition import FormDefinition
from forms.form import Form
from forms.inspection import INSPECTION
from forms.selfcheck import SELFCHECK
from forms.supervision import SUPERVISION
from forms.tasks import TASKS
from notice.models import Catalog

# In the order in which they are listed everywhere.
KINDS: tuple[FormDefinition, ...] = (TASKS, BREAKDOWN, INSPECTION, SELFCHECK, SUPERVISION)


@lru_cache(maxsize=2)
def kinds(catalog: Catalog) -> tuple[FormDefinition, ...]:
    """All kinds of forms, those for whom they are called as the notice's place calls them."""
    departments = catalog.notice.called.departments
    return tuple(
        replace(
            kind,
            audience=kind.audience.format(departments=departments),
            heading=kind.heading.format(departments=departments),
        )
        for kind in KINDS
    )


def offered(catalog: Catalog) -> tuple[FormDefinition, ...]:
    """The kinds that have a form with rows: without questions nobody is sent to inspect."""
    filled = {form.kind for form in forms(catalog)}
    return tuple(kind for kind in kinds(catalog) if kind.kind in filled)


@lru_cache(maxsize=2)  # every page asks; two, because a live preview loads the next one
def every_form(catalog: Catalog) -> tuple[Form, ...]:
    """Every form, also those of which no row is left: they keep their page."""
    return tuple(_forms(catalog))


def forms(catalog: Catalog) -> tuple[Form, ...]:
    """Every form that has rows."""
    return tuple(form for form in every_form(catalog) if form.rows)


def forms_of(catalog: Catalog, page: str) -> tuple[Form, ...]:
    """The forms about what a page is about: of a sector, of a party; `page` is its address."""
    return tuple(form for form in every_form(catalog) if form.subject.page == page)


def definition_of(number: str) -> FormDefinition | None:
    """The kind of form that a form number belongs to; None where it is not known."""
    kind = number.partition("-")[0]
    return next((known for known in KINDS if known.kind == kind), None)


def _forms(catalog: Catalog) -> Iterator[Form]:
    for definition in KINDS:
        for subject in definition.subjects(catalog):
            yield Form(definition, subject, catalog)
