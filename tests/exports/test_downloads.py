"""What can be taken away: listed once with its facts, offered where it is needed, readable."""

from __future__ import annotations

import json
import re

import pypdfium2

from forms.registry import forms
from notice import queries
from notice.models import Catalog
from notice.version import data_version
from notice.wording import item_text
from tests.conftest import Site


def test_every_file_is_listed_once_with_its_facts(site: Site) -> None:
    page = site.html("downloads/")
    listed = page.xpath("//article//table//a/@href")
    retired = {entry.address.rpartition("/")[2] for entry in site.catalog.retired}
    files = {p.name for p in (site.folder / "downloads").iterdir()} - {"index.html"} - retired
    assert len(files) > 140
    names = [str(link).rsplit("/", 1)[-1] for link in listed]
    assert sorted(names) == sorted([*files, "notice.json", "notice.schema.json"])
    for link in page.xpath("//article//table//a"):
        facts = link.getnext().text_content()
        path = site.folder / "downloads" / link.get("href")
        size = re.search(r"(\d+) KB", facts)
        assert size
        assert abs(int(size[1]) - path.stat().st_size / 1024) <= 1
        if path.suffix == ".pdf":
            assert f"{len(pypdfium2.PdfDocument(path))} 页" in facts
        assert (
            link.text
            == {".pdf": "PDF", ".xlsx": "Excel", ".csv": "CSV", ".json": "JSON", ".zip": "ZIP"}[
                path.suffix
            ]
        )
    assert data_version(site.catalog) in page.text_content()


def test_a_row_of_downloads_where_it_is_needed(site: Site) -> None:
    for form in forms(site.catalog):
        pages = [form.address]
        if form.kind in {"inspection", "selfcheck"}:
            pages.append(f"sectors/{form.slug}/")
        if form.kind == "tasks":
            pages.append(f"departments/{form.slug}/")
        for address in pages:
            links = site.html(address).xpath("//p[contains(@class, 'downloads')]//a/@href")
            assert any(str(link).endswith(f"/{form.name}.pdf") for link in links), address
            words = site.html(address).xpath("string(//p[contains(@class, 'downloads')])")
            assert data_version(site.catalog) in words
    for address, name in (("matrix/", "matrix.pdf"), ("notice/", "notice.pdf"),
                          ("departments/shixian/", "breakdown-counties.xlsx")):  # fmt: skip
        links = site.html(address).xpath("//p[contains(@class, 'downloads')]//a/@href")
        assert any(str(link).endswith(f"/{name}") for link in links)


def test_data_keeps_to_its_schema(site: Site, catalog: Catalog) -> None:
    data = json.loads((site.folder / "data/notice.json").read_text("utf-8"))
    schema = json.loads((site.folder / "data/notice.schema.json").read_text("utf-8"))
    import jsonschema  # takes two seconds, which only the process of this test has to give

    checker = jsonschema.Draft202012Validator(schema)
    checker.check_schema(schema)
    assert list(checker.iter_errors(data)) == []
    texts = {item["id"]: item["text"] for part in data["sections"] for item in part["items"]}
    assert texts == {item.id: item_text(item) for item in catalog.items}
    del data["sections"][0]["items"][0]["clauses"][0]["tasks"][0]["text"]
    assert list(checker.iter_errors(data))


def test_the_example_on_the_data_page_works(site: Site) -> None:
    """The page shows how to read the file; what it shows must run."""
    code = site.html("data/").xpath("string(//article//pre)").replace('"notice.json"', "PATH")
    lines: list[tuple[object, ...]] = []
    names = {"PATH": site.folder / "data" / "notice.json", "print": lambda *a: lines.append(a)}
    exec(compile(code, "example", "exec"), names)
    party = site.catalog.departments[0]
    own = queries.department_tasks(queries.duties(site.catalog, party).own)
    assert [line[0] for line in lines] == [entry.task.id for entry in own]
    assert lines
