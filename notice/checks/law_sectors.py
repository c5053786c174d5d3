"""A law for some sectors alone does not lay down a task of others."""

from __future__ import annotations

from collections.abc import Iterator

from notice.checks.law_texts import is_doubtful, misnamed
from notice.checks.names import FEW, in_words
from notice.checks.paths import clause_paths, item_paths, task_paths
from notice.laws import Basis
from notice.models import Catalog
from notice.problems import Problem
from notice.reading.source import Source, YamlPath
from notice.resolved import sectors_of
from notice.vocabulary import ALL_SECTORS, ALL_SECTORS_NAME


def check_law_sectors(catalog: Catalog, sources: dict[str, Source]) -> Iterator[Problem]:
    """Citations of laws for other sectors: each by itself, or the law where there are many.

    Of a law or a task that names a sector which nobody knows this is asked when that is mended.
    """
    names = {sector.slug: sector.name for sector in catalog.sectors}
    hazards = {sector.slug for sector in catalog.sectors if sector.kind == "hazard"}
    doubtful, cited = misnamed(catalog.laws), _citations(catalog)
    for number, law in enumerate(catalog.laws):
        if not names.keys() >= {*law.sectors} or is_doubtful(law.short_name, doubtful):
            continue
        wrong = []
        for path, basis, reached in cited.get(law.short_name, ()):
            if not {*names, ALL_SECTORS}.issuperset(reached):
                continue
            # Of hazards one brings another, so a law for one may touch a task of another.
            touched = basis.fit == "partial" and hazards.issuperset((*law.sectors, *reached))
            common = {*law.sectors, ALL_SECTORS}.intersection(reached)
            other = not touched and not common if reached else basis.fit == "exact"
            if law.sectors and other:
                wrong.append((path, reached))
        bound = _named(law.sectors, names)
        if len(wrong) > FEW:
            lines = sorted({sources["items"].values[path][0] for path, _ in wrong})
            message = f"《{law.short_name}》写着只管{bound}，引它的任务有 {len(wrong)} 处不是。"
            hint = "照这部法核对 sectors；没有错的，改引用的地方"
            hint += f"（items.yaml {in_words(lines)}）"
            yield sources["laws"].problem((number, "sectors"), message, hint)
            continue
        for path, reached in wrong:
            theirs = f"是{_named(reached, names)}的" if reached else "没有写行业"
            hint = "管这个行业的法；都是灾种、只有一部分相关的写 partial"
            if not reached:
                hint = "只定了其中一部分的写 partial，写明 why；任务漏写行业的补上 sectors"
            message = f"《{law.short_name}》只管{bound}，这项任务{theirs}。"
            yield sources["items"].problem((*path, "law"), message, hint)


def _citations(catalog: Catalog) -> dict[str, list[tuple[YamlPath, Basis, tuple[str, ...]]]]:
    """Every citation as a basis by its law, with its place and the sectors of its task."""
    cited: dict[str, list[tuple[YamlPath, Basis, tuple[str, ...]]]] = {}
    for item_path, item in item_paths(catalog):
        for clause_path, clause in clause_paths(item_path, item):
            for task_path, task in task_paths(clause_path, clause):
                for name, side in task.sides.items():
                    for number, basis in enumerate(side.basis):
                        path = (*task_path, "editorial", name, "basis", number)
                        reached = sectors_of(item, clause, task)
                        cited.setdefault(basis.law, []).append((path, basis, reached))
    return cited


def _named(slugs: tuple[str, ...], names: dict[str, str]) -> str:
    return "、".join({ALL_SECTORS: ALL_SECTORS_NAME, **names}[slug] for slug in slugs)
