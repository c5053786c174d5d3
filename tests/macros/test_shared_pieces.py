"""What many pages share is right on every one of them, not only on the first."""

from __future__ import annotations

from urllib.parse import urljoin

from forms.addresses import department_page, item_page, sector_page
from forms.law import mark
from forms.registry import forms
from macros.form_page import kept_of
from notice.legal_basis import standing
from notice.queries import department_tasks, duties, sector_tasks
from notice.resolved import resolved_tasks
from notice.version import fingerprint
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
            kept = kept_of(form.definition)(row) if row.basis else None
            told: dict[str, str | None] = {
                "actors": " ".join(row.task.task.actors),
                "fingerprint": fingerprint(row.task),
            }
            told |= {"law": standing(row.basis), "given": kept} if row.basis else {}
            lines = [line.words for column in given for line in column.lines_below(row)]
            (link,) = found.xpath("./td[@class='number']/a/@href")
            target = f"{BASE}{item_page(row.task.item)}#{row.id}"
            if (
                any(found.get(f"data-{key}") != value for key, value in told.items())
                or beside != [*filter(None, [mark(row)]), *lines]
                or cells != said
                or urljoin(BASE + form.address, link) != target
            ):
                wrong.append((form.name, row.id, cells, link))
    assert wrong == []


def test_every_task_of_a_list_says_its_own_words_and_where_they_stand(site: Site) -> None:
    lists = [
        (sector_page(sector), sector_tasks(site.catalog, sector).everything)
        for sector in site.catalog.sectors
    ]
    for party in site.catalog.departments:
        named = duties(site.catalog, party)
        lists.append((department_page(party), department_tasks(named.lead + named.named)))
    for item in site.catalog.items:
        own = [entry for entry in resolved_tasks(site.catalog) if entry.item is item]
        lists.append((item_page(item), tuple(own)))
    wrong = []
    for address, entries in lists:
        shown = site.html(address).xpath("//ul[@class='tasks']/li")
        assert len(shown) == len(entries)
        for found, entry in zip(shown, entries, strict=True):
            links = found.xpath("./p[@class='task-meta']/a")
            target = BASE + item_page(entry.item)
            where = [f"{target}#{entry.task.id}"]
            if address.startswith("sectors/"):
                where.append(target)
                assert links[1].text_content() == f"{entry.reference} {entry.owner.title}"
            led = [urljoin(BASE + address, link.get("href")) for link in links]
            words = found.xpath("string(./p[@class='task-words'])")
            asked = [side.question for side in entry.task.sides.values()]
            checks = [check.text_content() for check in found.find_class("check")]
            right = all(question in check for question, check in zip(asked, checks, strict=True))
            if (words, led) != (entry.task.text, where) or not right:
                wrong.append((address, entry.task.id))
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
