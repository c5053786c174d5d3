"""Every page kind shows what the catalog holds: a table that comes out empty fails here."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import urljoin

import pytest

from forms.addresses import department_page, item_page, sector_page
from forms.registry import KINDS, every_form
from macros.pages import pages
from notice import queries
from notice.document import end, front
from notice.matrix import of_sector, parties_by_items, parties_by_sectors
from notice.models import Catalog
from notice.resolved import clauses_of, resolved_tasks
from notice.vocabulary import SIDES
from notice.wording import item_text
from tests.conftest import BASE, ROOT, Site


@pytest.fixture(params=["site", "small_site"])
def built(request: pytest.FixtureRequest) -> Site:
    """Both sites: what holds for the real notice must hold for any other."""
    found: Site = request.getfixturevalue(request.param)
    return found


def solid(text: str) -> str:
    return "".join(text.split())


def ids(built: Site, address: str) -> list[str]:
    return [str(i) for i in built.html(address).xpath("//article//@id")]


def texts(found: Iterable[object]) -> list[str]:
    return [solid(element.text_content()) for element in found]  # type: ignore[attr-defined]


def test_every_page_is_there_and_no_other(built: Site) -> None:
    expected = {page.address for page in pages(built.catalog)}
    found = {
        p.parent.relative_to(built.folder).as_posix() + "/"
        for p in built.folder.rglob("index.html")
    }
    assert {address.removeprefix("./") for address in found} == expected


def test_every_page_is_listed_once(catalog: Catalog) -> None:
    addresses = [page.address for page in pages(catalog)]
    assert len(addresses) == len(set(addresses))
    by_hand = {page.source for page in pages(catalog) if not page.template}
    docs = ROOT / "docs"
    assert by_hand == {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}


def test_a_page_is_headed_by_its_title(built: Site) -> None:
    for page in pages(built.catalog):
        heads = built.html(page.address).xpath("//article//h1")
        assert texts(heads) == [solid(page.title)], page.address


def test_navigation_is_drawn_from_the_list(built: Site) -> None:
    tabs = built.html("").xpath("//nav[@class='md-tabs']//a")
    assert texts(tabs) == [page.nav for page in pages(built.catalog) if page.nav]


def test_item_words_stand_unbroken(built: Site) -> None:
    notice = built.words("notice/")
    for item in built.catalog.items:
        words = solid(item_text(item))
        assert words in notice
        assert words in built.words(item_page(item))


def test_notice_has_everything_in_order(built: Site) -> None:
    notice = built.catalog.notice
    body = built.words("notice/")
    number, *rest = [words for _, words, _ in front(notice)]
    parts = [number, notice.title, *rest, *(section.title for section in built.catalog.sections)]
    parts += [words for _, words, _ in end(notice)]
    at = 0
    for part in map(solid, parts):
        at = body.index(part, at)
    found = ids(built, "notice/")
    for item in built.catalog.items:
        assert item.id in found
    for entry in resolved_tasks(built.catalog):
        assert entry.task.id in found


def test_item_pages(built: Site) -> None:
    for item in built.catalog.items:
        page = built.html(item_page(item))
        entries = [e for e in resolved_tasks(built.catalog) if e.item == item]
        found = ids(built, item_page(item))
        assert item.id in found
        assert [i for i in found if i in {e.task.id for e in entries}] == [
            e.task.id for e in entries
        ]
        assert texts(page.xpath("//ul[@class='tasks']/li//q")) == [
            solid(e.task.text) for e in entries
        ]
        assert texts(page.xpath("//p[@class='check']")) == [
            solid(f"{SIDES[name]}：{side.question}方法：{side.method}")
            for e in entries
            for name, side in e.task.sides.items()
        ]
        for clause in clauses_of(built.catalog, item):
            who = built.words(item_page(item))
            assert all(p.short_name in who for p in clause.parties + clause.implied)


def test_sector_pages(built: Site) -> None:
    for sector in built.catalog.sectors:
        page = built.html(sector_page(sector))
        tasks = queries.sector_tasks(built.catalog, sector)
        assert page.xpath("//ul[@class='tasks']/li/@id") == [e.task.id for e in tasks.everything]
        rows = page.xpath("//table[contains(@class,'matrix')]/tbody/tr[not(@class)]")
        assert len(rows) == len(of_sector(built.catalog, sector).rows)


def test_department_pages(built: Site) -> None:
    for party in built.catalog.departments:
        page = built.html(department_page(party))
        duties = queries.duties(built.catalog, party)
        shown = [e.task.id for e in queries.department_tasks(duties.lead + duties.named)]
        assert page.xpath("//ul[@class='tasks']/li/@id") == shown
        rest = page.xpath("//ul[@class='clause-index']/li")
        phrases = {phrase for clause in duties.collective for phrase in clause.collective}
        assert len(rest) == len(phrases) + len(duties.implied)


def test_indexes(built: Site) -> None:
    catalog = built.catalog
    assert len(built.html("items/").xpath("//ol[@class='item-index']/li")) == len(catalog.items)
    assert len(built.html("sectors/").xpath("//tbody/tr")) == len(catalog.sectors)
    assert len(built.html("departments/").xpath("//tbody/tr")) == len(catalog.departments)
    listed = built.html("checklists/").xpath("//article//a/@href")
    led_to = {urljoin(f"{BASE}checklists/", link) for link in listed}
    assert {BASE + form.address for form in every_form(catalog)} <= led_to


def test_matrix(built: Site) -> None:
    matrix = parties_by_items(built.catalog)
    page = built.html("matrix/")
    cells = [c for row in matrix.rows for c in row.cells if c]
    assert cells
    assert [solid(a.text_content()) for a in page.xpath("//td[contains(@class,'mark')]/a")] == [
        c.sign for c in cells
    ]
    assert len(page.xpath("//th[contains(@class,'party')]")) == len(matrix.parties)
    assert all(a.get("aria-label") for a in page.xpath("//td[contains(@class,'mark')]/a"))


def test_second_matrix(built: Site) -> None:
    table = parties_by_sectors(built.catalog)
    marks = built.html("matrix/sectors/").xpath("//td[contains(@class,'mark')]/a")
    assert len(marks) == sum(1 for cells in table.values() for c in cells if c) > 0


def test_forms_show_every_row_word_for_word(built: Site) -> None:
    for form in every_form(built.catalog):
        rows = built.html(form.address).xpath("//tr[@class='row']")
        assert [row.get("id") for row in rows] == [row.id for row in form.rows]
        for row, task in zip(rows, form.rows, strict=True):
            assert solid(task.task.task.text) in solid(row.text_content())
        if rows:
            assert "不作为执法依据" in built.words(form.address)


def test_sheet_without_rows_says_so(site: Site) -> None:
    assert "没有落到企业的任务" in site.words("checklists/selfcheck-earthquake/")
    assert not site.html("checklists/selfcheck-earthquake/").xpath("//table")


def test_measures_and_glossary(built: Site) -> None:
    quoted = queries.measures(built.catalog)
    rows = built.html("measures/").xpath("//tbody/tr")
    assert len(rows) == sum(len(pairs) for pairs in quoted.values()) > 0
    terms = built.html("glossary/").xpath("//article/h2/@id")
    assert terms == [term.id for term in built.catalog.glossary]
    unknown = [t for t in built.catalog.glossary if t.status == "not-found"]
    assert built.words("glossary/").count("依据情况：待核") == len(unknown) > 0


def test_terms_are_explained_where_they_stand(site: Site) -> None:
    term = site.html("items/8/").xpath("//a[@class='term'][contains(.,'四不两直')]")[0]
    assert "不发通知、不打招呼" in term.get("data-explain")
    assert term.get("href").endswith("glossary/#sibu-liangzhi")


def test_unknown_names_are_marked(site: Site, small_site: Site) -> None:
    for built in (site, small_site):
        for party in built.catalog.departments:
            words = "".join(texts(built.html(department_page(party)).xpath("//article/p[1]")))
            assert ("待核" in words) == (party.full_name_status == "unverified"), party.slug
    assert any(p.full_name_status == "unverified" for p in small_site.catalog.departments)
    assert "待核" in site.words("citations/")


def test_citations(site: Site) -> None:
    rows = texts(site.html("citations/").xpath("//tbody/tr/th"))
    assert rows == [
        "《中共中央办公厅国务院办公厅关于进一步加强矿山安全生产工作的意见》",
        "《煤矿安全生产条例》",
    ]


def test_home_counts(site: Site) -> None:
    tasks = len(resolved_tasks(site.catalog))
    figures = texts(site.html("").xpath("//ul[@class='figures']/li"))
    assert figures == ["7个部分", "31项", f"{tasks}项任务", "42处责任括号", "33个责任主体"]
    assert len(site.html("").xpath("//a[@class='door']")) == len(KINDS)
    assert len(site.html("").xpath("//ul[@class='hard-figures']/li")) >= 8


def test_later_notice_puts_a_banner_on_every_page(site: Site, small_site: Site) -> None:
    for page in pages(small_site.catalog):
        assert "某政发〔2032〕1号" in small_site.words(page.address)
    for page in pages(site.catalog):
        assert "晋政发〔2026〕1号" in site.words(page.address)


def test_nothing_of_the_real_notice_hides_in_the_code(small_site: Site) -> None:
    for page in pages(small_site.catalog):
        body = solid(small_site.html(page.address).xpath("//article")[0].text_content())
        for foreign in ("晋政发", "山西", "2024", "31项", "省安委办", "煤矿", "第（一）项写明"):
            assert foreign not in body, page.address


def test_item_without_bracket(small_site: Site) -> None:
    assert "通知未写明" in small_site.words("items/2/")


def test_notice_json(built: Site) -> None:
    data = json.loads((built.folder / "data" / "notice.json").read_text(encoding="utf-8"))
    assert set(data) >= {
        "schema_version",
        "notice",
        "sections",
        "departments",
        "sectors",
        "glossary",
    }
    items = [item for section in data["sections"] for item in section["items"]]
    assert [item["text"] for item in items] == [item_text(item) for item in built.catalog.items]
    assert set(items[0]) == {"id", "number", "numeral", "title", "url", "text", "clauses"}
    clause = items[0]["clauses"][0]
    assert set(clause) == {"heading", "text", "responsibility", "tasks"}
    assert set(clause["responsibility"]) == {
        "text",
        "lead",
        "departments",
        "support",
        "others",
        "duty",
        "implied",
    }
    assert set(clause["tasks"][0]) == {"id", "text", "actors", "sectors", "measures", "editorial"}
    for item in items:
        whole = "".join(
            (f"{c['heading']}：" if c["heading"] else "") + c["text"] + c["responsibility"]["text"]
            for c in item["clauses"]
        )
        assert whole == item["text"]
        assert (built.folder / item["url"] / "index.html").is_file()
    count = sum(len(c["tasks"]) for item in items for c in item["clauses"])
    assert count == len(resolved_tasks(built.catalog))


def test_pictures_say_what_the_catalog_counts(built: Site) -> None:
    page = built.html("overview/")
    entries = resolved_tasks(built.catalog)
    by_actor, by_part, by_sector = (
        [int(n) for n in table.xpath(".//td[1]/text()")]
        for table in page.xpath("//table[@class='chart']")
    )
    assert by_actor == [*queries.count_by_actor(entries).values()]
    assert sum(by_part) == len(entries)
    assert len(by_part) == len(built.catalog.sections)
    assert len(by_sector) == len(built.catalog.sectors)
    assert [int(m) for m in page.xpath("//meter/@value")] == by_actor + by_part + by_sector
    table = parties_by_items(built.catalog)
    marks = [c for row in table.rows for c in row.cells if c and c.mark != "implied"]
    cells = page.xpath("//table[contains(@class, 'heat')]//td/a")
    assert len(cells) == len(marks)
    assert all(c.text_content().lstrip("★○") in c.get("aria-label") for c in cells)
