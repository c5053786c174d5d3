"""What is told about two states of the data, and about what waits for review, word for word.

To accept new words after reading them: UPDATE_GOLDEN=1 python3 scripts/test.py tests/notice/test_reports.py
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field

from notice.base import Record
from notice.catalog import load_catalog
from notice.checks.review import refuse_unreviewed
from notice.checks.since import check_since
from notice.fields import in_words
from notice.problems import DataError
from notice.reading.source_lines import source_lines
from notice.record.history import refuse_half_a_record
from notice.record.models import History
from notice.record.published import read_published
from notice.record.retired import retired_name
from notice.review import is_draft, left, waiting
from notice.vocabulary import SECTOR_KINDS
from tests.conftest import SMALL, SMALL_RECEIVED

GOLDEN = Path(__file__).parent / "golden" / "reports"
HISTORY = '{"since": "00000000", "revisions": []}\n'
CONTENT = "editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看}}"
DRAFT = "editorial: {label: 企业自查, enterprise: {question: 隐患是否都自己查过？, method: 抽一处现场看, unreviewed: [question]}, unreviewed: [label]}"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "base"))


def changed(base: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of the data with some words in place of others."""
    head = Path(shutil.copytree(base, base.with_name("head"), dirs_exist_ok=True))
    for file, before, after in edits:
        path = head / file
        text = path.read_text("utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after), "utf-8")
    return head


def since(base: Path, *edits: tuple[str, str, str]) -> str:
    return "\n".join(str(problem) for problem in check_since(base, changed(base, *edits)))


def ids_taken_over(base: Path) -> str:
    """Exchanged, gone with an heir, gone without, words of more than twenty characters."""
    long = "全面排查、依法严查并且公开通报一切“三无”船舶，"
    (base / SMALL_RECEIVED).write_text(
        (base / SMALL_RECEIVED).read_text("utf-8").replace("嚴查“三無”船舶,", long), "utf-8"
    )
    for name in ("items.yaml",):
        text = (base / name).read_text("utf-8")
        (base / name).write_text(text.replace("严查“三无”船舶，", long), "utf-8")
    return since(
        base,
        ("items.yaml", "id: item-1-1", "id: item-1-7"),
        ("items.yaml", "id: item-2-1\n                text: 企业要自查。", "id: item-2-5\n                text: 企业要常自查。"),
        ("items.yaml", "id: item-3-1", "id: item-3-9"),
        ("items.yaml", "id: item-3-2", "id: item-3-1"),
    )  # fmt: skip


def names_taken_over(base: Path) -> str:
    """A party under another's address, a sector that becomes another one, a term as well."""
    return since(
        base,
        ("departments.yaml", "short_name: 省甲厅", "short_name: 省壬厅"),
        ("departments.yaml", "short_name: 省乙局", "short_name: 省甲厅"),
        ("sectors.yaml", "name: 船舶", "name: 船只"),
        ("sectors.yaml", "name: 台风", "name: 船舶"),
    )


def a_corrected_text(base: Path) -> str:
    """A word the notice has otherwise is mended in both; the tasks after it are still looked at."""
    better = (base / SMALL_RECEIVED).read_text("utf-8").replace("每季度", "每個季度")
    (base / "source" / "better.txt").write_text(better, "utf-8")
    return since(
        base,
        ("items.yaml", f"received: {SMALL_RECEIVED}", "received: source/better.txt"),
        ("items.yaml", "每季度", "每个季度"),
        ("items.yaml", "text: 企业要自查。", "text: 完全是别的一件事情了。"),
    )


def another_text_with_other_line_ends(base: Path) -> str:
    """Git may write line ends anew: the received text is the same, and so must the tasks be."""
    head = changed(base, ("items.yaml", "text: 企业要自查。", "text: 企业要细查。"))
    path = head / SMALL_RECEIVED
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return "\n".join(map(str, check_since(base, head)))


def words_and_duties_that_vanish(base: Path) -> str:
    """A line of the notice called none, looser rules, what the editors added struck out."""
    return since(
        base,
        ("items.yaml", "  release: （此件公开发布）\n", "  left_out: [{lines: [（此件公开发布）], why: 网页上的字}]\n  rules: [pinyin, traditional, zhuoyan, width, spaces, line-breaks]\n"),
        ("items.yaml", f"                {CONTENT}\n", ""),
        ("items.yaml", "  superseded_by: {number: 某政发〔2032〕1号, title: 某省人民政府关于做好2032年安全生产工作的通知, year: 2032}\n", ""),
    )  # fmt: skip


def another_use_of_what_is_out_of_use(base: Path) -> str:
    """An id given free, two that lead elsewhere, a sector that becomes a hazard."""
    retired = "".join(
        f"- {{address: '#item-1-{number}', moved_to: ['#item-1-1', '#item-3-1'], reason: 拆分}}\n"
        for number in (7, 8, 9)
    )
    (base / "retired.yaml").write_text(retired, "utf-8")
    return since(
        base,
        ("retired.yaml", retired.splitlines()[0] + "\n", ""),
        ("retired.yaml", "8', moved_to: ['#item-1-1', '#item-3-1']", "8', moved_to: ['#item-3-2']"),
        ("retired.yaml", "9', moved_to: ['#item-1-1', '#item-3-1']", "9', moved_to: ['#item-1-1']"),
        ("sectors.yaml", "name: 船舶, kind: sector", "name: 船舶, kind: hazard"),
    )


def lines_struck(base: Path) -> str:
    addresses = [f"items/{number}/" for number in range(1, 9)]
    (base / "published.txt").write_text("\n".join(["# 名单", *addresses]) + "\n", "utf-8")
    (base / "history.json").write_text(HISTORY, "utf-8")
    said: list[str] = []
    for struck in (1, 5, 6):
        head = changed(base)
        kept = "\n".join(["# 名单", *addresses[struck:]])
        (head / "published.txt").write_text(kept + "\n", "utf-8")
        said += map(str, check_since(base, head))
    (head / "history.json").write_text(HISTORY.replace("0" * 8, "1" * 8), "utf-8")
    return "\n".join([*said, *map(str, check_since(base, head)[1:])])


def refused(what: Callable[[], object]) -> str:
    with pytest.raises(DataError) as error:
        what()
    return str(error.value)


def half_a_record(base: Path) -> str:
    history = History(since="00000000", revisions=())
    without = refused(lambda: refuse_half_a_record(base, history))
    (base / "published.txt").write_text("items/1/\n", "utf-8")
    return without + "\n" + refused(lambda: refuse_half_a_record(base, None))


def a_spoilt_list(base: Path) -> str:
    path = base / "published.txt"
    said = []
    for content in (
        "items/1/\n乱写的\n".encode(),
        b"items/1/\n<<<<<<< HEAD\nitems/2/\n=======\nitems/3/\n>>>>>>> edit\n",
        "# 名单\nitems/1/\n".encode("utf-16"),
        "# 名单\nitems/1/\n".encode("gbk"),
    ):
        path.write_bytes(content)
        said.append(refused(lambda: read_published(base)))
    path.unlink()
    path.mkdir()
    said.append(refused(lambda: read_published(base)))
    return "\n".join(said)


def what_waits_for_review(base: Path) -> str:
    head = changed(
        base,
        ("items.yaml", CONTENT, DRAFT),
        (
            "items.yaml",
            "question: 今年是否每季度都开过会？, method: 核对会议日期}}",
            "question: 今年是否每季度都开过会？, method: 核对会议日期, unreviewed: [question]}}",
        ),
        ("departments.yaml", "slug: jia,", "slug: jia, unreviewed: [nature, full_name],"),
    )
    catalog = load_catalog(head)
    assert is_draft(catalog)
    first, second = (item.clauses[0].tasks[0] for item in catalog.items[:2])
    assert (waiting(first), waiting(second)) == (("question",), ("label", "question"))
    return left(catalog) + "\n" + refused(lambda: refuse_unreviewed(catalog, head))


REPORTS = (
    ids_taken_over, names_taken_over, words_and_duties_that_vanish, another_use_of_what_is_out_of_use,
    a_corrected_text, another_text_with_other_line_ends, lines_struck, half_a_record, a_spoilt_list,
    what_waits_for_review,
)  # fmt: skip


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__name__)
def test_it_is_told(report: Callable[[Path], str], base: Path) -> None:
    told = report(base) + "\n"
    golden = GOLDEN / f"{report.__name__}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


def test_nothing_waits_for_review(base: Path) -> None:
    catalog = load_catalog(base)
    assert not is_draft(catalog)
    assert left(catalog) == ""
    refuse_unreviewed(catalog, base)


@pytest.mark.parametrize(
    ("address", "name"),
    [("#item-10-9", "10-9"), ("items/10/#item-10", "10"), ("sectors/old/", "sectors/old/")],
)
def test_what_an_address_is_called(address: str, name: str) -> None:
    assert retired_name(address) == name


def test_where_a_task_is_written() -> None:
    lines = source_lines(SMALL, "https://example.cn/edit//")
    assert lines.link("item-1-1") == "https://example.cn/edit/small/items.yaml#L20"
    assert source_lines(SMALL).link("item-1-1") == ""


class _Answer(Record):
    yes: bool = Field(description="行不行。再说")
    names: tuple[str, ...] = Field(title="名")
    nothing: str | None = None
    kind: Literal["sector", "hazard"] = Field(title="类")


class _Short(Record):
    word: Literal["甲", "乙"] | None = Field(title="字")


class _Several(Record):
    word: Literal["甲", "乙"] = Field(title="字")
    each: tuple[_Short, ...] = Field(title="各")


class _Pair(Record):
    one: _Answer = Field(title="甲")
    both: tuple[_Answer, ...] = Field(title="乙")


def test_what_a_record_says() -> None:
    yes = _Answer(yes=True, names=("某", "又"), kind="hazard")
    no = _Answer(yes=False, names=(), kind="sector")
    said = in_words(_Pair(one=yes, both=(no, yes)))
    assert said == {
        "甲·行不行": "是",
        "甲·名": "某、又",
        "甲·类": SECTOR_KINDS["hazard"],
        "乙": f"否（{SECTOR_KINDS['sector']}）；是（某、又，{SECTOR_KINDS['hazard']}）",
    }
    assert in_words(yes, leave_out={"names", "kind"}) == {"行不行": "是"}


def test_what_a_short_record_says() -> None:
    """A word of no list is said as it is, alone without brackets; of nothing nothing is said."""
    said = in_words(_Several(word="甲", each=(_Short(word="乙"), _Short(word=None))))
    assert said == {"字": "甲", "各": "乙；"}
