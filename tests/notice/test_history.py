"""What was recorded of the data's changes: the file, the page, what each party is told."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from macros.changes import report
from macros.environment import environment
from macros.pages import generated, pages
from macros.render import render
from notice.catalog import load_catalog
from notice.models import Catalog
from notice.problems import Problem
from notice.record.history import FILE, HINT, read_history, with_revision, write_history
from notice.version import data_version
from tests.notice.test_changes import CLASSING, FIRST, HANDS, SPLIT, edited


def changes_page(catalog: Catalog) -> str:
    page = next(page for page in pages(catalog) if page.address == "changes/")
    return render(environment(catalog), page)


def test_where_a_task_has_gone(small: Catalog, tmp_path: Path) -> None:
    retired = "- {address: '#item-3-2', moved_to: ['#item-3-3', '#item-3-4'], reason: 拆}\n"
    head = edited(tmp_path, (FIRST, SPLIT), retired=retired)
    history = with_revision(small, head, date(2031, 3, 5), "拆分")
    assert history
    write_history(tmp_path, history)  # with tasks that have no other side
    problems: list[Problem] = []
    assert read_history(tmp_path, problems)
    assert problems == []
    told_all = changes_page(head.model_copy(update={"history": history}))
    assert '去掉，现见 <a href="../items/3/#item-3-3">3-3</a>、<a' in told_all


def test_the_page(small: Catalog, tmp_path: Path) -> None:
    head = edited(tmp_path, ("严查“三无”船舶，", "严查严管“三无”船舶，"), HANDS, CLASSING)
    history = with_revision(small, head, date(2031, 3, 5), "<b>原件</b>更正")
    assert history
    write_history(tmp_path / "data", history)
    now = load_catalog(tmp_path / "data", proof=False)
    assert data_version(now) == data_version(head)  # no form changes by its being recorded
    made = {page.address: render(environment(now), page) for page in generated(now)}
    told_all = made["changes/"]
    assert '<a href="../items/1/#item-1-1">1-1</a>' in told_all
    assert 'id="revision-1"' in told_all
    assert "<li>行业（编写组）：<del>各行业领域</del><ins>船舶</ins></li>" in told_all
    file = (tmp_path / "data" / "history.json").read_bytes()
    assert file.startswith(b'{\n "since": "')
    assert file.endswith(b" ]\n}\n")
    assert '<tr><th scope="row">省甲厅</th><td>责任改变 1-1</td></tr>' in told_all
    assert '<tr><th scope="row">各行业领域</th><td>编写组内容改动 2-1</td></tr>' in told_all
    assert '<tr><th scope="row">船舶</th><td>字句改动 3-2；编写组内容改动 2-1</td></tr>' in told_all
    assert "2031年3月5日" in told_all.replace("&#45;", "-")
    assert "&lt;b&gt;原件&lt;/b&gt;更正" in told_all
    assert "严查<ins>严管</ins>" in told_all
    assert f"{data_version(small)}</code> → <code>{data_version(head)}" in told_all
    assert "3 项任务有变化" in told_all
    own = {address for address in made if address.startswith("changes/") and address != "changes/"}
    slugs = {party.slug for party in now.departments if party.short_name in ("省甲厅", "省乙局")}
    assert {f"changes/{slug}/" for slug in slugs} <= own
    assert all(f'href="../changes/{slug}/"' in told_all for slug in slugs)
    link = '<a href="../../changes/{}/">'
    assert all(link.format(slug) in made[f"departments/{slug}/"] for slug in slugs)
    page = next(page for page in pages(head) if page.address == "departments/jia/")
    assert "changes/" not in render(environment(head), page)
    first = made[f"changes/{min(slugs)}/"]
    assert "#item-1-1" in first
    assert "#item-2-1" not in first
    assert "1 项任务有变化" in first


def test_the_newest_comes_first_and_numbers_stay(small: Catalog, tmp_path: Path) -> None:
    """Back to the old words and forth again: three revisions, two versions, three anchors."""
    head, history = edited(tmp_path, HANDS), None
    for old, new in ((small, head), (head, small), (small, head)):
        now = new.model_copy(update={"history": history})
        history = with_revision(old, now, date(2031, 3, 5), "更正")
    told_all = changes_page(head.model_copy(update={"history": history}))
    anchors = re.findall(r'id="(revision-\d)"', told_all)
    assert anchors == ["revision-3", "revision-2", "revision-1"]


def test_a_revision_that_changed_no_task(small: Catalog, tmp_path: Path) -> None:
    head = edited(tmp_path, ("title: 压实责任", "title: 夯实责任"))
    assert "任务没有变化，改的是文头、标题" in report(small, head)
    history = with_revision(small, head, date(2031, 3, 5), "标题更正")
    told_all = changes_page(head.model_copy(update={"history": history}))
    assert "任务没有变化，改的是文头、标题" in told_all
    assert "<table" not in told_all
    assert "还没有记入" not in told_all


def test_nothing_recorded_is_said_so(small: Catalog, tmp_path: Path) -> None:
    head = edited(tmp_path, HANDS)
    assert "还没有开始记录" in changes_page(small)
    (tmp_path / "data" / "history.json").write_text(
        f'{{"since": "{data_version(small)}", "revisions": []}}', "utf-8"
    )
    now = load_catalog(tmp_path / "data", proof=False)
    assert "还没有记入" in changes_page(now)
    with pytest.raises(ValueError, match=data_version(small)):
        with_revision(head, now, date(2031, 3, 5), "不相接")
    assert with_revision(small, small, date(2031, 3, 5), "没有变") is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b'{"since": 1, "revisions": []}', b'{"since": 1}',
        b'{"since": ' + b"1" * 5000 + b"}", b"[" * 5000 + b"]" * 5000,
        b'{"since": "a", "revisions": [{"date": "2031-03-05", "before": "b", "after": "c",'
        b' "reason": "x", "changes": [{"kinds": ["added"], "parties": [], "sectors": [],'
        b' "before": null, "after": null}]}]}',
        b'{"since": "b", "revisions": [{"date": "2031-03-05", "before": "b", "after": "c",'
        b' "reason": "x", "changes": [{"kinds": ["added"], "parties": [], "sectors": [],'
        b' "before": null, "after": null}]}]}',
        b'{"since": "a", "revisions": [{"date": "2031-03-05", "before": "b", "after": "c",'
        b' "reason": "x", "changes": []}]}',
    ],
)  # fmt: skip
def test_a_damaged_history_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    problems: list[Problem] = []
    read_history(tmp_path, problems)
    name = f"{tmp_path.name}/{FILE}"
    assert problems == [Problem(name, 0, 0, "变更记录读不通，或者前后不相接。", hint=HINT)]


@pytest.mark.parametrize(
    ("content", "line", "column", "source"),
    [
        (b'{\n "since": "a",\n "revisions": [}\n', 3, 16, ' "revisions": [}'),
        (b'{\n "since": "a"\n', 3, 1, ""),
        ("变更记录".encode(), 1, 1, "变更记录"),
        (b"\xff", 1, 1, "\ufffd"),
    ],
)
def test_where_a_history_cannot_be_read(
    tmp_path: Path, content: bytes, line: int, column: int, source: str
) -> None:
    (tmp_path / FILE).write_bytes(content)
    problems: list[Problem] = []
    read_history(tmp_path, problems)
    name, message = f"{tmp_path.name}/{FILE}", "变更记录从这里起读不通。"
    assert [str(problem) for problem in problems] == [
        str(Problem(name, line, column, message, hint=HINT, source=source))
    ]


def test_a_folder_in_place_of_a_history(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    problems: list[Problem] = []
    assert read_history(tmp_path, problems) is None
    name = f"{tmp_path.name}/{FILE}"
    assert problems == [Problem(name, 0, 0, "这里应是文件，却是文件夹。", hint=HINT)]
