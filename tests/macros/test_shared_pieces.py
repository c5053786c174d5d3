"""What many pages share is right on every one of them, not only on the first."""

from __future__ import annotations

from urllib.parse import urljoin

from forms.addresses import item_page, sector_page
from forms.law import mark
from forms.registry import forms
from notice.queries import sector_tasks
from tests.conftest import BASE, Site


def test_every_row_of_every_form_shows_its_own_task(site: Site) -> None:
    wrong = []
    for form in forms(site.catalog):
        given = [column for column in form.definition.printed if column.shows]
        rows = site.html(form.address).xpath("//tr[@class='row']")
        assert [row.get("id") for row in rows] == [row.id for row in form.rows]
        for found, row in zip(rows, form.rows, strict=True):
            law = [*found.find_class("law-mark"), *found.find_class("law")]
            beside = [words.text_content() for words in law]
            for words in law:
                words.drop_tree()
            cells = [cell.text_content().strip() for cell in found.xpath("./td")[: len(given)]]
            said = [column.shows(row) for column in given if column.shows]
            lines = [line.words for column in given for line in column.lines_below(row)]
            (link,) = found.xpath("./td[@class='number']/a/@href")
            target = f"{BASE}{item_page(row.task.item)}#{row.id}"
            if (
                beside != [*filter(None, [mark(row)]), *lines]
                or cells != said
                or urljoin(BASE + form.address, link) != target
            ):
                wrong.append((form.name, row.id, cells, link))
    assert wrong == []


def test_every_task_of_a_list_says_its_own_words_and_where_they_stand(site: Site) -> None:
    wrong = []
    for sector in site.catalog.sectors:
        page = site.html(sector_page(sector))
        for entry in sector_tasks(site.catalog, sector).everything:
            (shown,) = page.xpath(f"//ul[@class='tasks']/li[@id='{entry.task.id}']")
            own, item = shown.xpath("./p[@class='task-meta']/a")
            base = BASE + sector_page(sector)
            found = (
                shown.xpath("string(./p[@class='task-words'])"),
                urljoin(base, own.get("href")),
                item.text_content(),
                urljoin(base, item.get("href")),
            )
            address = BASE + item_page(entry.item)
            said = (entry.task.text, f"{address}#{entry.task.id}")
            if found != (*said, f"{entry.reference} {entry.owner.title}", address):
                wrong.append((sector.slug, found))
    assert wrong == []


def test_every_list_leads_to_the_sector_it_names(site: Site) -> None:
    names = {BASE + sector_page(sector): sector.name for sector in site.catalog.sectors}
    wrong, seen = [], 0
    for page in site.folder.rglob("index.html"):
        address = page.parent.relative_to(site.folder).as_posix().removeprefix(".")
        base = f"{BASE}{address}/" if address else BASE
        for link in site.html(address).xpath("//span[@class='editorial-sectors']/a"):
            seen += 1
            if names.get(urljoin(base, link.get("href"))) != link.text_content():
                wrong.append((address, link.get("href"), link.text_content()))
    assert wrong == []
    assert seen > 1000
