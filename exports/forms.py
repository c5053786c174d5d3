"""Every form with its rows: the one list that paper, workbooks and downloads are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from notice import sheets, wording
from notice.models import Catalog
from notice.queries import deadlines
from notice.record.addresses import form_page
from notice.resolved import ResolvedTask
from notice.sheets import Sheet

WARNING = "“原文”是通知的字句；事项名称、内容和方法、分类为编写组建议，不作为执法依据。"


@dataclass(frozen=True)
class Row:
    """A task as forms show it. `deadline` holds the notice's words, empty where it sets none."""

    id: str
    number: str
    reference: str
    title: str
    label: str
    check: str
    text: str
    lead: str
    responsibility: str
    deadline: str


@dataclass(frozen=True)
class Group:
    """Rows under one heading; `short` is one word for it."""

    title: str
    short: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Form:
    """A form to be printed or filled in. `kind` names its layout, `name` is its form number."""

    kind: str
    slug: str
    title: str
    subject: str
    basis: str
    groups: tuple[Group, ...]

    @property
    def name(self) -> str:
        """The form number and the file's name: inspection-coal-mine."""
        return f"{self.kind}-{self.slug}"

    @property
    def address(self) -> str:
        """The page that shows the same form."""
        return form_page(self.kind, self.slug)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return tuple(row for group in self.groups for row in group.rows)

    def plain(self) -> dict[str, object]:
        """Everything as plain values, for a template in another language."""
        return {**asdict(self), "name": self.name, "count": len(self.rows)}


def forms(catalog: Catalog) -> tuple[Form, ...]:
    """Every form that has rows, in the order of the checklists page."""
    return tuple(form for form in _forms(catalog) if form.rows)


def _forms(catalog: Catalog) -> Iterator[Form]:
    year = catalog.notice.year
    for sector in catalog.sectors:
        title = f"{sector.name}安全生产现场检查表"
        sheet = sheets.inspection(catalog, sector)
        yield _form(catalog, "inspection", sector.slug, title, sector.name, sheet)
    for sector in catalog.sectors:
        title = f"{sector.name}企业安全生产自查表"
        sheet = sheets.self_check(catalog, sector)
        yield _form(catalog, "selfcheck", sector.slug, title, sector.name, sheet)
    for party in catalog.departments:
        title = f"{party.short_name}任务清单"
        sheet = sheets.department(catalog, party)
        yield _form(catalog, "tasks", party.slug, title, party.short_name, sheet)
    title = f"县（市、区）{year}年安全生产重点任务分解表"
    yield _form(catalog, "breakdown", "counties", title, "县级任务分解", sheets.breakdown(catalog))


def _form(catalog: Catalog, kind: str, slug: str, title: str, subject: str, sheet: Sheet) -> Form:
    notice = catalog.notice
    basis = f"{notice.number}《{notice.title}》{sheet.references}（{notice.year}年度）"
    groups = (
        Group(group.title, group.short, tuple(map(row, group.entries))) for group in sheet.groups
    )
    return Form(kind, slug, title, subject, basis, tuple(groups))


def row(entry: ResolvedTask) -> Row:
    """A task as forms show it."""
    return Row(
        id=entry.task.id,
        number=entry.task.id.removeprefix("item-"),
        reference=entry.reference,
        title=entry.owner.title,
        label=entry.task.editorial.label,
        check=entry.task.editorial.check,
        text=entry.task.text,
        lead="、".join(party.short_name for party in entry.owner.lead),
        responsibility=wording.bracket(entry.owner.clause.responsible),
        deadline=deadlines(entry),
    )
