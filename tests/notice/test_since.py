"""Against an older state: an id keeps its meaning, the record keeps its lines, or it is refused."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.checks.since import check_since
from notice.models import DATA_FILES
from notice.problems import DataError
from notice.record.history import refuse_half_a_record
from notice.record.models import History
from notice.record.published import read_published
from tests.conftest import ROOT, SMALL, SMALL_RECEIVED

DATA = ROOT / "data"
HISTORY = '{"since": "00000000", "revisions": []}\n'


@pytest.fixture
def base(tmp_path: Path) -> Path:
    data = Path(shutil.copytree(SMALL, tmp_path / "base"))
    (data / "published.txt").write_text("# 名单\n/\nitems/1/\nitems/1/#item-1-1\n", "utf-8")
    (data / "history.json").write_text(HISTORY, "utf-8")
    return data


@pytest.fixture
def head(base: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(base, tmp_path / "head"))


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def exchange(path: Path, one: str, other: str) -> None:
    edit(path, (one, "\0"), (other, one), ("\0", other))


def receive_better(head: Path, *pairs: tuple[str, str]) -> None:
    """A better copy of the notice beside the received one, which stays as it is."""
    shutil.copyfile(head / SMALL_RECEIVED, head / "source" / "better.txt")
    edit(head / "source" / "better.txt", *pairs)
    edit(head / "items.yaml", (f"received: {SMALL_RECEIVED}", "received: source/better.txt"))


def told(base: Path, head: Path) -> str:
    return "\n".join(map(str, check_since(base, head)))


def test_nothing_happened(base: Path, head: Path) -> None:
    assert told(base, head) == ""
    assert told(DATA, DATA) == ""


def test_ids_exchanged(base: Path, head: Path) -> None:
    exchange(head / "items.yaml", "id: item-3-1", "id: item-3-2")
    load_catalog(head)  # the data alone does not show it
    found = check_since(base, head)
    lines = (head / "items.yaml").read_text("utf-8").splitlines()
    assert [lines[problem.line - 1].split()[-1] for problem in found] == ["item-3-2", "item-3-1"]
    for problem, owner in zip(found, ("item-3-1", "item-3-2"), strict=True):
        assert f"换成了 {owner} 的" in problem.message
        assert problem.hint == f"编号跟着原文走：改回 {owner}；新加的任务用没有用过的编号"


def test_every_id_of_an_item_renumbered(tmp_path: Path) -> None:
    """Each moved on by one, as when somebody makes them follow the order."""
    head = Path(shutil.copytree(DATA, tmp_path / "data"))
    path = head / "items.yaml"
    text = path.read_text("utf-8")
    count = len(re.findall("id: item-5-", text))
    path.write_text(
        re.sub(r"id: item-5-(\d+)", lambda m: f"id: item-5-{int(m[1]) % count + 1}", text), "utf-8"
    )
    found = check_since(DATA, head)
    assert len(found) == count
    assert all("item-5-" in problem.message for problem in found)


def test_new_numbers_for_all_without_a_word_about_the_old(base: Path, head: Path) -> None:
    edit(head / "items.yaml", ("id: item-3-1", "id: item-3-11"), ("id: item-3-2", "id: item-3-12"))
    said = told(base, head)
    assert "编号 item-3-1（“依照《某条例》处罚。”）不见了，它的原文现在是 item-3-11。" in said
    assert "retire '#item-3-2' --to '#item-3-12'" in said
    retired = "".join(
        f"- {{address: '#item-3-{n}', moved_to: ['#item-3-1{n}'], reason: 改}}\n" for n in (1, 2)
    )
    (head / "retired.yaml").write_text(retired, "utf-8")
    assert told(base, head) == ""


def test_words_moved_from_one_task_to_the_next(base: Path, head: Path) -> None:
    """Both ids would mean something else in part, and nothing would say so."""
    for data in (base, head):
        edit(data / SMALL_RECEIVED, ("嚴查“三無”船舶,", "嚴查“三無”船舶,清理,"))
    edit(base / "items.yaml", ("严查“三无”船舶，", "严查“三无”船舶，清理，"))
    edit(head / "items.yaml", ("依照《某条例》处罚。", "清理，依照《某条例》处罚。"))
    load_catalog(base)
    load_catalog(head)
    found = check_since(base, head)
    assert [problem.message.split()[0] for problem in found] == ["item-3-2", "item-3-1"]


def test_a_line_of_the_notice_is_not_left_out_later(base: Path, head: Path) -> None:
    edit(
        head / "items.yaml",
        (
            "  release: （此件公开发布）\n",
            "  left_out: [{lines: [（此件公开发布）], why: 网页上的字}]\n",
        ),
    )
    load_catalog(head)  # the data alone does not show it
    assert "“（此件公开发布）”原来是通知的字，现在写成了不是通知的字。" in told(base, head)
    shutil.copyfile(head / "items.yaml", base / "items.yaml")
    edit(head / "items.yaml", ("[（此件公开发布）]", "[（此件 公开发布）]"))
    assert told(base, head) == ""
    receive_better(head, ("某政發〔2031〕7號", "某政发〔2031〕7號"))
    shutil.copyfile(SMALL / "items.yaml", base / "items.yaml")
    assert told(base, head) == ""  # of another text nothing is known


def test_no_looser_rules_for_the_same_text(base: Path, head: Path) -> None:
    loose = (
        "  received: ",
        "  rules: [pinyin, traditional, zhuoyan, width, line-breaks]\n  received: ",
    )
    edit(head / "items.yaml", loose)
    load_catalog(head)
    assert "来文没有变，核对的规则却多了 line-breaks" in told(base, head)
    assert told(head, base) == ""  # stricter ones are no fault
    edit(base / "items.yaml", loose)
    assert told(base, head) == ""


def test_what_is_out_of_use_stays_so(base: Path, head: Path) -> None:
    entry = "- {address: '#item-1-9', moved_to: ['#item-1-1'], reason: 并入}\n"
    (base / "retired.yaml").write_text(entry, "utf-8")
    assert "“#item-1-9”停用过，现在从名单里去掉了" in told(base, head)
    (head / "retired.yaml").write_text(entry.replace("#item-1-1'", "#item-3-1'"), "utf-8")
    load_catalog(head)
    assert "“#item-1-9”原来指向 #item-1-1，现在不指向那里了。" in told(base, head)
    chain = "- {address: '#item-1-1', moved_to: ['#item-1-2'], reason: 重新切分}\n"
    (head / "retired.yaml").write_text(entry.replace("#item-1-1'", "#item-1-2'") + chain, "utf-8")
    assert "原来指向" not in told(base, head)  # where it led is itself out of use


def test_a_retired_id_leads_to_where_its_words_went(base: Path, head: Path) -> None:
    edit(head / "items.yaml", ("id: item-3-1", "id: item-3-11"))
    entry = "- {address: '#item-3-1', moved_to: ['#item-3-2'], reason: 重新切分}\n"
    (head / "retired.yaml").write_text(entry, "utf-8")
    said = told(base, head)
    assert "停用的 item-3-1 的原文现在是 item-3-11，去处却没有写它。" in said
    assert "moved_to 里写 '#item-3-11'" in said
    (head / "retired.yaml").write_text(entry.replace("item-3-2'", "item-3-11'"), "utf-8")
    assert told(base, head) == ""


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([("  superseded_by: {number: 某政发〔2032〕1号, title: 某省人民政府关于做好2032年安全生产工作的通知, year: 2032}\n", "")], "年安全生产工作的通知，2032”，现在没有了。"),
        ([("  superseded_by: {number: 某政发〔2032〕1号, title: 某省人民政府关于做好2032年安全生产工作的通知, year: 2032}", "  superseded_by:")], "年安全生产工作的通知，2032”，现在没有了。"),
    ],
    ids=["deleted", "emptied"],
)  # fmt: skip
def test_what_is_superseded_stays_so(
    base: Path, head: Path, edits: list[tuple[str, str]], said: str
) -> None:
    edit(head / "items.yaml", *edits)
    load_catalog(head)  # the data alone does not show it
    assert said in told(base, head)
    assert told(head, base) == ""


def test_a_body_is_no_collective_later(base: Path, head: Path) -> None:
    edit(head / "departments.yaml", ("slug: yi, kind: body", "slug: yi, kind: local"))
    assert "责任主体 yi 的 kind 原来是 body，现在是 local。" in told(base, head)


def test_a_form_that_has_rows_again_comes_back(base: Path, head: Path) -> None:
    (base / "retired.yaml").write_text(
        "- {address: checklists/supervision-ship/, reason: 没有督查事项}\n", "utf-8"
    )
    assert told(base, head) == ""


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("glossary", "term: 三无船舶", "term: 某条例", "术语 sanwu 原来是“三无船舶”，现在是“某条例”。"),
        ("sectors", "name: 台风", "name: 暴雪", "行业领域 typhoon 原来是“台风”，现在是“暴雪”。"),
        ("sectors", "name: 台风, kind: hazard", "name: 台风, kind: sector", "kind 原来是 hazard，现在是 sector。"),
        ("sectors", "name: 台风, kind: hazard", "name: 大台风, kind: sector", "kind 原来是 hazard，现在是 sector。"),
        ("laws", "short_name: 某法", "short_name: 乙例", "法律法规 moufa 原来是“某法”，现在是“乙例”。"),
    ],
)  # fmt: skip
def test_an_address_goes_to_another_thing(
    base: Path, head: Path, file: str, before: str, after: str, message: str
) -> None:
    edit(head / f"{file}.yaml", (before, after))
    assert message in told(base, head)


ENDED = ("  article_count: 30", "  in_force_to: 2032-01-01\n  article_count: 30")


@pytest.mark.parametrize(
    ("edits", "line", "said"),
    [
        ([ENDED], "- slug: moufa", "失效日期原来是 2032-01-01；"),
        ([("  article_count: 30", "  sectors: [ship, typhoon]\n  article_count: 30")], "- slug: moufa", "行业原来是 ship、typhoon；"),
        ([("- slug: moufa", "- {slug: erfa, full_name: 中华人民共和国二法, short_name: 二法, rank: law, text_date: 2030-01-10, in_force_from: 2030-06-01, article_count: 9, source: 汇编}\n- slug: moufa"), ("  article_count: 30", "  replaced_by: 二法\n  article_count: 30")], "- slug: moufa", "后来的文本原来是 二法；"),
        ([("in_force_from: 2030-06-01", "in_force_from: 2030-06-10")], "  in_force_from: 2030-06-01", "施行日期原来是 2030-06-10；"),
        ([("text_date: 2030-01-01", "text_date: 2030-01-10"), ("article_count: 30", "article_count: 33")], "  text_date: 2030-01-01", "文本日期原来是 2030-01-10，条数原来是 33；"),
        ([("liability: [20, 28]", "liability: [20, 29]")], "  liability: [20, 28]", "法律责任原来是 20、29；"),
        ([("items: [0, 2], actors: [government]", "items: [0, 2], actors: [government, unit]")], "    - {article: 7, items: [0, 2], actors: [government], about: 政府每季度开会}", "第 7 条约束谁原来是 government、unit；"),
        ([("items: [3]", "items: [4]")], "    - {article: 21, items: [3], about: 没有开会的处分}", "第 21 条各款的项数原来是 4；"),
    ],
)  # fmt: skip
def test_facts_of_a_law_change_when_it_was_looked_up(
    base: Path, head: Path, edits: list[tuple[str, str]], line: str, said: str
) -> None:
    for folder in (base, head):  # so that a law for some sectors may be cited
        edit(folder / "items.yaml", ("fit: exact", "fit: partial, why: 只定开会"))
    edit(base / "laws.yaml", *edits)
    load_catalog(base)
    (problem,) = check_since(base, head)
    assert problem.message == f"《某法》改了：{said}核对日期（looked_up）没有改。"
    assert problem.source == line
    day = ("looked_up: 2031-01-01", "looked_up: 2031-02-01")
    edit(head / "laws.yaml", day)
    assert told(base, head) == ""
    edit(base / "laws.yaml", day, ("looked_up: 2031-02-01", f"looked_up: {date.today()}"))
    edit(head / "laws.yaml", ("looked_up: 2031-02-01", f"looked_up: {date.today()}"))
    assert told(base, head) == ""  # twice on one day


def test_a_law_that_ends_was_looked_up(base: Path, head: Path) -> None:
    edit(head / "laws.yaml", ENDED)
    assert "《某法》改了：失效日期原来没有写；" in told(base, head)
    edit(head / "laws.yaml", ("looked_up: 2031-01-01", "looked_up: 2031-02-01"))
    assert told(base, head) == ""


def test_more_is_noted_of_a_law(base: Path, head: Path) -> None:
    """An article that is cited first, penalties, a sector: nothing that was noted is another."""
    count = "  article_count: 30"
    edit(base / "laws.yaml", (count, f"  sectors: [typhoon]\n{count}"))
    edit(head / "laws.yaml", (count, f"  sectors: [ship, typhoon]\n{count}"))
    noted = (
        "  articles:\n",
        "  articles:\n    - {article: 2, items: [0], actors: [unit], about: 单位}\n",
    )
    edit(
        head / "laws.yaml",
        noted,
        ("    - {article: 21, items: [3], about: 没有开会的处分}\n", ""),
    )
    assert told(base, head) == ""
    edit(base / "laws.yaml", ("  liability: [20, 28]\n", ""))
    assert told(base, head) == ""
    edit(base / "laws.yaml", ("  looked_up: 2031-01-01\n", ""), ("items: [0, 2]", "items: [0, 3]"))
    assert told(base, head) == ""  # looked up for the first time


def test_a_word_corrected_in_both_is_no_other_task(base: Path, head: Path) -> None:
    receive_better(head, ("每季度召開一次會議", "每季度召開兩次會議"))
    edit(head / "items.yaml", ("每季度召开一次会议", "每季度召开两次会议"))
    load_catalog(head)
    assert told(base, head) == ""
    (head / SMALL_RECEIVED).unlink()  # Git has it; what was changed is to be seen
    assert told(base, head) == ""


def test_what_was_received_stays_as_it_was(base: Path, head: Path) -> None:
    """Changed together with the data it would prove any word."""
    edit(head / SMALL_RECEIVED, ("每季度召開一次會議", "每季度召開兩次會議"))
    edit(head / "items.yaml", ("每季度召开一次会议", "每季度召开两次会议"))
    load_catalog(head)  # the data alone does not show it
    (found,) = check_since(base, head)
    assert (found.file, found.line) == (f"head/{SMALL_RECEIVED}", 5)
    assert found.message.startswith("来文改动过")
    assert "另存一个文件放在旁边" in found.hint


def test_what_was_received_may_have_other_line_ends(base: Path, head: Path) -> None:
    path = head / SMALL_RECEIVED
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(base, head) == told(head, base) == ""


def test_what_was_received_under_the_name_that_is_not_written(base: Path, head: Path) -> None:
    for data in (base, head):
        edit(data / "items.yaml", (f"  received: {SMALL_RECEIVED}\n", ""))
    edit(head / SMALL_RECEIVED, ("每季度召開", "每季度召开"))
    load_catalog(head)
    assert "来文改动过" in told(base, head)


def test_other_words_under_an_old_id(base: Path, head: Path) -> None:
    receive_better(head, ("每季度召開一次會議", "落实经费保障人员"))
    edit(head / "items.yaml", ("每季度召开一次会议", "落实经费保障人员"))
    assert "item-1-1 原来是“每季度召开一次会议。”，现在是“落实经费保障人员。”" in told(base, head)


@pytest.mark.parametrize(
    ("file", "one", "other"),
    [
        ("departments", "slug: yi", "slug: youguan"),
        ("sectors", "slug: ship", "slug: typhoon"),
        ("departments", "short_name: 省乙局", "short_name: 各有关部门"),
        ("sectors", "name: 船舶", "name: 台风"),
    ],
)
def test_addresses_exchanged(base: Path, head: Path, file: str, one: str, other: str) -> None:
    exchange(head / f"{file}.yaml", one, other)
    found = check_since(base, head)
    assert len(found) == 2
    assert all("那是" in problem.message and problem.line for problem in found)


def test_the_meaning_of_a_term_id_exchanged(base: Path, head: Path) -> None:
    for data in (base, head):
        with (data / "glossary.yaml").open("a", encoding="utf-8") as file:
            file.write("- {id: chufa, term: 处罚, forms: [处罚], status: not-found}\n")
    exchange(head / "glossary.yaml", "id: chufa", "id: sanwu")
    assert "术语 chufa 原来是“处罚”，现在是“三无船舶”，那是 sanwu 的。" in told(base, head)


def test_a_name_may_be_corrected(base: Path, head: Path) -> None:
    """Whoever looks for the old name must find it."""
    edit(
        head / "sectors.yaml",
        ("name: 船舶", "name: 水上船舶"),
        ("name: 台风, kind: hazard", "name: 热带气旋, kind: hazard, also: [台风]"),
    )
    edit(head / "glossary.yaml", ("term: 三无船舶", "term: 无名船舶, also: [三无船舶]"))
    edit(head / "laws.yaml", ("short_name: 某法", "short_name: 某法2030"))
    edit(head / "items.yaml", ("law: 某法", "law: 某法2030"))
    load_catalog(head)
    assert told(base, head) == ""
    edit(head / "glossary.yaml", ("term: 无名船舶, also: [三无船舶]", "term: 船舶"))
    assert told(base, head) == ""  # shorter


@pytest.mark.parametrize("name", ["游船", "非船舶"])
def test_one_character_in_common_is_no_correction(base: Path, head: Path, name: str) -> None:
    """As of 煤矿 and 矿山: the address would be of another thing."""
    edit(head / "sectors.yaml", ("name: 船舶", f"name: {name}"))
    (found,) = check_since(base, head)
    assert found.message.endswith("照旧名称找不到它了。")
    assert found.hint == (
        "一个名称含着另一个，或者 also 里留着旧名称；都不行的写“# 已核 name：原因”；另一件事另取新的"
    )


def test_an_old_name_that_the_notice_has_stands_in_no_list(base: Path, head: Path) -> None:
    """It may not be written into also: parts of it that are there, or a comment, lead to it."""
    edit(head / "sectors.yaml", ("name: 船舶", "name: 船只和舰舶"))
    edit(head / "glossary.yaml", ("term: 三无船舶", "term: 无证船\n  # 已核 term：通行的叫法\n "))
    assert told(base, head) == ""
    edit(head / "glossary.yaml", ("# 已核 term：通行的叫法", "# 通行的叫法"))
    assert "照旧名称找不到它了" in told(base, head)


def _delete(path: Path) -> None:
    path.unlink()


def _shorten(path: Path) -> None:
    edit(path, ("items/1/#item-1-1\n", ""))


@pytest.mark.parametrize("damage", [_delete, _shorten])
def test_the_list_of_addresses_shrank(
    base: Path, head: Path, damage: Callable[[Path], None]
) -> None:
    damage(head / "published.txt")
    (problem,) = check_since(base, head)
    assert problem.file.endswith("published.txt")
    assert problem.source == ("items/1/" if (head / "published.txt").exists() else "")
    assert "只增不减" in problem.message
    assert "items/1/#item-1-1" in problem.message


@pytest.mark.parametrize("text", [None, '{"since": "11111111", "revisions": []}'])
def test_the_record_of_changes_shrank(base: Path, head: Path, text: str | None) -> None:
    if text is None:
        (head / "history.json").unlink()
    else:
        (head / "history.json").write_text(text, "utf-8")
    (problem,) = check_since(base, head)
    assert problem.file.endswith("history.json")
    assert problem.source == (text or "")


def test_a_struck_line_has_its_place_among_new_ones(base: Path, head: Path) -> None:
    edit(head / "published.txt", ("# 名单\n", "# 名单\n404.html\n"), ("items/1/\n", ""))
    (problem,) = check_since(base, head)
    assert (problem.line, problem.source) == (4, "items/1/#item-1-1")


def test_the_first_data_has_nothing_before_it(head: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert told(empty, head) == ""


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("published.txt", "网址名单不见了或是空的，变更记录却还在。"),
        ("history.json", "变更记录不见了，网址名单却还在。"),
    ],
)
def test_half_a_record_is_refused(head: Path, missing: str, message: str) -> None:
    history = History(since="00000000", revisions=())
    refuse_half_a_record(head, history)
    (head / missing).unlink()
    with pytest.raises(DataError) as refused:
        refuse_half_a_record(head, history if missing == "published.txt" else None)
    (told,) = refused.value.problems
    assert (told.file, told.line, told.column) == (f"head/{missing}", 0, 0)
    assert told.message == message
    assert told.hint.startswith("用 Git 恢复原样")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("items/1/\n名单".encode("gbk"), "GBK"),
        ("items/1/\n".encode("utf-16"), "UTF-16"),
        (b"\xef\xbb\xbf/\n", "BOM"),
        (b"<<<<<<< HEAD\nitems/1/\n=======\n>>>>>>> x\n", "合并冲突"),
        ("条目一\n".encode(), "不是网址"),
    ],
)
def test_a_list_of_addresses_that_is_not_as_written(head: Path, content: bytes, said: str) -> None:
    (head / "published.txt").write_bytes(content)
    with pytest.raises(DataError, match=said) as refused:
        read_published(head)
    assert "git" in str(refused.value).lower() or "应为" in str(refused.value)


def _folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def _loop(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path)


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _unreadable(path: Path) -> None:
    """It opens and cannot be read: the tests may run as root, whom nothing is forbidden."""
    path.unlink(missing_ok=True)
    path.symlink_to("/proc/self/mem")


FILES = [*(f"{name}.yaml" for name in DATA_FILES), "history.json", SMALL_RECEIVED]


@pytest.mark.parametrize("damage", [_folder, _loop, _pipe, _unreadable])
@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_is_a_line(
    base: Path, file: str, damage: Callable[[Path], None]
) -> None:
    damage(base / file)
    with pytest.raises(DataError) as refused:
        load_catalog(base)
    assert len(refused.value.problems) == 1
    assert Path(file).stem in str(refused.value)


@pytest.mark.parametrize("damage", [_folder, _loop, _pipe, _unreadable])
def test_a_list_that_cannot_be_read_is_a_line(base: Path, damage: Callable[[Path], None]) -> None:
    damage(base / "published.txt")
    with pytest.raises(DataError, match=r"published\.txt"):
        read_published(base)


def test_what_the_editors_added_does_not_vanish(base: Path, head: Path) -> None:
    text = (head / "items.yaml").read_text("utf-8")
    line = next(line for line in text.splitlines() if "editorial: {label: 企业自查" in line)
    edit(head / "items.yaml", (f"{line}\n", ""))
    load_catalog(head)  # a task without words of ours is lawful in itself
    (told,) = check_since(base, head)
    assert "item-2-1 原来有 editorial" in told.message
    assert told.source.strip() == "- id: item-2-1"
    assert check_since(head, base) == []
