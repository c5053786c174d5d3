"""Text that looks like markup stays text on every page: in headings, tables, attributes, titles."""

from __future__ import annotations

import re
import shutil
from typing import Any, get_args

import lxml.html
import pytest

from notice.base import Record
from notice.catalog import load_catalog
from notice.models import Catalog, Retired
from tests.conftest import SMALL, Site, build_site

SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    SCRIPT, "</table></div>", "a|b", "*x*", "_y_", "{{ 7*7 }}", "{% raw %}", "[l](javascript:x)",
    "<!-- c -->", "&lt;b&gt;", "`k`", "# h", "\\n", '" onmouseover="x', "' autofocus='", "{: #z }",
    "=1+1", "http://example.org/",
)  # fmt: skip
ALL = "；".join(HOSTILE)
# With line breaks a text could begin a heading of its own, and give it attributes.
LINES = "一\n# 假二 {: #z onclick=alert(1) data-moved=https://evil.example/ }\n\n## 假三\n\n<b>四</b>\u2028# 假五"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built_with(tmp_path_factory, ALL)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built_with(tmp_path_factory, LINES)


def built_with(tmp_path_factory: pytest.TempPathFactory, words: str) -> Site:
    """The small site with some words at the end of every text in every field of the model."""
    data = tmp_path_factory.mktemp("hostile") / "data"
    shutil.copytree(SMALL, data)
    (data / "published.txt").write_text("items/9/\n", encoding="utf-8")
    retired = Retired(address="items/9/", reason="印错了", moved_to=("#item-1-1",))
    small = load_catalog(SMALL).model_copy(update={"retired": (retired,)})
    catalog = followed(small, words)
    assert isinstance(catalog, Catalog)
    folder = tmp_path_factory.mktemp("hostile-site")
    with pytest.MonkeyPatch.context() as patch:  # such words could not be loaded
        patch.setattr("publishing.content.load_catalog", lambda _: catalog)
        patch.setattr(
            "exports.downloads.notice_json", lambda _: b""
        )  # which has the limits as well
        return Site(build_site(folder, data, {}), catalog)


def followed(record: Record, words: str) -> Record:
    """A record with some words after all text that is free to be written, whatever its limits."""
    found: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        kinds = str(field.annotation)
        if "Literal" in kinds or "pattern" in kinds or name == "received":
            if "Literal" in kinds and value is None:
                value = get_args(get_args(field.annotation)[0])[0]
        elif name == "law" and value is None:
            pass  # the same law: another name would be one that is not cited
        elif value is None and "str" in kinds and "tuple" not in kinds:
            value = f"字{words}"
        else:
            value = _followed(value, words)
        found[name] = value
    return type(record).model_construct(**found)


def _followed(value: object, words: str) -> object:
    if isinstance(value, Record):
        return followed(value, words)
    if isinstance(value, tuple):
        return tuple(_followed(one, words) for one in value)
    if isinstance(value, str) and re.search("[一-鿿]", value):  # an id or a slug has none
        return value + words
    return value


def test_hostile_text_is_inert(hostile: Site) -> None:
    for path in hostile.folder.rglob("*.html"):
        page = lxml.html.fromstring(path.read_bytes())
        name = path.relative_to(hostile.folder)
        assert not page.xpath("//script[contains(., 'alert(1)')]"), name
        assert not page.xpath("//*[@onmouseover or @autofocus]"), name
        assert not page.xpath("//@href[starts-with(., 'javascript:x')]"), name
        assert not page.xpath("//*[@id='z']"), name
        assert not page.xpath("//a[starts-with(@href, 'http://example')]"), name


def test_a_line_break_begins_no_heading(broken: Site) -> None:
    for path in broken.folder.rglob("*.html"):
        page = lxml.html.fromstring(path.read_bytes())
        name = path.relative_to(broken.folder)
        assert not page.xpath("//*[@onclick or contains(@data-moved, 'evil') or @id='z']"), name
        heads = [e.text_content() for e in page.xpath("//h1 | //h2 | //h3")]
        assert not [words for words in heads if words.strip().startswith("假")], name
        assert not page.xpath("//b[.='四']"), name
    words = "".join(broken.words("items/1/").split())
    assert "".join(LINES.split()) in words


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("items/1/", "//h1"),
        ("items/2/", "//p[@class='words']"),
        ("items/1/", "//p[@class='check']"),
        ("notice/", "//h2[@id='section-1']"),
        ("notice/", "//h3[@id='item-1']"),
        ("notice/", "//div[@class='document']"),
        ("", "//h1"),
        ("departments/yi/", "//h1"),
        ("sectors/ship/", "//h1"),
        ("sectors/", "//tbody//th"),
        ("glossary/", "//h2"),
        ("glossary/", "//p[@class='term-meaning']"),
        ("checklists/inspection-ship/", "//h1"),
        ("checklists/tasks-yi/", "//tr[@class='row']"),
        ("about/", "//article"),
    ],
)
def test_hostile_text_reads_as_written(hostile: Site, address: str, where: str) -> None:
    found = ["".join(e.text_content().split()) for e in hostile.html(address).xpath(where)]
    assert any("".join(ALL.split()) in text for text in found), found


def test_hostile_text_in_the_title_bar(hostile: Site) -> None:
    title = hostile.html("items/1/").xpath("//title")[0].text_content()
    assert "{{ 7*7 }}" in title
    assert "49" not in title


def test_tables_keep_their_shape(hostile: Site) -> None:
    rows = hostile.html("checklists/tasks-yi/").xpath("//tr[@class='row']")
    assert rows
    assert all(len(row.xpath("./td")) == 14 for row in rows)
