"""Nothing published loses its address: it stays, leads on, or says why it is gone."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from playwright.sync_api import BrowserContext, expect

from exports.downloads import lists, planned
from exports.offline_bundle import offer
from notice.catalog import load_catalog
from notice.models import Catalog, Retired
from notice.problems import DataError
from notice.record.published import check_published, read_published
from publishing.addresses import addresses
from tests.conftest import ROOT, SMALL, Site, build_site

DATA = ROOT / "data"
FORMS = ("inspection", "selfcheck", "supervision")


def test_the_list_is_what_readers_can_link_to(site: Site) -> None:
    """Recorded, and really there: pages, files, the ids of tasks where they live."""
    published = read_published(DATA)
    assert len(published) == len(set(published)) > 900
    html = functools.cache(site.html)
    for address in published:
        page, _, fragment = address.partition("#")
        page = page.removeprefix("/")
        if fragment:
            assert html(page).xpath("//article//*[@id=$id]", id=fragment), address
        elif page.endswith("/") or not page:
            assert (site.folder / page / "index.html").is_file(), address
        else:
            assert (site.folder / page).is_file(), address
    pages = {
        "/".join((*p.relative_to(site.folder).parent.parts, "")) or "/"
        for p in site.folder.rglob("index.html")
    }
    assert pages <= set(published)
    promised = {address for address in published if "#" in address}
    assert promised >= {f"items/{i.number}/#{i.id}" for i in site.catalog.items}
    assert promised >= {
        f"{page}#{task.id}"
        for item in site.catalog.items
        for clause in item.clauses
        for task in clause.tasks
        for page in (f"items/{item.number}/", "notice/")
    }
    assert promised >= {f"glossary/#{term.id}" for term in site.catalog.glossary}


def test_a_heading_is_no_promise(everything_small: tuple[str, ...]) -> None:
    assert {"departments/", "items/1/#item-1", "items/1/#item-1-1"} <= set(everything_small)
    anchors = {address.partition("#")[2] for address in everything_small} - {""}
    headings = {"departments", "own", "lead", "named", "tasks", "responsible", "home", "steps"}
    assert not anchors & headings


@pytest.mark.slow
def test_an_unrecorded_or_struck_address_is_told(small_project: Path) -> None:
    project = small_project

    def check(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "scripts/addresses.py", *words]
        return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    assert check("record").returncode == 0
    for words in (["init", "-q"], ["add", "data"], ["commit", "-qm", "first"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
        subprocess.run(["git", *who, *words], cwd=project, check=True)
    assert check().returncode == 0
    path = project / "data" / "published.txt"
    path.write_text(path.read_text("utf-8").replace("sectors/ship/\n", "", 1), "utf-8")
    done = check("check", "--base", "HEAD")
    assert done.returncode == 1
    assert "有 1 个网址还没有记入名单：\n  sectors/ship/" in done.stderr
    assert "只增不减，却少了 1 行" in done.stderr
    assert "记入 1 个新网址" in check("record").stdout
    assert check("check", "--base", "HEAD").returncode == 0


@pytest.mark.slow
def test_retiring_by_command(small_project: Path, small: Catalog) -> None:
    project = small_project

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "scripts/addresses.py", *words]
        return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)

    def retire(*words: str) -> subprocess.CompletedProcess[str]:
        return run("retire", *words)

    assert run("record").returncode == 0
    file = project / "data" / "retired.yaml"
    before = file.read_text("utf-8")
    used = next(task.id for task in small.items[0].clauses[0].tasks)
    done = retire(f"#{used}", "--reason", "并入上一项")
    assert done.returncode == 1
    assert f"编号“#{used}”已停用，却还有任务在用。" in done.stderr
    assert "没有写入" in done.stderr
    assert file.read_text("utf-8") == before
    assert (
        retire("sectors/old/", "--to", "sectors/typhoon/", "--reason", "改了名字。").returncode == 0
    )
    assert file.read_text("utf-8").endswith(
        '- address: "sectors/old/"\n  moved_to: ["sectors/typhoon/"]\n  reason: "改了名字"\n'
    )
    assert retire("sectors/older/", "--reason", "不再单列").returncode == 0
    done = run()
    assert done.returncode == 1
    assert "从未发布过“sectors/old/”" in done.stderr


@pytest.fixture(scope="module")
def everything_small(small: Catalog) -> tuple[str, ...]:
    """The addresses of the small site, in which every id was published."""
    files = (*lists(small), *planned(small), offer())
    return addresses(small, ROOT / "docs", files)


@pytest.fixture(scope="module")
def edited(everything_small: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published, then: a sector gets another slug, a task is renamed, one split, one deleted."""
    folder = tmp_path_factory.mktemp("edited") / "data"
    shutil.copytree(SMALL, folder)
    (folder / "published.txt").write_text("".join(f"{a}\n" for a in everything_small), "utf-8")
    edit(folder / "sectors.yaml", "slug: ship", "slug: vessel")
    edit(folder / "items.yaml", "sectors: [ship]", "sectors: [vessel]")
    edit(folder / "items.yaml", "id: item-1-1", "id: item-1-2")
    edit(folder / "items.yaml", "id: item-2-1", "id: item-2-2")
    edit(
        folder / "items.yaml",
        """              - id: item-3-2
                text: 严查“三无”船舶，
                actors: [regulator, enterprise]
                editorial: {label: 三无船舶, enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}}
""",
        """              - id: item-3-3
                text: 严查
                actors: [regulator]
                editorial: {label: 严查, authority: {question: 违法的船是否都查了？, method: 核对数目}}
              - id: item-3-4
                text: “三无”船舶，
                actors: [regulator, enterprise]
                editorial: {label: 三无船舶, enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}}
""",
    )
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def build(folder: Path, data: Path) -> Site:
    catalog = load_catalog(data)
    return Site(build_site(folder, data, {}), catalog)


@pytest.mark.outside
def test_a_build_without_a_word_is_refused(edited: Path, tmp_path: Path) -> None:
    with pytest.raises(Abort) as refusal:
        build(tmp_path, edited)
    reported = str(refusal.value)
    for line in (
        "去掉：#item-1-1",
        "去掉：#item-3-2",
        "去掉：sectors/ship/",
        "去掉：downloads/inspection-ship.pdf",
        "新增：#item-3-3",
        "新增：sectors/vessel/",
        "retire '#item-1-1' --to '#item-1-2' --reason '为什么'",
        "retire '#item-3-2' --reason '为什么'",
    ):
        assert line in reported
    assert "sectors/ship/#sector" not in reported  # its page is
    assert not any(tmp_path.rglob("*.html"))


@pytest.fixture(scope="module")
def mended(edited: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    moved = {"sectors/ship/": "sectors/vessel/"}
    for form in FORMS:
        moved[f"checklists/{form}-ship/"] = f"checklists/{form}-vessel/"
        for ending in (".pdf", ".xlsx", "-pocket.pdf"):
            name = f"downloads/{form}-ship{ending}"
            if name in read_published(edited):
                moved[name] = name.replace("ship", "vessel")
    entries = [f"- {{address: {a}, moved_to: [{to}], reason: 改了网址}}" for a, to in moved.items()]
    entries += [
        "- {address: '#item-1-1', moved_to: ['#item-1-2'], reason: 编号改正}",
        "- {address: '#item-3-2', moved_to: ['#item-3-3', '#item-3-4'], reason: 拆成两项}",
        "- {address: '#item-2-1', reason: 不再单列}",
    ]
    (edited / "retired.yaml").write_text("\n".join(entries), "utf-8")
    return build(tmp_path_factory.mktemp("mended"), edited)


def test_every_old_address_still_opens(mended: Site, small_site: Site, edited: Path) -> None:
    for address in read_published(edited):
        page = address.partition("#")[0].removeprefix("/")
        assert (mended.folder / page).exists(), address
    old, new = (mended.folder / "downloads" / f"inspection-{s}.pdf" for s in ("ship", "vessel"))
    assert old.read_bytes() == new.read_bytes()


def test_tombstones(mended: Site) -> None:
    for page in ("items/3/", "notice/"):
        stone = mended.html(page).get_element_by_id("item-3-2")
        assert "已停用：拆成两项。现见：3-3、3-4。（编写组说明）" in stone.text_content()
        links = [str(link) for link in stone.xpath(".//a/@href")]
        assert [link.rpartition("#")[2] for link in links] == ["item-3-3", "item-3-4"]
    gone = mended.html("items/2/").get_element_by_id("item-2-1").text_content()
    assert "2-1 已停用：不再单列。" in gone
    assert "现见" not in gone


@pytest.fixture
def url(mended: Site) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(mended.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_moved_page_leads_on_with_its_fragment(url: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{url}checklists/inspection-ship/#item-3-4")
    page.wait_for_url(f"{url}checklists/inspection-vessel/#item-3-4")
    expect(page.locator("#item-3-4")).to_be_visible()


def test_a_moved_page_without_scripts(url: str, mended: Site, context: BrowserContext) -> None:
    moved = mended.html("sectors/ship/")
    assert moved.xpath("//noscript/meta[@http-equiv='refresh']/@content") == [
        "0; url=../../sectors/vessel/"
    ]
    assert "已停用：改了网址。现见：sectors/vessel/。" in moved.xpath("//article")[0].text_content()
    browser = context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{url}sectors/ship/")
    page.wait_for_url(f"{url}sectors/vessel/")
    plain.close()


def test_a_list_leads_on_to_a_task_it_no_longer_has(url: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{url}sectors/vessel/#item-3-2")
    expect(page.locator(".not-here")).to_have_text("本页没有 3-2，请看第 3 项的页面。")
    page.get_by_role("link", name="第 3 项的页面").click()
    page.wait_for_url(f"{url}items/3/#item-3-2")
    expect(page.locator("#item-3-2")).to_be_in_viewport()


def retired(address: str, *targets: str) -> Retired:
    return Retired(address=address, moved_to=targets, reason="试")


def test_what_an_entry_covers() -> None:
    def gone(present: tuple[str, ...], *entries: Retired) -> tuple[str, ...]:
        return check_published(("a/", "a/#x", "a/#item-1-1", "f.pdf"), present, entries).gone

    assert gone(()) == ("a/", "f.pdf")
    assert gone(("a/", "f.pdf")) == ("a/#x", "#item-1-1")
    everything = ("a/", "a/#x", "a/#item-1-1", "f.pdf")
    assert gone(everything) == ()
    assert gone(("a/", "a/#x", "f.pdf"), retired("#item-1-1")) == ()
    assert gone(("f.pdf",), retired("a/")) == ()  # a page that says why speaks for its anchors
    assert gone(("f.pdf", "b/", "b/#x", "b/#item-1-1"), retired("a/", "b/")) == ()
    # Who is led on to a page without the anchor has lost it.
    assert gone(("f.pdf", "b/", "b/#item-1-1"), retired("a/", "b/")) == ("a/#x",)


def test_entries_that_say_nothing_true() -> None:
    def wrong(*entries: Retired) -> str:
        return check_published(("a/", "b/", "c/"), ("a/",), (*entries, retired("c/"))).report()

    assert "“a/”还在用，不能停用" in wrong(retired("a/"), retired("b/"))
    assert "从未发布过“z/”" in wrong(retired("z/"), retired("b/"))
    assert "“b/”的去处“q/”不存在" in wrong(retired("b/", "q/"))
    assert wrong(retired("b/", "a/")) == ""


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ("[{address: '#item-1-1', reason: 试}]", "编号“#item-1-1”已停用，却还有任务在用。"),
        ("[{address: '#item-1-9', moved_to: ['#item-1-8'], reason: 试}]", "去处“#item-1-8”不存在。"),
        ("[{address: a/, moved_to: [b/], reason: 试}, {address: b/, moved_to: [a/], reason: 试}]", "转来转去"),
        ("[{address: a/, reason: 试}, {address: a/, reason: 试}]", "“a/”整条写了两遍"),
        ("[{address: ../a/, reason: 试}]", "“../a/”不能用作网址。"),
        ("[{address: a/, moved_to: ['https://b/'], reason: 试}]", "“https://b/”不能用作网址。"),
        ("[{address: a/}]", "缺少字段“reason”。"),
    ],
)  # fmt: skip
def test_refused_entries(tmp_path: Path, entries: str, told: str) -> None:
    data = shutil.copytree(SMALL, tmp_path / "data")
    (data / "retired.yaml").write_text(f"{entries}\n", "utf-8")
    with pytest.raises(DataError, match=r"retired\.yaml:") as refusal:
        load_catalog(data)
    assert told in str(refusal.value)


def test_a_retired_id_is_not_given_again(tmp_path: Path) -> None:
    data = shutil.copytree(SMALL, tmp_path / "data")
    (data / "retired.yaml").write_text("- {address: '#item-1-7', reason: 试}\n", "utf-8")
    edit(data / "items.yaml", "id: item-1-1", "id: item-2-5")
    with pytest.raises(DataError, match="下一个空号是 item-1-8"):
        load_catalog(data)
