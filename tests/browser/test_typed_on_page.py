"""What is typed on a page is on paper, in every tab, in the backup and in the CSV, or it is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from returns.read import read_filled
from tests.browser.test_checklist import KEY, SHEET, ready
from tests.conftest import Server

LONG = "".join(
    f"第{number}处隐患，现场照片编号{number:05}，责任人已说明；" for number in range(1, 8)
)
FORMS = ("inspection-gas", "selfcheck-gas", "tasks-lincao", "breakdown-counties")


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def sheet(context: BrowserContext, server: Server) -> Page:
    return opened(context, server.url + SHEET)


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    ready(page)
    return page


def first_note(page: Page, row: int = 0) -> str:
    """The id of a row, whose last text field is for notes."""
    found = page.locator("tr.row").nth(row).get_attribute("id")
    assert found
    return found


def on_paper(page: Page) -> str:
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_all_of_a_note_is_on_paper(context: BrowserContext, server: Server, form: str) -> None:
    """However wide the window was when it was typed and is when it is printed."""
    page = opened(context, f"{server.url}checklists/{form}/")
    for width in (390, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        note = page.locator("tr.row").nth(1).locator("textarea").last
        note.fill(f"{width}像素：{LONG}")
        page.set_viewport_size({"width": width - 60, "height": 700})
        note.focus()
        # A note may run over to the next sheet, where the head of the table comes between.
        paper = on_paper(page)
        parts = f"{width}像素：{LONG}".split("；")
        assert [part for part in parts if part not in paper] == [], width


def test_text_that_arrives_in_a_hidden_row_is_there_when_it_is_shown(
    sheet: Page, context: BrowserContext, server: Server
) -> None:
    task = first_note(sheet)
    sheet.locator("[data-fill-bar] select").first.select_option("不符合")
    expect(sheet.locator(f"#{task}")).to_be_hidden()
    other = opened(context, server.url + SHEET)
    other.locator(f"#{task} textarea").last.fill(LONG)
    expect(sheet.locator(f"#{task} textarea").last).to_have_value(LONG)
    sheet.locator("[data-fill-bar] select").first.select_option("")
    field = sheet.locator(f"#{task} textarea").last
    expect(field).to_be_visible()
    assert field.evaluate("e => e.clientHeight + 2 >= e.scrollHeight && e.clientHeight > 30")
    assert all(part in on_paper(sheet) for part in LONG.split("；"))


def exported(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


def test_screen_backup_and_csv_say_what_another_tab_wrote(
    sheet: Page, context: BrowserContext, server: Server
) -> None:
    task = first_note(sheet)
    sheet.locator(f"#{task} textarea").last.fill("旧")
    sheet.locator(f"#{task} textarea").last.focus()
    other = opened(context, server.url + SHEET)
    other.locator(f"#{task} textarea").last.fill("另一个标签页改过")
    expect(sheet.locator(f"#{task} textarea").last).to_have_value("另一个标签页改过")
    backup = json.loads(exported(sheet, "导出备份"))
    assert "另一个标签页改过" in backup["rows"][task]["fields"].values()
    assert "另一个标签页改过" in exported(sheet, "导出 CSV").decode("utf-8-sig")


def test_back_shows_what_was_written_meanwhile(sheet: Page, server: Server) -> None:
    task = first_note(sheet)
    sheet.locator(f"#{task} textarea").last.fill("先写")
    sheet.goto(f"{server.url}about/")
    record = sheet.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    (title,) = record["rows"][task]["fields"]
    record["rows"][task]["fields"][title] = "别处后写"
    sheet.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, json.dumps(record)])
    sheet.go_back()
    ready(sheet)
    expect(sheet.locator(f"#{task} textarea").last).to_have_value("别处后写")
    assert "别处后写" in exported(sheet, "导出备份").decode()


GOOD = {"form": "inspection-coal-mine", "version": "x", "head": {}, "rows": {}}
ODD: dict[str, object] = {
    "null": None,
    "list": [],
    "number": 7,
    "text": "x",
    "no rows": {"form": "inspection-coal-mine", "version": "x", "head": {}},
    "rows null": GOOD | {"rows": None},
    "rows list": GOOD | {"rows": []},
    "head null": GOOD | {"head": None},
    "head number": GOOD | {"head": {"地点": 3}},
    "row null": GOOD | {"rows": {"item-10-1": None}},
    "row text": GOOD | {"rows": {"item-10-1": "x"}},
    "fields null": GOOD | {"rows": {"item-10-1": {"words": "x", "fields": None}}},
    "field object": GOOD | {"rows": {"item-10-1": {"words": "x", "fields": {"结果": {}}}}},
    "words missing": GOOD | {"rows": {"item-10-1": {"fields": {}}}},
    "no id": GOOD | {"rows": {"煤矿": {"words": "x", "fields": {}}}},
    "prototype": '{"form":"inspection-coal-mine","version":"x","head":{"__proto__":"x"},"rows":{}}',
    "another form": GOOD | {"form": "inspection-gas"},
    "another notice": GOOD | {"notice": "晋政发〔2026〕1号"},
    "more parts": GOOD | {"extra": 1},
}


def test_a_file_of_an_odd_shape_is_refused_whole(sheet: Page, tmp_path: Path) -> None:
    task = first_note(sheet)
    sheet.locator(f"#{task} textarea").last.fill("自己的")
    before = sheet.evaluate("key => localStorage.getItem(key)", KEY)
    path = tmp_path / "odd.json"
    for name, content in ODD.items():
        text = content if name == "prototype" else json.dumps(content, ensure_ascii=False)
        path.write_text(str(text), "utf-8")
        sheet.evaluate("document.querySelector('.fill-message').textContent = ''")
        sheet.locator("input[type=file]").set_input_files(path)
        message = sheet.locator(".fill-message")
        expect(message, name).not_to_be_empty()
        said = message.text_content() or ""
        assert "已导入" not in said, name
        assert any("一" <= letter <= "鿿" for letter in said), (name, said)
        assert sheet.evaluate("key => localStorage.getItem(key)", KEY) == before, name
    path.write_bytes("表".encode("gb18030") + json.dumps(GOOD).encode())
    sheet.locator("input[type=file]").set_input_files(path)
    expect(sheet.locator(".fill-message")).to_contain_text("不是本页导出的文件")


def test_nothing_is_reported_as_imported_that_was_not_stored(sheet: Page, tmp_path: Path) -> None:
    rows = {first_note(sheet): {"words": "x", "fields": {"问题描述／取证编号": "甲" * 5_300_000}}}
    path = tmp_path / "huge.json"
    path.write_text(json.dumps(GOOD | {"rows": rows}, ensure_ascii=False), "utf-8")
    assert path.stat().st_size > 12_000_000
    sheet.locator("input[type=file]").set_input_files(path)
    message = sheet.locator(".fill-message")
    expect(message).to_contain_text("没有", timeout=20_000)
    assert "已导入" not in (message.text_content() or "")


def test_odd_records_in_the_storage_are_each_kept_aside(sheet: Page) -> None:
    kept = []
    for name, content in ODD.items():
        if name in {"another form", "another notice", "more parts"}:
            continue
        text = content if name == "prototype" else json.dumps(content, ensure_ascii=False)
        kept.append(text)
        sheet.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, text])
        sheet.reload()
        ready(sheet)
        expect(sheet.locator(".fill-message"), name).to_contain_text("原样另存")
    aside = sheet.evaluate(
        "key => Object.keys(localStorage).filter(k => k.startsWith(key + ':damaged')).map(k => localStorage[k])",
        KEY,
    )
    assert sorted(aside) == sorted(map(str, kept))
    task = first_note(sheet)
    sheet.locator(f"#{task} textarea").last.fill("还能写")
    assert "还能写" in sheet.evaluate("key => localStorage.getItem(key)", KEY)


def test_the_key_of_before_is_taken_over_once_and_by_its_notice_only(sheet: Page) -> None:
    task = first_note(sheet)
    sheet.locator(f"#{task} textarea").last.fill("以前写的")
    record = sheet.evaluate("key => localStorage.getItem(key)", KEY)
    former = "checklist:inspection-coal-mine"
    sheet.evaluate(
        "([key, former, text]) => { localStorage.removeItem(key); localStorage.setItem(former, text); }",
        [KEY, former, record],
    )
    sheet.reload()
    ready(sheet)
    expect(sheet.locator(f"#{task} textarea").last).to_have_value("以前写的")
    assert sheet.evaluate("key => localStorage.getItem(key)", former) is None
    foreign = record.replace(json.loads(record)["rows"][task]["words"], "00000000")
    sheet.evaluate(
        "([key, former, text]) => { localStorage.removeItem(key); localStorage.setItem(former, text); }",
        [KEY, former, foreign],
    )
    sheet.reload()
    ready(sheet)
    expect(sheet.locator(f"#{task} textarea").last).to_have_value("")
    assert sheet.evaluate("key => localStorage.getItem(key)", former) == foreign


TYPED = (
    "140101202300123456", "00123", "3-5", "1/2", "03517654321", "=1+1", "＝1+1", "+86", "－5",
    "@某", "＠某", "\t制表", "1e5", "2024-6-30", "'引号", "“引号”", "a;b,c\n第二行", "TRUE", "12%",
)  # fmt: skip


def test_a_csv_is_read_back_as_typed(sheet: Page, tmp_path: Path) -> None:
    tasks = sheet.locator("tr.row").evaluate_all("rows => rows.map(row => row.id)")
    typed = dict(zip(tasks, TYPED, strict=False))
    assert len(typed) == len(TYPED)
    for task, text in typed.items():
        sheet.locator(f"#{task} textarea").last.fill(text)
    blanks = ("执法证号", "被检查单位", "地点")
    for label, text in zip(blanks, ("00123", "=1+1", "a;b,c"), strict=True):
        sheet.get_by_label(label, exact=True).fill(text)
    path = tmp_path / "sheet.csv"
    path.write_bytes(exported(sheet, "导出 CSV"))
    filled = read_filled(path)
    read = {row.id: str(row.values.get("问题描述／取证编号", "")).strip() for row in filled.rows}
    assert {t: said for t, said in read.items() if said} == {t: s.strip() for t, s in typed.items()}
    assert filled.unit == "=1+1"
    assert {"执法证号：00123", "地点：a;b,c"} <= set(filled.notes)
