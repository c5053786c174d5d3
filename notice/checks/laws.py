"""A citation is refused where the law does not say it: unknown, beyond its end, for somebody else.

The texts are not in the data, so these rules hold a citation against what an editor noted of the
law when he read it: articles, paragraphs, items, whom they bind, where its penalties are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice.checks.articles import called, held_by_others, not_to_be_cited
from notice.checks.law_sectors import check_law_sectors
from notice.checks.law_texts import FILE, check_law_texts, is_doubtful, is_short_for, misnamed
from notice.checks.names import NameList, Reference, check_references, each_once
from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.checks.repeats import repeated
from notice.laws import Basis, Cited, Law, Penalty
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.vocabulary import (
    LAW_ACTORS,
    LAW_ACTORS_OF_SIDE,
    PENALTY_KINDS,
    PENALTY_TARGETS,
    SIDES,
    PenaltyKind,
    PenaltyTarget,
    SideName,
)

# Source: 行政处罚法 on what a unit may be given; 公务员法 on what an official may.
SUFFERED: dict[PenaltyTarget, set[PenaltyKind]] = {
    "unit": set(PENALTY_KINDS) - {"discipline", "detention"},
    "official": {"discipline", "warning", "crime", "order"},
}


def check_laws(catalog: Catalog, sources: dict[str, Source]) -> Iterator[Problem]:
    """Everything that is wrong in laws.yaml, and every citation that does not fit it.

    Of a law with a wrong name the citations are judged when it has its own again.
    """
    yield from check_law_texts(catalog, sources["laws"])
    source, doubtful = sources["items"], misnamed(catalog.laws)
    laws = {law.short_name: law for law in catalog.laws}
    against: list[Problem] = []
    named = [
        Reference(sources["laws"], (number, "replaced_by"), law.replaced_by)
        for number, law in enumerate(catalog.laws)
        if law.replaced_by
    ]
    for item_path, item in item_paths(catalog):
        for clause_path, clause in clause_paths(item_path, item):
            for task_path, task in task_paths(clause_path, clause):
                for name, side in task.sides.items():
                    path = (*task_path, "editorial", name, "basis")
                    yield from _listed(source, path, side.basis, "引用")
                    for number, basis in enumerate(side.basis):
                        place = (*path, number)
                        named += _named(source, place, basis)
                        yield from _in_itself(source, place, basis, name)
                        if not is_doubtful(basis.law, doubtful):
                            against += _binding(catalog, source, place, basis, laws)
                        against += _punishments(source, place, basis, laws, doubtful)
    sure = [reference for reference in named if not is_doubtful(reference.name, doubtful)]
    yield from check_references(_laws_listed(catalog, sources["laws"]), sure)
    yield from check_law_sectors(catalog, sources)
    yield from each_once(against)


def _laws_listed(catalog: Catalog, source: Source) -> NameList:
    """The laws: a name that none of them has may be the one for whose full name it is short."""
    full_names = {law.short_name: law.full_name for law in catalog.laws}

    def like(name: str, entries: Sequence[str]) -> list[str]:
        return [entry for entry in entries if is_short_for(name, full_names[entry])]

    return NameList(source, "short_name", "法律", [*full_names], like)


def _named(source: Source, path: YamlPath, basis: Basis) -> Iterator[Reference]:
    """The law of a citation, and those of its penalties that name one."""
    yield Reference(source, (*path, "law"), basis.law)
    for number, penalty in enumerate(basis.penalty):
        if penalty.law:
            yield Reference(source, (*path, "penalty", number, "law"), penalty.law)


def _listed(source: Source, path: YamlPath, cited: Sequence[Cited], what: str) -> Iterator[Problem]:
    """No place is cited twice in a list, by itself or within another."""
    places = (((*path, n), called(c)) for n, c in enumerate(cited))
    yield from repeated(
        source, places, what, "前提写漏或者写重了" if what == "罚则" else "各不相同"
    )
    yield from held_by_others(source, path, cited, what)


def _in_itself(source: Source, path: YamlPath, basis: Basis, side: SideName) -> Iterator[Problem]:
    """What is wrong with a citation whatever the law says."""
    if (basis.fit == "partial") != bool(basis.why):
        message = "写了部分相关，没有写差在哪里。" if not basis.why else "明确规定的不写差在哪里。"
        hint = "why: 差在哪里" if not basis.why else "删去 why，或改成 fit: partial"
        yield source.problem((*path, "fit"), message, hint)
    if basis.actor not in LAW_ACTORS_OF_SIDE[side]:
        message = f"约束{LAW_ACTORS[basis.actor]}的条文，不是{SIDES[side]}的依据。"
        hint = "、".join(LAW_ACTORS_OF_SIDE[side])
        yield source.problem((*path, "actor"), message, hint)
    yield from _listed(source, (*path, "penalty"), basis.penalty, "罚则")
    for number, penalty in enumerate(basis.penalty):
        place = (*path, "penalty", number)
        yield from _suffered(source, place, penalty, side)
        if penalty.law == basis.law:
            message = "罚则与依据是同一部法，不用再写 law。"
            yield source.problem((*place, "law"), message, "删去")


def _punishments(
    source: Source, path: YamlPath, basis: Basis, laws: dict[str, Law], doubtful: list[Law]
) -> Iterator[Problem]:
    """What laws.yaml has against the penalties; where the duty is not there they are not asked."""
    own = laws.get(basis.law)
    found = own is not None and not_to_be_cited(own, basis) is None
    for number, penalty in enumerate(basis.penalty):
        name = penalty.law or basis.law
        if (penalty.law or found) and not is_doubtful(name, doubtful):
            yield from _punishing(source, (*path, "penalty", number), basis, penalty, laws)


def _punishing(
    source: Source, path: YamlPath, basis: Basis, penalty: Penalty, laws: dict[str, Law]
) -> Iterator[Problem]:
    """Whether the article is there and punishes."""
    law = laws.get(penalty.law or basis.law)
    if law is None:
        return
    first, last = (*law.liability, 0, 0)[:2]
    there = penalty.article <= law.article_count
    if there and first < last and not first <= penalty.article <= last:
        message = f"《{law.short_name}》第 {penalty.article} 条不是罚则。"
        other = "" if penalty.law else "；别的法的罚则补上 law"
        hint = f"第 {first} 至 {last} 条中的一条{other}"
        yield source.problem((*path, "article"), message, hint)
        return
    yield from _not_there(source, path, penalty, law)
    punished = next((a for a in law.articles if a.article == penalty.article), None)
    same = penalty.law is None and penalty.place == basis.place
    if punished and punished.actors and not law.liability and same:
        message = f"《{law.short_name}》{penalty.place}就是所引的义务，不是罚则。"
        yield source.problem((*path, "article"), message, "写罚则的那一条、那一款")


def _suffered(
    source: Source, path: YamlPath, penalty: Penalty, side: SideName
) -> Iterator[Problem]:
    """Nobody suffers what only others can: a unit is not detained, an official not closed down."""
    wrong = [kind for kind in penalty.kind if kind not in SUFFERED.get(penalty.target, {kind})]
    if wrong:
        kinds = "、".join(PENALTY_KINDS[kind] for kind in wrong)
        whom = PENALTY_TARGETS[penalty.target].removeprefix("罚")
        message = f"对{whom}不能给“{kinds}”。"
        yield source.problem((*path, "kind"), message, "照条文核对 target 和 kind")
    if penalty.target == "official" and side == "enterprise":
        message = "企业一面的罚则写了公职人员。"
        yield source.problem((*path, "target"), message, "罚公职人员的写在 authority 一面")


def _binding(
    catalog: Catalog, source: Source, path: YamlPath, basis: Basis, laws: dict[str, Law]
) -> Iterator[Problem]:
    """Whether the article is there, binds whom the citation says, and was law when it counted."""
    law = laws.get(basis.law)
    if law is None:
        return
    yield from _not_there(source, path, basis, law)
    article = next((a for a in law.articles if a.article == basis.article), None)
    if article and basis.actor not in article.actors:
        bound = "、".join(LAW_ACTORS[actor] for actor in article.actors)
        hint = f"{FILE} 里写的是：{bound}" if bound else f"核对条号；{FILE} 那里没有写约束谁"
        message = f"《{law.short_name}》第 {basis.article} 条约束的不是{LAW_ACTORS[basis.actor]}。"
        yield source.problem((*path, "actor"), message, hint)
    issued = catalog.notice.issued
    if law.in_force_to and issued and law.in_force_to <= issued:
        message = f"《{law.short_name}》在通知印发前（{law.in_force_to}）已不再施行。"
        yield source.problem((*path, "law"), message, f"代替它的{law.replaced_by or '现行文本'}")


def _not_there(source: Source, path: YamlPath, cited: Cited, law: Law) -> Iterator[Problem]:
    if found := not_to_be_cited(law, cited):
        yield source.problem((*path, found.field), found.message, found.hint)
