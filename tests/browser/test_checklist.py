"""Filling a form in on the page, in a real browser: kept, counted, shared, never lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from forms.form import Form
from notice.ids import short
from notice.queries import of_actor
from notice.resolved import ResolvedTask
from notice.wording import task_name
from returns.match import Merger
from returns.read import read_filled
from tests.conftest import Server, form_of

SHEET = "checklists/inspection-coal-mine/"
KEY = "checklist:晋政发〔2024〕1号:inspection-coal-mine"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def sheet(context: BrowserContext, server: Server) -> Page:
    page = context.new_page()
    page.goto(server.url + SHEET)
    ready(page)
    expect(page.locator("[data-fill-bar]")).to_be_visible()
    return page


@pytest.fixture
def form(server: Server) -> Form:
    """What is on the sheet, whatever editors make of its tasks, their numbers and names."""
    return form_of(server.site.catalog, "inspection-coal-mine")


@pytest.fixture
def rows(form: Form) -> tuple[ResolvedTask, ...]:
    return tuple(row.task for row in form.rows)


@pytest.fixture
def ids(rows: tuple[ResolvedTask, ...]) -> tuple[str, ...]:
    return tuple(entry.task.id for entry in rows)


def ready(page: Page) -> None:
    """Fields are made a few rows at a time; the bar is busy until all are there."""
    expect(page.locator("[data-fill-bar]:not([aria-busy])")).to_have_count(1)


def tick(page: Page, task: str, word: str) -> None:
    page.locator(f"#{task} button[value='{word}']").click()


def pressed(page: Page, task: str) -> list[str]:
    buttons = page.locator(f"#{task} button[aria-pressed=true]")
    words: list[str] = buttons.evaluate_all("all => all.map(b => b.value)")
    return words


def note(page: Page, task: str) -> str:
    return page.locator(f"#{task} textarea").input_value()


def test_what_is_ticked_is_there_again(sheet: Page, ids: tuple[str, ...]) -> None:
    tick(sheet, ids[0], "不符合")
    sheet.locator(f"#{ids[0]} textarea").fill("没有分工台账")
    sheet.get_by_label("被检查单位", exact=True).fill("某煤矿")
    expect(sheet.locator("[data-fill-count]")).to_have_text(f"已填 1 / {len(ids)}（不符合 1）")
    tick(sheet, ids[1], "符合")
    tick(sheet, ids[1], "不涉及")
    assert pressed(sheet, ids[1]) == ["不涉及"]
    tick(sheet, ids[1], "不涉及")
    assert pressed(sheet, ids[1]) == []
    sheet.reload()
    ready(sheet)
    assert pressed(sheet, ids[0]) == ["不符合"]
    assert note(sheet, ids[0]) == "没有分工台账"
    assert sheet.get_by_label("被检查单位", exact=True).input_value() == "某煤矿"
    expect(sheet.locator("[data-fill-count]")).to_have_text(f"已填 1 / {len(ids)}（不符合 1）")


def test_boxes_work_with_the_keyboard_and_have_names(
    sheet: Page, rows: tuple[ResolvedTask, ...]
) -> None:
    box = sheet.get_by_role("button", name=f"{task_name(rows[0].task)}：结果不符合")
    box.focus()
    sheet.keyboard.press("Space")
    expect(box).to_have_attribute("aria-pressed", "true")


def head_box(page: Page, title: str, word: str) -> Locator:
    return page.get_by_role("button", name=f"{title}：{word}", exact=True)


def test_boxes_of_head_and_foot(sheet: Page) -> None:
    for word in ("四不两直", "远程+现场"):
        head_box(sheet, "检查方式", word).click()
    head_box(sheet, "结论", "未发现问题").click()
    head_box(sheet, "结论", "发现问题").click()  # the other one no longer holds
    sheet.get_by_label("问题项数", exact=True).fill("3")
    sheet.reload()
    ready(sheet)
    on = [
        box.get_attribute("aria-label")
        for box in sheet.locator("[data-choice] [aria-pressed=true]").all()
    ]
    assert on == ["检查方式：四不两直", "检查方式：远程+现场", "结论：发现问题"]
    assert sheet.get_by_label("问题项数", exact=True).input_value() == "3"
    with sheet.expect_download() as download:
        sheet.get_by_role("button", name="导出 CSV").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert "检查方式,四不两直、远程+现场" in text
    assert "结论,发现问题" in text
    head_box(sheet, "结论", "发现问题").click()
    expect(head_box(sheet, "结论", "发现问题")).to_have_attribute("aria-pressed", "false")


def test_both_reports_of_a_self_check(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.url}checklists/selfcheck-coal-mine/")
    ready(page)
    for word in ("已报部门", "已向职工报告"):
        head_box(page, "重大事故隐患“双报告”", word).click()
        expect(head_box(page, "重大事故隐患“双报告”", word)).to_have_attribute(
            "aria-pressed", "true"
        )
    kept = page.evaluate("localStorage.getItem('checklist:晋政发〔2024〕1号:selfcheck-coal-mine')")
    assert json.loads(kept)["head"] == {"重大事故隐患“双报告”": "已报部门、已向职工报告"}


def test_two_tabs_do_not_overwrite_each_other(
    sheet: Page, context: BrowserContext, server: Server, ids: tuple[str, ...]
) -> None:
    other = context.new_page()
    other.goto(server.url + SHEET)
    ready(other)
    tick(sheet, ids[0], "符合")
    tick(other, ids[1], "不符合")
    expect(sheet.locator(f"#{ids[1]} button[value=不符合]")).to_have_attribute(
        "aria-pressed", "true"
    )
    sheet.reload()
    ready(sheet)
    assert pressed(sheet, ids[0]) == ["符合"]
    assert pressed(sheet, ids[1]) == ["不符合"]


def test_changed_and_gone_rows_are_told_and_kept(
    sheet: Page, ids: tuple[str, ...], rows: tuple[ResolvedTask, ...]
) -> None:
    tick(sheet, ids[0], "符合")
    sheet.evaluate(
        """([key, id]) => { const r = JSON.parse(localStorage[key]);
        r.rows[id].words = 'older'; r.version = '0a1b2c3d';
        r.rows['item-99-1'] = { words: 'x', fields: { 结果: '不符合', '问题描述／取证编号': '旧记录' } };
        localStorage[key] = JSON.stringify(r); }""",
        [KEY, rows[0].task.id],
    )
    sheet.reload()
    ready(sheet)
    told = sheet.locator("[data-fill-changes]")
    number = short(rows[0].task.id)
    expect(told).to_contain_text(f"{number} {task_name(rows[0].task)}：填写之后内容有变动")
    expect(told).to_contain_text(
        "99-1：已不在本表，填写的内容保留：结果：不符合；问题描述／取证编号：旧记录"
    )
    assert pressed(sheet, ids[0]) == ["符合"]
    tick(sheet, ids[2], "符合")
    sheet.reload()
    ready(sheet)
    expect(told).to_contain_text("旧记录")


def test_filters_hide_rows_on_screen_and_on_paper(
    sheet: Page, ids: tuple[str, ...], form: Form
) -> None:
    tick(sheet, ids[0], "不符合")
    sheet.get_by_label("按结果筛选").select_option("不符合")
    shown = sheet.locator("tr.row:visible")
    expect(shown).to_have_count(1)
    sheet.emulate_media(media="print")
    expect(shown).to_have_count(1)
    expect(sheet.locator("[data-fill-bar]")).to_be_hidden()
    sheet.emulate_media(media="screen")
    sheet.get_by_label("按结果筛选").select_option("")
    sheet.get_by_label("按部分筛选").select_option("2")
    expect(shown).to_have_count(len(form.groups[1].rows))
    sheet.get_by_label("按部分筛选").select_option("")
    sheet.get_by_label("按对象筛选").select_option("enterprise")
    expect(shown).to_have_count(len(of_actor((row.task for row in form.rows), "enterprise")))


def test_a_backup_goes_to_another_computer(
    sheet: Page, chromium: Browser, server: Server, tmp_path: Path, ids: tuple[str, ...]
) -> None:
    tick(sheet, ids[0], "不符合")
    sheet.locator(f"#{ids[0]} textarea").fill("第一行\n“引号”, 逗号")
    with sheet.expect_download() as download:
        sheet.get_by_role("button", name="导出备份").click()
    backup = tmp_path / "backup.json"
    download.value.save_as(backup)
    assert json.loads(backup.read_text("utf-8"))["form"] == "inspection-coal-mine"
    elsewhere = chromium.new_context()
    page = elsewhere.new_page()
    page.goto(server.url + SHEET)
    ready(page)
    tick(page, ids[1], "符合")
    page.locator("input[type=file]").set_input_files(backup)
    expect(page.locator(".fill-message")).to_contain_text("已导入")
    assert pressed(page, ids[0]) == ["不符合"]
    assert pressed(page, ids[1]) == ["符合"]
    assert note(page, ids[0]) == "第一行\n“引号”, 逗号"
    page.goto(f"{server.url}checklists/inspection-gas/")
    ready(page)
    page.locator("input[type=file]").set_input_files(backup)
    expect(page.locator(".fill-message")).to_contain_text("这是另一张表的文件")
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.locator(".fill-message")).to_contain_text("不是本页导出的文件")
    elsewhere.close()


@pytest.mark.parametrize(
    ("form", "title", "word", "unit", "notes"),
    [
        ("inspection-coal-mine", "结果", "不符合", "被检查单位", "问题描述／取证编号"),
        ("selfcheck-coal-mine", "结果", "否", "企业名称", "隐患描述"),
        ("tasks-yingji", "状态", "滞后", "填报单位（盖章）", "进展／佐证"),
        ("breakdown-counties", "状态", "滞后", "县（市、区）", "备注"),
    ],
)
def test_the_csv_is_what_merging_reads(
    context: BrowserContext,
    server: Server,
    tmp_path: Path,
    form: str,
    title: str,
    word: str,
    unit: str,
    notes: str,
) -> None:
    page = context.new_page()
    page.goto(f"{server.url}checklists/{form}/")
    ready(page)
    row = page.locator("tr.row").nth(3)
    task = row.get_attribute("id")
    assert task
    if row.locator("select").count():
        row.locator("select").select_option(word)
    else:
        row.locator(f"button[value={word}]").first.click()
    row.locator(f"td[data-field='{notes}'] textarea").fill("=备注")
    page.get_by_label(unit, exact=True).fill("某单位")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 CSV").click()
    path = tmp_path / f"{form}.csv"
    download.value.save_as(path)
    filled = read_filled(path)
    merged = Merger(server.site.catalog, date(2024, 7, 1)).merge([filled])
    assert filled.unit == "某单位"
    assert merged.findings == ()
    states = {joined.row.id: joined.state for joined in merged.rows}
    assert states.pop(task) == word
    assert set(states.values()) == {"未填"}
    typed = next(joined.row for joined in merged.rows if joined.row.id == task)
    assert "=备注" in typed.values.values()


@pytest.mark.parametrize(
    ("trouble", "told"), [("QuotaExceededError", "存不下了"), ("SecurityError", "不允许在本机保存")]
)
def test_trouble_with_storage_is_told_and_the_screen_keeps_all(
    sheet: Page, trouble: str, told: str, ids: tuple[str, ...]
) -> None:
    sheet.evaluate(
        """name => { Storage.prototype.setItem = () => { throw new DOMException('no', name); }; }""",
        trouble,
    )
    tick(sheet, ids[0], "不符合")
    sheet.locator(f"#{ids[0]} textarea").fill("还在")
    expect(sheet.locator(".fill-message")).to_contain_text(told)
    assert pressed(sheet, ids[0]) == ["不符合"]
    with sheet.expect_download() as download:
        sheet.get_by_role("button", name="导出备份").click()
    kept = json.loads(Path(download.value.path()).read_text("utf-8"))["rows"]
    assert kept[ids[0]]["fields"]["问题描述／取证编号"] == "还在"
    assert kept[ids[0]]["fields"]["结果"] == "不符合"


def test_damaged_storage_is_put_aside(sheet: Page, ids: tuple[str, ...]) -> None:
    sheet.evaluate("key => localStorage.setItem(key, '{broken')", KEY)
    sheet.reload()
    ready(sheet)
    expect(sheet.locator(".fill-message")).to_contain_text("已损坏，原样另存")
    assert sheet.evaluate("key => localStorage.getItem(key + ':damaged')", KEY) == "{broken"
    tick(sheet, ids[0], "符合")
    sheet.reload()
    ready(sheet)
    assert pressed(sheet, ids[0]) == ["符合"]


def test_clearing_asks_first(sheet: Page, ids: tuple[str, ...]) -> None:
    tick(sheet, ids[0], "符合")
    sheet.once("dialog", lambda dialog: dialog.dismiss())
    sheet.get_by_role("button", name="清空", exact=True).click()
    assert pressed(sheet, ids[0]) == ["符合"]
    sheet.once("dialog", lambda dialog: dialog.accept())
    sheet.get_by_role("button", name="清空", exact=True).click()
    assert pressed(sheet, ids[0]) == []
    expect(sheet.locator("[data-fill-count]")).to_have_text(f"已填 0 / {len(ids)}")


def test_on_a_telephone_a_row_is_a_card(
    chromium: Browser, server: Server, ids: tuple[str, ...]
) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(server.url + SHEET)
    ready(page)
    row = page.locator(f"#{ids[0]}").bounding_box()
    box = page.locator(f"#{ids[0]} button[value=不符合]").bounding_box()
    assert row
    assert box
    assert 330 < row["width"] <= 390
    assert row["height"] < 400
    assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()


def test_every_box_of_a_card_says_what_its_head_says(chromium: Browser, server: Server) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server.url}checklists/selfcheck-gas/")
    shown = (
        page.locator("tr.row")
        .first.locator("td.tick")
        .evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::after').content)")
    )
    page.close()
    heads = ("是", "否", "不涉及", "重大")
    assert shown == [f'"{word}"' for word in heads]


def test_a_link_leads_to_its_row_also_among_cards_laid_out_late(
    chromium: Browser, server: Server, ids: tuple[str, ...]
) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    late = form_of(server.site.catalog, "tasks-yingji").rows[-20].id
    for address, task in ((SHEET, ids[8]), ("checklists/tasks-yingji/", late)):
        page.goto("about:blank")
        page.goto(f"{server.url}{address}#{task}")
        ready(page)
        row = page.locator(f"#{task}")
        expect(row).to_be_in_viewport()
        # Below the header, which stays at the top.
        page.wait_for_function(
            "id => document.getElementById(id).getBoundingClientRect().top > 48", arg=task
        )
        assert row.evaluate("one => one.getBoundingClientRect().top") < 120
        assert row.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.close()


@pytest.mark.parametrize(
    "name",
    ["inspection-coal-mine", "selfcheck-coal-mine", "supervision-geological", "tasks-yingji", "breakdown-counties"],
)  # fmt: skip
def test_blanks_hold_their_words_on_a_telephone(
    name: str, server: Server, chromium: Browser
) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server.url}checklists/{name}/")
    cells = page.locator(".form-blanks :is(th, td), .form-foot :is(th, td)")
    assert cells.count() > 4
    over = cells.evaluate_all(
        "cells => cells.filter(c => c.scrollHeight > c.clientHeight + 1).map(c => c.textContent)"
    )
    assert over == []
    uneven = page.locator(".form-blanks tr, .form-foot tr").evaluate_all(
        "rows => rows.filter(r => [...r.cells].some((c, n) => n % 2 &&"
        " c.offsetHeight + 1 < r.cells[n - 1].offsetHeight)).map(r => r.textContent)"
    )
    assert uneven == []
    page.close()
