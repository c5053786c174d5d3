"""Against an older state: each refusal as a whole, at its line and with what to do; and none.

To accept new words after reading them:
UPDATE_GOLDEN=1 python3 scripts/test.py tests/notice/test_since_messages.py
"""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.checks.since import check_since
from notice.problems import DataError, Problem
from notice.record.models import History, Revision
from tests.conftest import SMALL, SMALL_RECEIVED
from tests.notice.edits.edit import LAW_1, SECOND_LAW, Edit

GOLDEN = Path(__file__).parent / "golden" / "since"
Edits = list[Edit]
BETTER: Edits = [
    ("source/better.txt", "", (SMALL / SMALL_RECEIVED).read_text("utf-8").replace("發", "发", 1)),
    ("items", f"received: {SMALL_RECEIVED}", "received: source/better.txt"),
]
TITLE: Edit = (
    "items",
    "  title: 某省人民政府关于做好2031年安全",
    "  title: 某省人民政府关于做好2031年消防",
)
SUPERSEDED: Edit = (
    "items",
    "  superseded_by: {number: 某政发〔2032〕1号, title: 某省人民政府关于做好2032年安全生产工作的通知, year: 2032}\n",
    "",
)
# Words of twenty characters, and of one more.
LONG: Edits = [
    (SMALL_RECEIVED, "企業要自查。", "企业要自查，每年至少四次，次次都有记录。"),
    ("items", "企业要自查。", "企业要自查，每年至少四次，次次都有记录。"),
    (SMALL_RECEIVED, "依照《某條例》處罰。", "依照《某条例》处罚，屡犯的从重、公开曝光。"),
    ("items", "依照《某条例》处罚。", "依照《某条例》处罚，屡犯的从重、公开曝光。"),
]
# Received with a blank at the end of a line.
BLANK: Edits = [
    (SMALL_RECEIVED, "生產。\n", "生產。 \n"),
    ("items", "  rec", "  rules: [pinyin, traditional, zhuoyan, width, spaces]\n  rec"),
]
FIRST_LAW = "- slug: moufa"
TWO_LAWS: Edits = [("laws", FIRST_LAW, SECOND_LAW.lstrip() + FIRST_LAW)]
THIRD_LAW = (
    SECOND_LAW.lstrip()
    .replace("erfa", "sanfa")
    .replace("二法", "三法")
    .replace("article_count: 9", "article_count: 8")
)
FLOOD: Edit = (
    "sectors",
    "- {slug: ship",
    "- {slug: flood, name: 洪水, kind: hazard}\n- {slug: ship",
)
MEASURES = (
    "                measures:\n                  - {quote: 每季度召开一次会议, kind: cadence}\n"
)
OF_TASK = "                sectors: [{}]\n"


def of_clause(written: str) -> Edits:
    """The task of the second item says nothing of sectors, its clause does."""
    first = "          - tasks:\n              - id: item-2-1\n"
    clause = f"          - {written}\n{first.replace('- ', '  ', 1)}"
    return [("items", OF_TASK.format("all"), ""), ("items", first, clause)]


def history(*reasons: str) -> Edit:
    """A record of revisions with these reasons, the first one from the same state on."""
    revisions = tuple(
        Revision(
            date=date(2031, 4, 1), before=f"{n:08}", after=f"{n + 1:08}", reason=reason, changes=()
        )
        for n, reason in enumerate(reasons)
    )
    record = History(since="00000000", revisions=revisions)
    return "history.json", "", record.model_dump_json(indent=1) + "\n"


def replaced_by(name: str) -> Edits:
    """An older law, with what has taken its place."""
    ended = f"  in_force_to: 2030-06-01\n  replaced_by: {name}\n  article_count: 9"
    return [*TWO_LAWS, ("laws", "  article_count: 9", ended)]


def of_law(sectors: str) -> Edits:
    """The law as one for some sectors only, so that it fits its task in part."""
    return [
        ("laws", "  article_count: 30", f"  sectors: [{sectors}]\n  article_count: 30"),
        ("items", "fit: exact", "fit: partial, why: 只定开会"),
    ]


def published(*addresses: str) -> Edit:
    return "published.txt", "", "".join(f"{line}\n" for line in ("# 名单", *addresses))


def retired(*entries: tuple[str, str]) -> Edit:
    lines = (f"- {{address: '#{a}', moved_to: ['#{to}'], reason: 并入}}\n" for a, to in entries)
    return "retired", "[]\n", "".join(lines)


# The older state, and the newer one, as edits of the small notice.
TOLD: dict[str, tuple[Edits, Edits]] = {
    "ids-gone-and-led-astray": (
        LONG,
        [
            *LONG,
            *(("items", f"id: item-{n}-1\n", f"id: item-{n}-9\n") for n in (2, 3)),
            ("items", "id: item-3-2\n", "id: item-3-8\n"),
            retired(("item-3-2", "item-2-9")),
        ],
    ),
    "received-changed": (BLANK, [*BLANK, (SMALL_RECEIVED, "每季度召開", "每季度召开")]),
    "superseded-no-more-with-a-better-text": ([], [*BETTER, SUPERSEDED]),
    "laws-under-another-name": (
        TWO_LAWS,
        [
            ("laws", FIRST_LAW, f"{THIRD_LAW}{SECOND_LAW.lstrip()}{FIRST_LAW}"),
            ("laws", "full_name: 中华人民共和国二法", "full_name: 中华人民共和国第二法"),
            ("laws", "article_count: 9", "article_count: 10"),
            ("laws", "short_name: 某法", "short_name: 某法2030"),
            ("items", "law: 某法", "law: 某法2030"),
            ("laws", "article_count: 30", "article_count: 31"),
        ],
    ),
    # Told as an address given to another law only: what is noted of that one is its own.
    "law-in-place-of-another": (
        [],
        [
            ("laws", "full_name: 中华人民共和国某法", "full_name: 中华人民共和国乙法"),
            ("laws", "short_name: 某法", "short_name: 乙法"),
            ("items", "law: 某法", "law: 乙法"),
            ("laws", "article_count: 30", "article_count: 31"),
        ],
    ),
    "other-names-of-sectors-lost": (
        [
            FLOOD,
            ("sectors", "name: 洪水", "name: 洪水, also: [大水]"),
            ("sectors", "name: 船舶", "name: 船舶, also: [船只, 舰船]"),
            ("sectors", "name: 台风", "name: 台风, also: [热带气旋]"),
        ],
        [
            FLOOD,
            ("sectors", "- {slug: flood", "- {slug: snow, name: 暴雪, kind: hazard}\n- {slug: flood"),
            ("sectors", "name: 船舶", "name: 船舶, also: [船只]"),
        ],
    ),
    "penalty-lost": ([], [("items", ", penalty: [{article: 21, item: 3, target: official, kind: [discipline]}]", "")]),
    "task-that-lost-all": (
        [
            ("items", MEASURES, f"                sectors: [ship, typhoon]\n{MEASURES}                  - {{quote: 会议, kind: cadence}}\n"),
            ("items", f"basis: [{LAW_1}]", f"basis: [{LAW_1}, {LAW_1.replace('article: 7', 'article: 8')}]"),
        ],
        [
            FLOOD,
            ("items", MEASURES, "                sectors: [flood]\n"),
            ("items", f"basis: [{LAW_1}], ", ""),
        ],
    ),
    "sector-that-had-no-name": (
        [("items", "sectors: [all]", "sectors: [typhoon]"), ("sectors", "name: 台风", "called: 台风")],
        [],
    ),
    "sectors-of-a-task-that-stood-in-no-clause": (
        [("items", "        clauses:\n          - tasks:\n              - id: item-2-1", "        tasks:\n              - id: item-2-1")],
        [("items", OF_TASK.format("all"), "")],
    ),
    "side-of-a-task-that-stood-alone": (
        [("items", "sections:\n", "tasks:\n  - {id: item-3-2, text: 严查“三无”船舶，, actors: [party-government, enterprise], sectors: [ship]}\nbefore:\n"), ("items", "id: item-3-2\n", "number: item-3-2\n")],
        [("items", "actors: [regulator, enterprise]", "actors: [regulator]"), ("items", "enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, ", "")],
    ),
    "sectors-of-a-clause": (of_clause("sectors: [ship]"), of_clause("sectors: [typhoon]")),
    "words-of-ours-exchanged-with-one-mark": (
        [],
        [
            ("items", "label: 三无船舶", "label: 甲"),
            ("items", "label: 依法处罚", "label: 三无船舶"),
            ("items", "label: 甲", "label: 依法处罚"),
            ("items", "对照线索核对", "甲"),
            ("items", "抽处罚案卷核对", "对照线索核对"),
            ("items", "method: 甲", "method: 抽处罚案卷核对"),
            ("items", "- id: item-3-2\n", "- id: item-3-2\n                # 已核 label：原来放错了\n"),
        ],
    ),
    "term-with-another-name": ([], [("glossary", "term: 三无船舶", "term: 无证渔船")]),
    "sector-named-anew-with-the-mark-of-another": (
        [],
        [
            ("sectors", "name: 船舶", "name: 游船"),
            ("sectors", "name: 台风, kind: hazard}\n", "name: 台风, kind: hazard}\n  # 已核 name：通行的叫法\n"),
        ],
    ),
    "retired-no-more": (
        [retired(("item-1-7", "item-1-1"), ("item-1-8", "item-1-1"), ("item-1-9", "item-1-1"))],
        [retired(("item-1-9", "item-2-1"))],
    ),
    "revision-before-the-first": ([history("一")], [history("二", "一")]),
    "reason-rewritten": ([history("一", "二")], [history("一", "三")]),
    "address-rewritten": ([published("/", "items/1/")], [published("/", "items/2/")]),
}  # fmt: skip
LAWFUL: dict[str, tuple[Edits, Edits]] = {
    "a task of which six characters in ten are the same": (
        [],
        [
            *BETTER,
            ("source/better.txt", "每季度召開一次會議", "每季度召开演练培训"),
            ("items", "text: 每季度召开一次会议", "text: 每季度召开演练培训"),
            ("items", "quote: 每季度召开一次会议", "quote: 每季度召开演练培训"),
        ],
    ),
    "a title put right with a better text": ([], [*BETTER, TITLE]),
    "a title that waited for review": ([("items", "  number:", "  unreviewed: [title]\n  number:")], [TITLE]),
    "a title that waits for review": ([], [TITLE, ("items", "  number:", "  unreviewed: [title]\n  number:")]),
    "other names that were no names": (
        [("sectors", "name: 船舶", "name: 船舶, also: [船只]")],
        [("sectors", "kind: sector}\n", "kind: sector}\n  # 已核 also：没有人这么叫\n")],
    ),
    "a basis that waited for review": ([("items", "- id: item-1-1\n", "- id: item-1-1\n                unreviewed: [basis]\n")], [("items", f"basis: [{LAW_1}], ", "")]),
    "sectors of a clause that waits for review": (of_clause("sectors: [ship]"), of_clause("sectors: [typhoon]\n            unreviewed: [sectors]")),
    "the later text of a law by its right name": (replaced_by("三法"), replaced_by("某法")),
    "sectors of a law in another order": (of_law("ship, typhoon"), of_law("typhoon, ship")),
    "a name with its bracket elsewhere": (
        [("sectors", "name: 船舶", "name: 水上（含港口）船舶")],
        [("sectors", "name: 船舶", "name: 水上船舶（含渔船）")],
    ),
    "one more revision": ([history("一")], [history("一", "二")]),
    "a record that could not be read before": ([("history.json", "", "{")], [history("一")]),
    # An older state may have another shape.
    "lines left out that were no list": ([("items", "  number:", "  left_out: [{line: 首页}]\n  number:")], []),
    "parties that had another field for their names": (
        [("departments", "short_name: 省乙局, slug: yi, kind: body", "name: 省乙局, slug: yi, kind: local")],
        [],
    ),
    "figures that were words": ([("items", "{quote: 每季度召开一次会议, kind: cadence}", "每季度召开一次会议")], []),
    "a figure of two quotes": ([("items", "quote: 每季度召开一次会议,", "quote: [每季度, 召开一次会议],")], []),
    "sides in groups": ([("items", "actors: [regulator, enterprise]", "actors: [[regulator, enterprise]]")], []),
    "sectors in groups": ([("items", "sectors: [ship]", "sectors: [[ship]]")], []),
    "articles together": ([("laws", "{article: 7,", "{article: [7, 8],")], []),
    "a law of two addresses": ([("laws", "slug: moufa", "slug: [moufa, mou]")], []),
    "another name that was empty": ([("sectors", "name: 船舶", "name: 船舶, also: ''")], []),
}  # fmt: skip


def state(folder: Path, edits: Edits) -> Path:
    """The small notice with something written otherwise, or with one file more."""
    data = Path(shutil.copytree(SMALL, folder))
    for file, before, after in edits:
        path = data / (file if "." in file else f"{file}.yaml")
        text = path.read_text("utf-8") if path.exists() else ""
        assert before in text, before
        path.write_text(text.replace(before, after, 1), "utf-8", newline="")
    return data


def problems(folder: Path, edits: tuple[Edits, Edits]) -> list[Problem]:
    """What the newer state did that the data alone does not show."""
    base, head = (state(folder / n, e) for n, e in zip(("base", "head"), edits, strict=True))
    load_catalog(head)
    return check_since(base, head)


@pytest.mark.parametrize("name", TOLD)
def test_it_is_told(name: str, tmp_path: Path) -> None:
    told = str(DataError(problems(tmp_path, TOLD[name]))) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


def test_every_golden_file_has_its_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*TOLD}


@pytest.mark.parametrize("name", LAWFUL)
def test_it_is_lawful(name: str, tmp_path: Path) -> None:
    assert [*map(str, problems(tmp_path, LAWFUL[name]))] == []
