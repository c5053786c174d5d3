"""A citation is refused where the law does not say it: unknown, beyond its end, for somebody else.

The texts are not in the data, so these rules hold a citation against what an editor noted of the
law when he read it: articles, paragraphs, items, whom they bind, where its penalties are.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.checks.repeats import repeated
from notice.laws import Article, Basis, Cited, Law, Penalty
from notice.models import Catalog
from notice.problems import Problem, nearest
from notice.reading.source import Source, YamlPath
from notice.vocabulary import LAW_ACTORS, LAW_ACTORS_OF_SIDE, PENALTY_TARGETS, SIDES, SideName

FILE = "data/laws.yaml"


def check_laws(catalog: Catalog, sources: dict[str, Source]) -> Iterator[Problem]:
    """Everything that is wrong in laws.yaml, and every citation that does not fit it."""
    yield from _lists(catalog, sources["laws"])
    laws = {law.short_name: law for law in catalog.laws}
    items = sources["items"]
    for item_path, item in item_paths(catalog):
        for clause_path, clause in clause_paths(item_path, item):
            for task_path, task in task_paths(clause_path, clause):
                for name, side in task.sides.items():
                    path = (*task_path, "editorial", name, "basis")
                    places = (((*path, n), _cited_as(b)) for n, b in enumerate(side.basis))
                    yield from repeated(items, places, "引用")
                    for number, basis in enumerate(side.basis):
                        yield from _basis(catalog, items, (*path, number), basis, laws, name)


def _lists(catalog: Catalog, source: Source) -> Iterator[Problem]:
    for key, what in (("slug", "锚点"), ("short_name", "法律的简称")):
        places = (((n, key), getattr(law, key)) for n, law in enumerate(catalog.laws))
        yield from repeated(source, places, what)
    names = {law.short_name for law in catalog.laws}
    sectors = [sector.slug for sector in catalog.sectors]
    for index, law in enumerate(catalog.laws):
        yield from _law(source, index, law)
        if law.replaced_by == law.short_name:
            message = f"《{law.short_name}》成了代替自己的文本。"
            yield source.problem((index, "replaced_by"), message, "后来的文本；没有就不写")
        elif law.replaced_by and law.replaced_by not in names:
            message = f"未登记的法律“{law.replaced_by}”{nearest(law.replaced_by, names)}"
            yield source.problem((index, "replaced_by"), message, "本文件中另一部的 short_name")
        for n, sector in enumerate(law.sectors):
            if sector not in sectors:
                message = f"未登记的行业领域“{sector}”{nearest(sector, sectors)}"
                yield source.problem((index, "sectors", n), message, "data/sectors.yaml 中的 slug")


def _law(source: Source, index: int, law: Law) -> Iterator[Problem]:
    if law.in_force_from < law.text_date:
        message = f"施行日期 {law.in_force_from} 早于文本日期 {law.text_date}。"
        yield source.problem((index, "in_force_from"), message, "这个文本开始施行的日子")
    if law.in_force_to and law.in_force_to <= law.in_force_from:
        message = f"失效日期 {law.in_force_to} 不晚于施行日期 {law.in_force_from}。"
        yield source.problem((index, "in_force_to"), message, "停止施行的日子；还在施行的不写")
    if law.liability and not _is_range(law):
        message = "法律责任的起止条号不对。"
        hint = f"两个条号，前小后大，不超过 {law.article_count}，如 [90, 116]"
        yield source.problem((index, "liability"), message, hint)
    numbers = [article.article for article in law.articles]
    if numbers != sorted(set(numbers)):
        message = "引用的条没有依条号次序，或者重复了。"
        yield source.problem((index, "articles"), message, "依条号从小到大，一条一个")
    for n, number in enumerate(numbers):
        if number > law.article_count:
            message = f"《{law.short_name}》只有 {law.article_count} 条，没有第 {number} 条。"
            yield source.problem((index, "articles", n, "article"), message, "核对条号")


def _is_range(law: Law) -> bool:
    first, last = law.liability[0], law.liability[-1]
    return len(law.liability) == 2 and first < last <= law.article_count


def _basis(
    catalog: Catalog,
    source: Source,
    path: YamlPath,
    basis: Basis,
    laws: dict[str, Law],
    side: SideName,
) -> Iterator[Problem]:
    law = laws.get(basis.law)
    if law is None:
        yield _unknown(source, (*path, "law"), basis.law, laws)
    else:
        yield from _binding(catalog, source, path, basis, law, side)
    if (basis.fit == "partial") != bool(basis.why):
        message = "写了部分相关，没有写差在哪里。" if not basis.why else "明确规定的不写差在哪里。"
        hint = "why: 差在哪里" if not basis.why else "删去 why，或改成 fit: partial"
        yield source.problem((*path, "fit"), message, hint)
    places = (((*path, "penalty", n), _cited_as(p)) for n, p in enumerate(basis.penalty))
    yield from repeated(source, places, "罚则")
    for number, penalty in enumerate(basis.penalty):
        punishing = laws.get(penalty.law or basis.law)
        place_ = (*path, "penalty", number)
        if penalty.law == basis.law:
            message = "罚则与依据是同一部法，不用再写 law。"
            yield source.problem((*place_, "law"), message, "删去")
        if punishing is None:
            if penalty.law:
                yield _unknown(source, (*place_, "law"), penalty.law, laws)
            continue
        yield from _divided(source, place_, penalty, punishing)
        first, last = (*punishing.liability, 0, 0)[:2]
        if first < last and not first <= penalty.article <= last:
            message = f"《{punishing.short_name}》第 {penalty.article} 条不是罚则。"
            yield source.problem((*place_, "article"), message, f"第 {first} 至 {last} 条中的一条")


def _binding(
    catalog: Catalog, source: Source, path: YamlPath, basis: Basis, law: Law, side: SideName
) -> Iterator[Problem]:
    """Whether the article is there, binds whom the citation says, and was law when it counted."""
    article = yield from _divided(source, path, basis, law)
    if article and basis.actor not in article.actors:
        bound = "、".join(LAW_ACTORS[actor] for actor in article.actors) or "谁也没有约束"
        message = f"《{law.short_name}》第 {basis.article} 条约束的不是{LAW_ACTORS[basis.actor]}。"
        yield source.problem((*path, "actor"), message, f"{FILE} 里写的是：{bound}")
    if basis.actor not in LAW_ACTORS_OF_SIDE[side]:
        message = f"约束{LAW_ACTORS[basis.actor]}的条文，不是{SIDES[side]}的依据。"
        hint = "、".join(LAW_ACTORS_OF_SIDE[side])
        yield source.problem((*path, "actor"), message, hint)
    issued = catalog.notice.issued
    if law.in_force_to and issued and law.in_force_to <= issued:
        message = f"《{law.short_name}》在通知印发前（{law.in_force_to}）已不再施行。"
        yield source.problem((*path, "law"), message, f"代替它的{law.replaced_by or '现行文本'}")


def _divided(
    source: Source, path: YamlPath, cited: Cited, law: Law
) -> Generator[Problem, None, Article | None]:
    """The article as noted in laws.yaml; a problem where article, paragraph or item is not."""
    if cited.article > law.article_count:
        message = f"《{law.short_name}》只有 {law.article_count} 条，没有第 {cited.article} 条。"
        yield source.problem((*path, "article"), message, "核对条号")
        return None
    article = next((a for a in law.articles if a.article == cited.article), None)
    if article is None:
        message = f"《{law.short_name}》第 {cited.article} 条没有登记在 {FILE}。"
        yield source.problem((*path, "article"), message, "读过全条后登记在 articles 里")
        return None
    yield from _within(source, path, cited, law, article)
    return article


def _within(
    source: Source, path: YamlPath, cited: Cited, law: Law, article: Article
) -> Iterator[Problem]:
    name, count = f"《{law.short_name}》第 {cited.article} 条", len(article.items)
    if cited.paragraph and cited.paragraph > count:
        message = f"{name}只有 {count} 款，没有第 {cited.paragraph} 款。"
        yield source.problem((*path, "paragraph"), message, "核对款号")
    elif cited.item and (cited.paragraph or count == 1):
        items = article.items[(cited.paragraph or 1) - 1]
        if cited.item > items:
            message = f"{name}第 {cited.paragraph or 1} 款只有 {items} 项，没有第 {cited.item} 项。"
            yield source.problem((*path, "item"), message, "核对项号")
    elif cited.item:
        yield source.problem(
            (*path, "item"), f"{name}有几款，没有写是哪一款的项。", "补上 paragraph"
        )


def _unknown(source: Source, path: YamlPath, name: str, laws: dict[str, Law]) -> Problem:
    message = f"未登记的法律“{name}”{nearest(name, laws)}"
    return source.problem(path, message, f"{FILE} 中的 short_name")


def _cited_as(cited: Cited) -> str:
    words = f"{cited.law or ''}{cited.place}"
    if isinstance(cited, Penalty):  # once for each whom it hits, under each condition
        target = PENALTY_TARGETS[cited.target]
        words += f"（{'，'.join(filter(None, (target, cited.condition)))}）"
    return words
