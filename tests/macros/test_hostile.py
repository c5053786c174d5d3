"""Text that looks like markup stays text on every page: in headings, tables, attributes, titles."""

from __future__ import annotations

import json
import shutil

import lxml.html
import pytest

from notice.catalog import load_catalog
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
    return built_with(tmp_path_factory, "'" + ALL.replace("'", "''") + "'")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built_with(tmp_path_factory, json.dumps(LINES))


def built_with(tmp_path_factory: pytest.TempPathFactory, quoted: str) -> Site:
    """The small site with a text, as YAML has it, in all kinds of fields."""
    data = tmp_path_factory.mktemp("hostile") / "data"
    shutil.copytree(SMALL, data)
    for file, old, new in (
        ("items", "title: 落实责任", f"title: {quoted}"),
        ("items", "text: 企业要自查。", f"text: {quoted}"),
        ("items", "check: 查会议纪要", f"check: {quoted}"),
        ("items", "label: 季度会议", f"label: '{'<b>|*{{1}}'}'"),
        ("items", "title: 压实责任", f"title: {quoted}"),
        ("items", "preamble: 2031年要做好安全生产。", f"preamble: {quoted}"),
        ("items", "title: 某省人民政府关于做好2031年安全生产工作的通知", f"title: {quoted}"),
        ("items", "[省乙局]", f"[{quoted}]"),
        ("departments", "short_name: 省乙局", f"short_name: {quoted}"),
        ("departments", "nature: 泛指群体", f"nature: {quoted}"),
        ("sectors", "name: 船舶", f"name: {quoted}"),
        ("glossary", "term: 三无船舶", f"term: {quoted}, meaning: {quoted}, note: {quoted}"),
    ):
        path = data / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    folder = tmp_path_factory.mktemp("hostile-site")
    catalog = load_catalog(data, proof=False)
    with pytest.MonkeyPatch.context() as patch:  # no received text could prove such words
        patch.setattr("notice.catalog.verify_text", lambda *_: [])
        return Site(build_site(folder, data, {}), catalog)


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
        assert not page.xpath("//*[@onclick or @data-moved or @id='z']"), name
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
