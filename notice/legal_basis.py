"""What the law says about a task: how it is cited, in which order, and whether it is still the law.

Two days matter, the notice's and today's: where they fall under different texts both are cited, the
one in force today first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from notice.ids import short
from notice.laws import Article, Basis, Law
from notice.models import Catalog, Side
from notice.resolved import ResolvedTask, reaches, resolved_tasks
from notice.vocabulary import Fit, SideName
from notice.wording import chinese_date

A_YEAR = 365  # days; a law not looked up for longer is due


@dataclass(frozen=True)
class CitedBasis:
    """A basis of a task with its law and article as records."""

    entry: ResolvedTask
    side: SideName
    law: Law
    article: Article
    basis: Basis


def citation(basis: Basis) -> str:
    """The basis as forms cite it: 安全生产法41条2款."""
    return f"{basis.law}{basis.place}"


def citations(bases: Iterable[Basis]) -> str:
    """Several of them, each law named once: 煤矿安全生产条例13条、19条1款3项."""
    return _by_law((basis.law, basis.place) for basis in bases)


def penalties(basis: Basis) -> str:
    """The places that punish a breach, each once: the law's own, then another law's by its name."""
    own = [("", penalty.place) for penalty in basis.penalty if not penalty.law]
    return _by_law((*own, *((p.law, p.place) for p in basis.penalty if p.law)))


def _by_law(places: Iterable[tuple[str, str]]) -> str:
    found: dict[str, dict[str, None]] = {}
    for law, where in places:
        found.setdefault(law, {})[where] = None
    return "、".join(f"{law}{'、'.join(listed)}" for law, listed in found.items())


@lru_cache(maxsize=2)  # every row asks; two, because a live preview loads the next one
def laws_by_name(catalog: Catalog) -> dict[str, Law]:
    """The laws by the name under which they are cited."""
    return {law.short_name: law for law in catalog.laws}


def concerns(law: Law, sector: str) -> bool:
    """Whether a law binds a sector at all; any law where no sector is meant."""
    return not (sector and law.sectors) or sector in law.sectors


def basis_of(catalog: Catalog, side: Side | None, sector: str = "") -> tuple[Basis, ...]:
    """What a side rests on for a sector: exact before partial, what is in force before what was."""
    laws = laws_by_name(catalog)
    found = [b for b in side.basis if concerns(laws[b.law], sector)] if side else []
    return tuple(
        sorted(found, key=lambda b: (b.fit != "exact", laws[b.law].in_force_to is not None))
    )


def standing(bases: Iterable[Basis]) -> Fit | None:
    """Whether a row is law (exact), touched by it (partial), or only the notice's (None)."""
    fits = {basis.fit for basis in bases}
    return "exact" if "exact" in fits else "partial" if fits else None


@lru_cache(maxsize=2)
def cited(catalog: Catalog) -> tuple[CitedBasis, ...]:
    """Every citation of the data, in the order of the tasks."""
    return tuple(_cited(catalog))


def _cited(catalog: Catalog) -> Iterator[CitedBasis]:
    laws = laws_by_name(catalog)
    articles = {law: {a.article: a for a in law.articles} for law in catalog.laws}
    for entry in resolved_tasks(catalog):
        for name, side in entry.task.sides.items():
            for basis in basis_of(catalog, side):
                law = laws[basis.law]
                article = articles[law][basis.article]
                yield CitedBasis(entry, name, law, article, basis)


def status(catalog: Catalog, law: Law) -> str:
    """What a reader must know before he cites it; empty where the text is simply in force."""
    issued = catalog.notice.issued
    words = []
    if issued and law.in_force_from > issued:
        words.append(f"通知印发后才施行（{chinese_date(law.in_force_from)}起）")
    later = laws_by_name(catalog).get(law.replaced_by or "")
    if law.in_force_to:
        by = f"，由《{later.short_name}》代替" if later else ""
        words.append(f"{chinese_date(law.in_force_to)}起不再施行{by}")
    elif later:
        words.append(
            f"{chinese_date(later.in_force_from)}起另有《{later.short_name}》，请核现行条文"
        )
    return "；".join(words)


@dataclass(frozen=True)
class Crossing:
    """How many tasks of a sector rest on a law, and where the first citation is shown."""

    tasks: int
    exact: int
    first: CitedBasis


def crosswalk(catalog: Catalog) -> dict[Law, tuple[Crossing | None, ...]]:
    """For each law that is cited its tasks by sector, in the order of the sectors."""
    return {
        law: tuple(
            _crossing([c for c in own if reaches(c.entry, s)]) if concerns(law, s.slug) else None
            for s in catalog.sectors
        )
        for law, own in _cited_by_law(catalog).items()
    }


@lru_cache(maxsize=2)
def _cited_by_law(catalog: Catalog) -> dict[Law, list[CitedBasis]]:
    """The citations of each law that is cited, in the order of the laws."""
    found: dict[Law, list[CitedBasis]] = {law: [] for law in catalog.laws}
    for one in cited(catalog):
        found[one.law].append(one)
    return {law: own for law, own in found.items() if own}


@lru_cache(maxsize=2)
def _cited_by_penalty(catalog: Catalog) -> dict[tuple[str, int], dict[CitedBasis, None]]:
    """The citations whose breach an article punishes, by the law's name and the article."""
    found: dict[tuple[str, int], dict[CitedBasis, None]] = {}
    for one in cited(catalog):
        for penalty in one.basis.penalty:
            place = (penalty.law or one.law.short_name, penalty.article)
            found.setdefault(place, {})[one] = None
    return found


def _crossing(found: list[CitedBasis]) -> Crossing | None:
    if not found:
        return None
    tasks = {c.entry.task.id for c in found}
    exact = {c.entry.task.id for c in found if c.basis.fit == "exact"}
    return Crossing(len(tasks), len(exact), found[0])


@dataclass(frozen=True)
class ArticleUse:
    """An article with the citations that rest on it, and those whose breach it punishes."""

    article: Article
    duties: tuple[CitedBasis, ...]
    breaches: tuple[CitedBasis, ...]


def uses(catalog: Catalog, law: Law) -> tuple[ArticleUse, ...]:
    """What each cited article of a law is cited for, in the order of the law."""
    own, punished = _cited_by_law(catalog).get(law, []), _cited_by_penalty(catalog)
    return tuple(
        ArticleUse(
            article,
            tuple(c for c in own if c.article is article),
            tuple(punished.get((law.short_name, article.article), {})),
        )
        for article in law.articles
    )


def due_for_a_look(catalog: Catalog, today: date) -> tuple[str, ...]:
    """Lines about laws last looked up over a year before `today`, and citations of changed laws."""
    lines = []
    for law in catalog.laws:
        if law.looked_up is None:
            lines.append(f"《{law.short_name}》抄下文本以后没有核对过。")
        elif (today - law.looked_up).days > A_YEAR:
            lines.append(f"《{law.short_name}》最近一次核对是 {law.looked_up}，已满一年。")
        own = _cited_by_law(catalog).get(law, [])
        tasks = dict.fromkeys(short(c.entry.task.id) for c in own)
        if tasks and (law.in_force_to or law.replaced_by):
            listed = "、".join(tasks)
            lines.append(f"《{law.short_name}》{status(catalog, law)}，引用它的：{listed}。")
    return tuple(lines)
