"""The law on pages and in files: every citation is shown, leads to its article, and is counted."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

from playwright.sync_api import BrowserContext, expect

from forms.addresses import item_page, law_anchor
from notice import legal_basis
from notice.wording import task_name
from tests.conftest import Server, Site


def test_every_citation_is_on_its_item_s_page_and_leads_to_its_article(site: Site) -> None:
    anchors = set(site.html("laws/").xpath("//article//@id"))
    shown: Counter[str] = Counter()
    for item in site.catalog.items:
        page = site.html(item_page(item))
        for line in page.xpath("//ul[@class='bases']/li"):
            (first, *_) = links = line.xpath("./a")
            shown[first.text_content()] += 1
            assert all(link.get("href").split("#")[1] in anchors for link in links)
            text = line.text_content().strip()
            exact = line.get("class") == "basis-exact"
            assert text.startswith("依据" if exact else "相关条款")
    cited = Counter(
        f"《{c.law.short_name}》{c.basis.place}" for c in legal_basis.cited(site.catalog)
    )
    assert shown == cited
    assert len(cited) > 100


def test_every_law_and_article_has_its_place(site: Site) -> None:
    page = site.html("laws/")
    for law in site.catalog.laws:
        assert page.get_element_by_id(law.slug).text_content().startswith(law.short_name)
        for use in legal_basis.uses(site.catalog, law):
            row = page.get_element_by_id(law_anchor(law, use.article.article))
            words = row.text_content()
            assert use.article.about in words
            assert use.duties or use.breaches, (law.short_name, use.article.article)
            for found in use.duties:
                assert task_name(found.entry.task) in words


def test_lists_for_programs_have_them_all(site: Site) -> None:
    cited = legal_basis.cited(site.catalog)
    text = (site.folder / "downloads" / "laws.csv").read_text("utf-8-sig")
    lines = [*csv.reader(io.StringIO(text))]
    assert len(lines) == len(cited) + 1
    data = json.loads((site.folder / "data" / "notice.json").read_text("utf-8"))
    names = {law["short_name"] for law in data["laws"]}
    sides = [
        side
        for section in data["sections"]
        for item in section["items"]
        for clause in item["clauses"]
        for task in clause["tasks"]
        for side in (task["editorial"]["enterprise"], task["editorial"]["authority"])
        if side
    ]
    found = [basis for side in sides for basis in side["basis"]]
    assert len(found) == len(cited)
    assert {basis["law"] for basis in found} <= names
    keys = {"law", "article", "paragraph", "item", "actor", "fit", "limit", "penalty"}
    assert all(keys <= basis.keys() for basis in found)
    penal = {"article", "paragraph", "item", "target", "kind"}
    assert all(penal <= p.keys() for basis in found for p in basis["penalty"])


def test_rows_that_are_law_can_be_filtered(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.url}checklists/inspection-coal-mine/")
    everything = page.locator("tr.row:visible").count()
    counts = {}
    for value in ("exact", "partial", "none"):
        page.locator("[data-filter='law']").select_option(value)
        rows = page.locator("tr.row:visible")
        counts[value] = rows.count()
        assert counts[value]
        marks = {"exact": "法", "partial": "相关"}
        for row in rows.all():
            if value in marks:
                expect(row.locator(".law-mark")).to_have_text(marks[value])
            else:
                expect(row.locator(".law-mark")).to_have_count(0)
    assert sum(counts.values()) == everything
    page.close()


def test_a_law_is_found_by_its_name(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(server.url)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("城镇燃气管理条例")
    link = page.locator("[data-search-results] a").first
    expect(link).to_contain_text("城镇燃气管理条例")
    assert (link.get_attribute("href") or "").endswith("laws/#ranqi-tiaoli")
    page.close()
