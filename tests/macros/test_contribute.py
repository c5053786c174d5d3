"""A correction finds its way: the guide and its example, the line on item pages, form and slip."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
import yaml
from playwright.sync_api import BrowserContext

from forms.addresses import item_page
from macros.environment import environment
from macros.pages import pages
from macros.render import render
from notice.catalog import load_catalog
from notice.models import Catalog
from notice.problems import DataError
from notice.reading.source_lines import source_lines
from notice.wording import task_name
from tests.conftest import ROOT, SMALL, Server, Site, build_site

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
LABEL = re.compile(r"(- id: item-3-1\n(?:.*\n)*?\s+label: ).*")


def with_label(folder: Path, label: str) -> Path:
    """The data with the guide's example carried out, whatever stands there now."""
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    path = data / "items.yaml"
    text, count = LABEL.subn(rf"\g<1>{label}", path.read_text("utf-8"), count=1)
    assert count == 1, "CONTRIBUTING.md 的例子用 item-3-1，它不在了：请换一项现有的任务"
    path.write_text(text, "utf-8")
    return data


def labels_of_example() -> list[str]:
    return re.findall(r"^ {18}label: (.+)$", GUIDE, re.MULTILINE)


def test_the_example_is_what_the_checker_prints(tmp_path: Path) -> None:
    _, wrong, *_ = labels_of_example()
    with pytest.raises(DataError) as refused:
        load_catalog(with_label(tmp_path, wrong))
    line = str(refused.value.problems[0].line)  # moves with every edit above it
    told = re.escape(str(refused.value)).replace(line, r"\d+")
    assert re.search(rf"^```\n{told}\n```$", GUIDE, re.MULTILINE), refused.value


def test_the_mend_of_the_example_is_accepted(tmp_path: Path) -> None:
    catalog = load_catalog(with_label(tmp_path, labels_of_example()[-1]))
    labels = {t.id: task_name(t) for i in catalog.items for c in i.clauses for t in c.tasks}
    assert labels["item-3-1"] == labels_of_example()[-1]


def test_page_says_what_the_file_says(site: Site) -> None:
    page = site.html("contribute/")
    shown = site.words("contribute/")
    for heading, name in re.findall(r"^## (.+?) <!-- #(.+?) -->$", GUIDE, re.MULTILINE):
        assert page.xpath(f"//h2[@id='{name}']")[0].text_content() == heading
    for block in re.findall(r"^```\w*\n(.+?)\n```$", GUIDE, re.MULTILINE | re.DOTALL):
        assert "".join(block.split()) in shown
    assert len(page.xpath("//article//h2")) == GUIDE.count("\n## ")
    assert site.html("about/").xpath("//article//a[@href='../contribute/']")


@pytest.mark.parametrize("name", ["site", "small_site"])
def test_item_pages_name_their_line(name: str, request: pytest.FixtureRequest) -> None:
    built: Site = request.getfixturevalue(name)
    data = ROOT / "data" if name == "site" else SMALL
    lines = (data / "items.yaml").read_text("utf-8").splitlines()
    for item in built.catalog.items:
        (line,) = built.html(item_page(item)).xpath("//p[contains(@class, 'correct')]")
        found = re.search(r"(\S+) 第 (\d+) 行", line.text_content())
        assert found is not None
        assert found[1] == f"{data.name}/items.yaml"
        assert lines[int(found[2]) - 1].strip() == f"- id: {item.id}"
        assert line.xpath(".//a/@href") == ["../../contribute/slip/", "../../contribute/"]


@pytest.mark.parametrize(
    "prefix", ["https://git.example.org/a/blob/main", "https://git.example.org/a/blob/main/"]
)
def test_with_a_repository_the_line_is_a_link(prefix: str, catalog: Catalog) -> None:
    found = source_lines(ROOT / "data", prefix)
    env = environment(catalog, source_lines=found)
    item = catalog.items[-1]
    page = next(page for page in pages(catalog) if page.address == item_page(item))
    link = f"https://git.example.org/a/blob/main/data/items.yaml#L{found.lines[item.id]}"
    assert f'href="{link}"' in render(env, page)


def test_a_repository_brings_a_link_and_no_request(tmp_path: Path) -> None:
    extra = {"documents": False, "repository": "https://git.example.org/"}
    built = Site(build_site(tmp_path, SMALL, extra), load_catalog(SMALL))
    page = built.html("items/1/")
    outside = page.xpath("//@href[contains(., 'git.example.org')]")
    assert [str(a).split("#")[0] for a in outside] == ["https://git.example.org/small/items.yaml"]
    assert not page.xpath("//@src[contains(., 'git.example.org')]")


def test_form_and_slip_ask_the_same(site: Site) -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/correction.yml").read_text("utf-8"))
    fields = {part["id"]: part for part in form["body"] if "id" in part}
    assert len(fields) == sum(part["type"] != "markdown" for part in form["body"])
    boxes = site.html("contribute/slip/").xpath("//tr[th='哪一类']/td//span[@class='box']")
    assert [str(box.tail).strip("　") for box in boxes] == fields["kind"]["attributes"]["options"]
    slip = site.words("contribute/slip/")
    for name in ("now", "should", "basis", "version"):
        assert fields[name]["attributes"]["label"] in slip


@pytest.mark.slow
def test_slip_prints_on_one_sheet(server: Server, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{server.url}contribute/slip/")
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(document) == 1
    assert [round(size * 25.4 / 72) for size in document[0].get_size()] == [210, 297]
    words = "".join(document[0].get_textpage().get_text_range().split())
    assert all(word in words for word in ("现在写的", "应当是", "编写组填写", "复核人", "—1/1—"))
    assert "如何修订" not in words
