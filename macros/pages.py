"""The one list of pages: address, title, template, words for search, and what each is given.

Navigation, search, address check and build read it. An address once published stays: all are made
here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from forms.addresses import changes_page
from forms.registry import every_form, offered
from macros.changes import CHANGE_WORDS
from macros.charts import charts, heat_map
from macros.form_page import form_page_values
from macros.page import Page
from macros.subject_pages import department_pages, item_pages, sector_pages
from notice import legal_basis, matrix, queries, terms
from notice.models import Catalog
from notice.record.changes import by_party, by_sector, party_names, sector_names
from notice.record.history import concerned, newest_first
from notice.record.retired import moved_pages
from notice.resolved import resolved_tasks
from notice.schema.dictionary import dictionary


@lru_cache(maxsize=2)  # build, search and address check ask; two for a live preview
def pages(catalog: Catalog) -> tuple[Page, ...]:
    """All pages, in the order of the navigation; below each entry the pages it leads to."""
    return (
        Page("", "", catalog.notice.title, kind="", nav="首页"),
        Page(
            "notice/",
            "pages/notice.md.jinja",
            "通知全文",
            search=("全文", "原文", "前言"),
            nav="全文",
        ),
        *item_pages(catalog),
        *sector_pages(catalog),
        *department_pages(catalog),
        *_matrices(catalog),
        Page(
            "overview/",
            "pages/overview.md.jinja",
            "一览图",
            search=("图表", "热图", "统计"),
            nav="一览图",
            context={"charts": charts(catalog), "heat": heat_map(catalog)},
        ),
        *_checklists(catalog),
        Page(
            "downloads/",
            "pages/downloads.md.jinja",
            "下载",
            search=("PDF", "Excel", "CSV", "WPS"),
            nav="下载",
        ),
        *_lists(catalog),
        Page("about/", "", "关于本站", search=("关于", "逐字核对"), nav="关于"),
        *_changes(catalog),
        Page("contribute/", "", "如何修订", search=("修订", "怎样修改", "投稿", "合并请求")),
        Page("contribute/slip/", "forms/slip.md.jinja", "纠错单", search=("纠错", "勘误", "报错")),
        Page("data/", "", "数据怎样读取", search=("JSON", "接口")),
        _fields(),
        *_retired(catalog),
    )


def generated(catalog: Catalog) -> tuple[Page, ...]:
    """The pages that are made from templates; the others are written by hand in docs/."""
    return tuple(page for page in pages(catalog) if page.template)


def navigation(catalog: Catalog) -> list[dict[str, str]]:
    """The navigation as MkDocs takes it.

    Short on purpose: the theme puts the whole of it into every page.
    """
    return [{page.nav: page.source} for page in pages(catalog) if page.nav]


def _matrices(catalog: Catalog) -> Iterator[Page]:
    yield Page(
        "matrix/",
        "pages/matrix.md.jinja",
        "责任矩阵",
        search=("矩阵", "责任分工"),
        nav="矩阵",
        context={"matrix": matrix.parties_by_items(catalog)},
    )
    yield Page(
        "matrix/sectors/",
        "pages/matrix-sectors.md.jinja",
        "责任主体与行业领域对照",
        context={"table": matrix.parties_by_sectors(catalog)},
    )


def _lists(catalog: Catalog) -> Iterator[Page]:
    yield Page(
        "measures/",
        "pages/measures.md.jinja",
        "时限和数字",
        search=("时限", "期限", "指标"),
        nav="时限",
        context={"measures": queries.measures(catalog)},
    )
    yield Page(
        "glossary/",
        "pages/glossary.md.jinja",
        "术语",
        search=("名词解释",),
        nav="术语",
        context={"found": terms.occurrences(catalog)},
    )
    yield Page(
        "citations/",
        "pages/citations.md.jinja",
        "引用文件",
        search=("依据文件",),
        nav="引用文件",
        context={"citations": terms.citations(resolved_tasks(catalog))},
    )
    yield Page(
        "laws/",
        "pages/laws.md.jinja",
        "法律依据",
        search=("法律法规", "法条", "罚则", "处罚依据"),
        nav="法律",
        context={"uses": {law: legal_basis.uses(catalog, law) for law in catalog.laws}},
    )
    yield Page(
        "laws/sectors/",
        "pages/laws-sectors.md.jinja",
        "法律与行业领域对照",
        context={"table": legal_basis.crosswalk(catalog)},
    )


def _fields() -> Page:
    groups = dictionary()
    ids = {group.title: group.id for found in groups.values() for group in found}
    return Page(
        "data/fields/",
        "pages/fields.md.jinja",
        "字段字典",
        search=("字段", "数据字典", "字段说明"),
        context={"dictionary": groups, "ids": ids},
    )


def _checklists(catalog: Catalog) -> Iterator[Page]:
    """The list of forms, and a page for each, also where no row is left."""
    every = every_form(catalog)
    listed = {
        kind: [form for form in every if form.listed == kind.anchor] for kind in offered(catalog)
    }
    yield Page(
        "checklists/",
        "pages/checklists.md.jinja",
        "清单和表单",
        search=("检查表", "自查表", "督查表", "任务清单", "分解表"),
        nav="清单",
        context={"listed": listed},
    )
    for form in every:
        yield Page(
            form.address,
            "forms/form.md.jinja",
            form.title,
            kind="表单",
            search=tuple(form.search),
            context=form_page_values(form),
        )


def _retired(catalog: Catalog) -> Iterator[Page]:
    for entry in moved_pages(catalog):
        target = entry.moved_to[0] if len(entry.moved_to) == 1 else None
        title = "这一页换了网址" if target else "这一页已停用"
        context = {"entry": entry, "target": target}
        yield Page(entry.address, "pages/retired.md.jinja", title, kind="", context=context)


def _changes(catalog: Catalog) -> Iterator[Page]:
    """The history of the data, and a page of its own for each party that a change concerned."""
    parties, sectors = party_names(catalog), sector_names(catalog)
    for party in (None, *concerned(catalog)):
        revisions = newest_first(catalog, party)
        context = {
            **CHANGE_WORDS,
            "party": party,
            "concerned": concerned(catalog),
            "revisions": revisions,
            "parties": {n: by_party(r.changes, parties) for n, r in revisions.items()},
            "sectors": {n: by_sector(r.changes, sectors) for n, r in revisions.items()},
        }
        if party:
            address, title = changes_page(party), f"{party.short_name}的变更"
            yield Page(address, "pages/changes.md.jinja", title, kind="", context=context)
        else:
            known = ("修订记录", "更新记录")
            yield Page(
                "changes/", "pages/changes.md.jinja", "变更记录", search=known, context=context
            )
