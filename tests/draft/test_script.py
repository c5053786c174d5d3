"""The command: what it writes stands the check, what it cannot prove it does not write."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from draft import writing
from draft.decode import RefusedError
from draft.files import text
from draft.writing import write_draft
from forms.registry import forms, offered
from notice.catalog import load_catalog
from notice.document import document_lines
from notice.models import Catalog
from notice.resolved import resolved_clauses
from notice.review import is_draft, unreviewed
from notice.wording import item_text, reference
from tests.conftest import ROOT, Site, build_site
from tests.draft.dresses import DRESSES
from tests.draft.gold import Gold, openings, others, ours, small
from tests.draft.measured import solid

EVERY = [
    *(pytest.param(gold, id=gold.name) for gold in (ours(), small(), *others(), *openings())),
    *(pytest.param(d(ours()), id=d.__name__, marks=pytest.mark.slow) for d in DRESSES),
]


def drafted(gold: Gold, folder: Path) -> Path:
    """The data folder drafted from a received file."""
    received = folder / gold.file
    received.write_bytes(gold.content)
    write_draft(received, folder / "draft", ROOT / "data")
    return folder / "draft"


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True,
        encoding="utf-8", check=False, env={**os.environ, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("关于2024年度安全生产考核情况和2025年重点任务的通知", 2025),
        ("关于吸取2022年事故教训的通知", 2025),
        ("关于做好2026年安全生产工作的通知", 2026),
        ("关于印发《云河省2019年应急预案》的通知", 2025),
    ],
)
def test_the_year_is_the_notice_s_own(title: str, year: int, tmp_path: Path) -> None:
    received = tmp_path / "notice.txt"
    words = (
        f"云河省安全生产委员会{title}\n云安〔2025〕2号\n各市人民政府：\n现通知如下。\n"
        "一、压实责任\n（一）落实责任。每季度召开一次会议。（省应急厅负责）\n"
        "云河省安全生产委员会\n二〇二五年十二月二十日\n"
    )
    received.write_text(words, "utf-8")
    write_draft(received, tmp_path / "draft", ROOT / "data")
    notice = load_catalog(tmp_path / "draft").notice
    assert (notice.year, notice.issued) == (year, date(2025, 12, 20))


@pytest.mark.parametrize("gold", EVERY)
def test_what_is_written_stands_the_check(gold: Gold, tmp_path: Path) -> None:
    data = drafted(gold, tmp_path)
    made = load_catalog(data)
    assert (data / made.notice.received).read_bytes() == gold.content
    assert is_draft(made)
    assert len(made.items) == sum(len(section.items) for section in gold.structure.sections)
    report = (data / writing.REPORT).read_text("utf-8")
    assert f"{len(made.items)} 项" in report
    for entry in made.notice.left_out:
        assert all(line in report for line in entry.lines)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("tmp")] == []


def test_known_parties_keep_their_address(tmp_path: Path, catalog: Catalog) -> None:
    made = load_catalog(drafted(ours(), tmp_path))
    known = {party.short_name: party.slug for party in catalog.departments}
    assert {party.short_name: party.slug for party in made.departments} == known
    brackets = [c.responsible for i in catalog.items for c in i.clauses]
    again = [c.responsible for i in made.items for c in i.clauses]
    for was, now in zip(brackets, again, strict=True):
        assert (was is None) == (now is None)
        if was and now:
            assert (was.text, was.lead, was.departments, was.support) == (
                now.text, now.lead, now.departments, now.support
            )  # fmt: skip


@pytest.mark.slow
def test_nothing_is_made_up(tmp_path: Path) -> None:
    for gold in others():
        folder = tmp_path / gold.name
        folder.mkdir()
        made = load_catalog(drafted(gold, folder))
        words = "".join(line for line, _ in document_lines(made))
        for item in made.items:
            for clause in item.clauses:
                for task in clause.tasks:
                    assert task.editorial is None
                    assert "actors" in task.unreviewed
        for party in made.departments:
            assert party.short_name in words
            if party.unreviewed:
                assert party.full_name is None
                assert party.nature in {"待核", "泛指群体"}


def test_what_was_not_read_in_a_bracket_is_told(tmp_path: Path) -> None:
    words = "一、甲事。做好甲事。（牵头单位：省甲厅；配合单位：老张、省乙局，6月底前完成）\n二、乙事。做好乙事。（省乙局负责）\n各地请于6月底前报送。\n"
    data = drafted(Gold("told", "told.txt", words.encode(), small().structure), tmp_path)
    report = (data / writing.REPORT).read_text("utf-8")
    assert "里的“老张”没有认作单位" in report
    assert report.count("没有认作单位") == 1
    assert "“各地请于6月底前报送。…”这一段没有责任括号" in report
    assert "title 写了“待核”" in report


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    data = drafted(small(), tmp_path)
    (data / "items.yaml").write_text("我的字", "utf-8")
    done = run("scripts/draft.py", tmp_path / small().file, data)
    assert done.returncode == 1
    assert "已经有了" in done.stderr
    assert (data / "items.yaml").read_text("utf-8") == "我的字"


def test_what_cannot_be_proven_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("draft.files.text", lambda content: text(content).replace("会议", "会诊"))
    with pytest.raises(RefusedError) as refused:
        drafted(small(), tmp_path)
    assert "与来文" in str(refused.value)
    assert "没有写成" in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == [small().file]


@pytest.mark.slow
def test_the_three_commands(tmp_path: Path) -> None:
    received = tmp_path / "notice.html"
    received.write_bytes(next(gold for gold in others() if gold.name == "flood").content)
    done = run("scripts/draft.py", received, tmp_path / "out" / "2025")
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"写成 .*/2025/，与来文逐字一致。先看 .*report\.md。\n", done.stdout)
    done = run("scripts/check.py", "--data", tmp_path / "out" / "2025")
    assert done.returncode == 0
    assert "14 项、45 项任务" in done.stdout
    assert "待复核" in done.stdout
    done = run("scripts/build.py", "--data", tmp_path / "out" / "2025")
    assert done.returncode == 1
    assert "还没有人复核，不能发布" in done.stderr
    done = run("scripts/draft.py", ROOT / "docs-dev" / "site.png", tmp_path / "picture")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "picture").exists()


def test_nothing_imports_the_room() -> None:
    """What a site is built with may not depend on what drafts it."""
    rooms = ("notice", "forms", "macros", "exports", "returns", "publishing")
    files = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    assert len(files) > 80
    found = re.compile(r"^\s*(?:from|import) draft\b", re.MULTILINE)
    assert [path.name for path in files if found.search(path.read_text("utf-8"))] == []
    others_used = re.compile(
        r"^\s*(?:from|import) (?:forms|macros|exports|returns|publishing)\b", re.MULTILINE
    )
    own = (ROOT / "draft").glob("*.py")
    assert [path.name for path in own if others_used.search(path.read_text("utf-8"))] == []


@pytest.fixture(scope="module", params=["business", "elder"])
def reviewed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a draft that somebody has reviewed, without a single question."""
    folder = tmp_path_factory.mktemp("reviewed")
    data = drafted(next(gold for gold in others() if gold.name == request.param), folder)
    for path in data.glob("*.yaml"):
        words = re.sub(r",? ?\bunreviewed: \[[^]]*\]", "", path.read_text("utf-8"))
        path.write_text(re.sub(r"(?m)^ +\n", "", words), "utf-8")
    made = load_catalog(data)
    assert not unreviewed(made)
    return Site(build_site(folder / "site", data, {"documents": False}), made)


def test_a_site_without_questions_is_worth_having(reviewed: Site) -> None:
    made = reviewed.catalog
    kinds = {form.kind for form in forms(made)}
    assert kinds == {"tasks", "breakdown"}
    doors = reviewed.html("").xpath("//a[@class='door']/b/text()")
    assert doors == [kind.audience for kind in offered(made)]
    assert made.notice.name in reviewed.words("notice/")
    whole = reviewed.words("notice/")
    at = 0
    for line, _ in document_lines(made):  # every word of the notice, in its order
        for part in re.split("[（〔【]", solid(line)):
            at = whole.index(part, at) + len(part)
    for section in made.sections:
        for item in section.items:
            words = reviewed.words(f"items/{item.number}/")
            assert reference(section, item) in words
            assert solid(item_text(item)) in words
            assert solid(item_text(item)) in whole
    helping = any(clause.support for clause in resolved_clauses(made))
    assert ("△" in reviewed.words("matrix/")) == helping
    for party in made.departments:
        assert party.short_name in reviewed.words(f"checklists/tasks-{party.slug}/")
    said = reviewed.words("about/")
    assert "拼音" not in said
    assert "标题的来历" not in said


def test_an_item_is_cited_with_its_part(reviewed: Site) -> None:
    sections = reviewed.catalog.sections
    cited = [reference(section, item) for section in sections for item in section.items]
    assert len(set(cited)) == len(cited)
    first = (
        "第二部分第（一）项"
        if reviewed.catalog.sections[1].items[0].group is None
        else "第二部分（一）第1项"
    )
    assert cited[:2] == ["第一部分", first]
