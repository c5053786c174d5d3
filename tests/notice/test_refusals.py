"""A wrong edit is refused with its place, its reason and its mend: the exact words, one file each.

To accept new words after reading them: UPDATE_GOLDEN=1 python3 scripts/test.py tests/notice/test_refusals.py
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.problems import DataError, Problem
from notice.version import data_version
from tests.conftest import SMALL, SMALL_RECEIVED

GOLDEN = Path(__file__).parent / "golden"

# name: (file, what stands there, what an editor writes instead)
EDITS: dict[str, tuple[str, str, str]] = {
    "unknown-department": ("items", "[省乙局]", "[省已局]"),
    "unknown-lead": ("items", "lead: [省甲厅]", "lead: [省丙厅]"),
    "unknown-sector": ("items", "sectors: [ship]", "sectors: [shipp]"),
    "unknown-sector-of-clause": (
        "items",
        "- tasks:\n              - id: item-3-2",
        "- sectors: [shp]\n            tasks:\n              - id: item-3-2",
    ),
    "unknown-sector-kind": ("sectors", "kind: hazard", "kind: hazzard"),
    "unknown-actor": ("items", "[party-government]", "[party-goverment]"),
    "unknown-duty": ("items", "等部门分工负责", "等部门分工负担"),
    "unknown-others": ("items", "省乙局等部门", "省乙局等单位"),
    "unknown-measure-kind": ("items", "kind: cadence", "kind: cadance"),
    "unknown-key": ("items", "responsible:\n              text", "responsable:\n              text"),
    "repeated-id": ("items", "id: item-3-1", "id: item-3-2"),
    "id-not-of-item": ("items", "id: item-3-1", "id: item-2-9"),
    "item-out-of-order": ("items", "- id: item-2\n", "- id: item-5\n"),
    "item-without-number": ("items", "- id: item-2\n", "- id: item-²\n"),
    "id-in-other-digits": ("items", "id: item-3-1", "id: item-3-\u0661"),
    "id-too-long": ("items", "id: item-3-1", "id: item-3-99999"),
    "section-out-of-order": ("items", "- id: section-2", "- id: section-3"),
    "quote-not-in-text": ("items", "quote: 每季度召开一次会议", "quote: 每月召开一次会议"),
    "label-too-long": ("items", "label: 季度会议", "label: 每个季度都要召开的安委会会议"),
    "empty-text": ("items", "text: 企业要自查。", 'text: ""'),
    "null-text": ("items", "text: 企业要自查。", "text:"),
    "no-tasks": ("items", "actors: [enterprise]", "actors: []"),
    "wrong-type-list": ("items", "actors: [enterprise]", "actors: enterprise"),
    "wrong-type-text": ("items", "text: 企业要自查。", "text: [企业要自查。]"),
    "wrong-type-group": ("items", "editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}", "editorial: 企业自查"),
    "missing-key": ("items", "{label: 企业自查, enterprise", "{enterprise"),
    "read-as-boolean": ("items", "title: 落实责任", "title: on"),
    "read-as-number": ("items", "title: 落实责任", "title: 010"),
    "read-as-minutes": ("items", "title: 落实责任", "title: 12:30"),
    "read-as-endless-number": ("items", "title: 落实责任", "title: 0x" + "f" * 5000),
    "not-a-date": ("items", "issued: 2031-03-05", "issued: 3月5日"),
    "bad-date": ("items", "issued: 2031-03-05", "issued: 2031-13-45"),
    "repeated-key": ("items", "title: 落实责任", "title: 落实责任\n        title: 又一个\n        title: 再一个"),
    "key-not-text": ("items", "title: 落实责任\n", "title: 落实责任\n        1: 一\n        on: 二\n"),
    "key-is-list": ("items", "title: 落实责任\n", "title: 落实责任\n        ? [甲]\n        : 乙\n"),
    "alias-used": ("items", "departments: [各有关部门]", "departments: *names"),
    "alias": ("items", "[省乙局]", "&names [省乙局]"),
    "tag": ("items", "title: 落实责任", "title: !!python/name:os.system 落实责任"),
    "tab": ("items", "        title: 落实责任", "\ttitle: 落实责任"),
    "bidi": ("items", "落实责任", "落实\u202e责任"),
    "invisible": ("items", "落实责任", "落实\u200b责任"),
    "kangxi-radical": ("items", "企业要自查", "企业要\u2f83查"),
    "private-use": ("items", "落实责任", "落实\ue000责任"),
    "compatibility-character": ("items", "企业要自查", "企\uf96f业要自查"),
    "radical-without-twin": ("items", "企业要自查", "企业要\u2e80查"),
    "full-width-space": ("items", "落实责任", "落实\u3000责任"),
    "special-space": ("items", "落实责任", "落实\u00a0责任"),
    "year-in-words": ("items", "  year: 2031\n", "  year: 二〇三一\n"),
    "time-in-date": ("items", "issued: 2031-03-05", "issued: 2031-03-05 10:30:00"),
    "date-as-text": ("items", "title: 落实责任", "title: 2031-03-05"),
    "bad-indent": ("items", "        title: 落实责任", "       title: 落实责任"),
    "colon-in-text": ("items", "title: 落实责任", "title: 落实: 责任"),
    "unclosed-bracket": ("items", "actors: [enterprise]", "actors: [enterprise"),
    "unclosed-quote": ("items", "title: 落实责任", 'title: "落实责任'),
    "too-deep": ("items", "title: 落实责任", "title: " + "[" * 8 + "[], " + "[" * 8 + "]" * 16),
    "two-documents": ("items", "sections:\n", "---\nsections:\n"),
    "bracket-not-rendered": ("items", "省乙局等部门", "省乙局等有关部门"),
    "words-changed": ("items", "企业要自查。", "企业应自查。"),
    "item-dropped-comma": ("items", "严查“三无”船舶，", "严查“三无”船舶"),
    "title-changed": ("items", "title: 专项整治", "title: 专项治理"),
    "preamble-changed": ("items", "做好安全生产。", "做好安全生产工作。"),
    "number-changed": ("items", "number: 某政发〔2031〕7号", "number: 某政发〔2031〕9号"),
    "addressees-changed": ("items", "addressees: 各市人民政府：", "addressees: 各县人民政府："),
    "issuer-changed": ("items", "issuer: 某省人民政府", "issuer: 某市人民政府"),
    "date-changed": ("items", "issued: 2031-03-05", "issued: 2031-03-15"),
    "release-changed": ("items", "release: （此件公开发布）", "release: （此件公开）"),
    "received-misnamed": ("items", "received: source/received.txt", "received: source/recieved.txt"),
    "received-outside": ("items", "received: source/received.txt", "received: ../received.txt"),
    "heading-on-one-clause": (
        "items",
        "            responsible:\n              text: （各有关部门负责）",
        "          - heading: 台风\n            tasks: [{id: item-3-3, text: 某。, actors: [regulator],"
        " editorial: {label: 某, authority: {question: 某事是否做完？, method: 核对数目}}}]\n"
        "            responsible:\n              text: （各有关部门负责）",
    ),
    "all-and-another": ("items", "sectors: [all]", "sectors: [all, ship]"),
    "party-twice": ("items", "departments: [省乙局]", "departments: [省甲厅]"),
    "repeated-department": ("departments", "short_name: 省乙局", "short_name: 省甲厅"),
    "repeated-slug": ("departments", "slug: yi", "slug: jia"),
    "repeated-sector": ("sectors", "slug: typhoon", "slug: ship"),
    "repeated-sector-name": ("sectors", "name: 台风", "name: 船舶"),
    "repeated-term": (
        "glossary",
        "status: not-found}",
        "status: not-found}\n- {id: sanwu, term: 三无船舶, forms: [船舶], status: not-found}",
    ),
    "retired-in-use": ("retired", "[]", "- {address: '#item-1-1', reason: 并入}"),
    "retired-to-nowhere": (
        "retired", "[]", "- {address: '#item-1-9', moved_to: ['#item-1-1', '#item-1-8'], reason: 拆}"
    ),
    "retired-in-circles": (
        "retired", "[]", "- {address: a/, moved_to: [b/], reason: 改}\n"
        "- {address: b/, moved_to: [c/], reason: 改}\n- {address: c/, moved_to: [b/], reason: 改}",
    ),
    "bad-slug": ("departments", "slug: yi", "slug: 乙局"),
    "unknown-parent": ("departments", "parent: jia", "parent: jai"),
    "sector-named-all": ("sectors", "slug: typhoon", "slug: all"),
    "term-not-found": ("glossary", "“三无”船舶", "“四无”船舶"),
    "term-without-meaning": ("glossary", "status: not-found", "status: seen"),
}  # fmt: skip


def _refusal(folder: Path) -> str:
    with pytest.raises(DataError) as refused:
        load_catalog(folder)
    return str(refused.value) + "\n"


def _expect(name: str, told: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "data"))


@pytest.mark.parametrize("name", EDITS)
def test_wrong_edit_is_refused(name: str, data: Path) -> None:
    file, before, after = EDITS[name]
    path = data / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    _expect(name, _refusal(data))


def _gbk(data: Path) -> None:
    path = data / "items.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))


def _bom(data: Path) -> None:
    path = data / "items.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def _bad_bytes(data: Path) -> None:
    (data / "sectors.yaml").write_bytes(b"- {slug: ship, name: \xff\xff}\n")


def _utf16(data: Path) -> None:
    (data / "sectors.yaml").write_text("- slug: ship", encoding="utf-16")


def _utf16_big_end_first(data: Path) -> None:
    (data / "sectors.yaml").write_bytes(b"\xfe\xff" + "- slug: ship".encode("utf-16-be"))


def _received_longer(data: Path) -> None:
    with (data / SMALL_RECEIVED).open("a", encoding="utf-8") as file:
        file.write("(附件另发)\n")


def _received_shorter(data: Path) -> None:
    path = data / SMALL_RECEIVED
    path.write_text("\n".join(path.read_text("utf-8").splitlines()[:-1]) + "\n", "utf-8")


def _headed_clauses_differ(data: Path) -> None:
    """Each hazard is a line of its own; the wrong word is in the second, and so is its place."""
    path = data / "items.yaml"
    first = """- heading: 海上
            tasks:
              - id: item-3-8
                text: 清查，
                actors: [regulator]
                editorial: {label: 清查, authority: {question: 是否全部清查过？, method: 核对名册}}
              - id: item-3-9
                text: 清查，
                actors: [regulator]
                editorial: {label: 再清查, authority: {question: 再清查是否做完？, method: 核对数目}}
          - heading: 江上
            tasks:
              - id: item-3-2"""
    path.write_text(
        path.read_text("utf-8").replace("- tasks:\n              - id: item-3-2", first), "utf-8"
    )
    path = data / SMALL_RECEIVED
    theirs = "整治\n海上:清查,清理,\n江上:嚴查“三無”船隻,"
    path.write_text(path.read_text("utf-8").replace("整治。嚴查“三無”船舶,", theirs), "utf-8")


def _received_elsewhere(data: Path) -> None:
    """A link leads out of the folder as well as two dots do."""
    outside = shutil.copy(data / SMALL_RECEIVED, data.parent / "outside.txt")
    (data / SMALL_RECEIVED).unlink()
    (data / SMALL_RECEIVED).symlink_to(outside)


def _received_not_named(data: Path) -> None:
    """Leaving the line out does not leave out the proof."""
    path = data / "items.yaml"
    path.write_text(path.read_text("utf-8").replace(f"  received: {SMALL_RECEIVED}\n", ""), "utf-8")
    (data / SMALL_RECEIVED).rename(data / "source" / "other.txt")


def _damaged_history(data: Path) -> None:
    (data / "history.json").write_text("{}", encoding="utf-8")


def _missing(data: Path) -> None:
    (data / "glossary.yaml").unlink()


def _empty(data: Path) -> None:
    (data / "items.yaml").write_text("# 只有注释\n", encoding="utf-8")


def _only_a_mark(data: Path) -> None:
    (data / "sectors.yaml").write_text("---", encoding="utf-8")


def _gbk_received_text(data: Path) -> None:
    path = data / SMALL_RECEIVED
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))


def _directory(data: Path) -> None:
    (data / "items.yaml").unlink()
    (data / "items.yaml").mkdir()


def _no_received_text(data: Path) -> None:
    (data / SMALL_RECEIVED).unlink()


def _everything_at_once(data: Path) -> None:
    for file, before, after in (EDITS["unknown-actor"], EDITS["label-too-long"], EDITS["bad-slug"]):
        path = data / f"{file}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    _missing(data)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "gbk": _gbk,
    "bom": _bom,
    "bad-bytes": _bad_bytes,
    "utf-16": _utf16,
    "utf-16-big-end-first": _utf16_big_end_first,
    "received-longer": _received_longer,
    "received-shorter": _received_shorter,
    "received-elsewhere": _received_elsewhere,
    "received-not-named": _received_not_named,
    "headed-clauses-differ": _headed_clauses_differ,
    "damaged-history": _damaged_history,
    "missing-file": _missing,
    "empty-file": _empty,
    "directory": _directory,
    "no-received-text": _no_received_text,
    "only-a-mark": _only_a_mark,
    "gbk-received-text": _gbk_received_text,
    "everything-at-once": _everything_at_once,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_files_are_refused(name: str, data: Path) -> None:
    DAMAGE[name](data)
    _expect(name, _refusal(data))


def test_every_golden_file_has_its_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*EDITS, *DAMAGE}


def test_the_caret_stands_below_its_character() -> None:
    """Punctuation is full-width (F), Chinese characters are wide (W), and both take two columns."""
    told = str(Problem("data/items.yaml", 7, 5, "错", source="a 甲，乙"))
    assert told.splitlines()[-1] == "    |   \u3000\u3000^"


@pytest.mark.parametrize("name", ["/etc/hostname", "\\0", "x" * 300, "source", "."])
def test_no_name_of_a_received_text_ends_without_a_refusal(name: str, data: Path) -> None:
    path = data / "items.yaml"
    text = path.read_text("utf-8").replace(SMALL_RECEIVED, f'"{name}"')
    path.write_text(text, "utf-8")
    assert "| " + "  received:" in _refusal(data)


def test_a_first_line_too_long_for_a_field_name_is_refused_at_its_place(data: Path) -> None:
    """YAML takes no name of more than 1024 characters; nothing stands before it to be blamed."""
    (data / "retired.yaml").write_text(f"{'a' * 1025}: 甲\nb\n", "utf-8")
    assert _refusal(data).startswith("data/retired.yaml:1:1026: ")


def test_data_that_names_no_received_text_is_read_without_proof(data: Path) -> None:
    """Older states of the data are compared with today's; nothing of them is published."""
    path = data / "items.yaml"
    path.write_text(path.read_text("utf-8").replace(f"  received: {SMALL_RECEIVED}\n", ""), "utf-8")
    shutil.rmtree(data / "source")
    older = load_catalog(data, proof=False)
    assert data_version(older) == data_version(load_catalog(SMALL))


def test_windows_line_ends_are_no_error(data: Path) -> None:
    for path in data.glob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_catalog(data).notice.number == "某政发〔2031〕7号"
