"""What few editors ever write: a second sentence in a bracket, marks of a merge, odd scalars."""

from __future__ import annotations

from tests.conftest import SMALL_RECEIVED
from tests.notice.edits.edit import Edit, method

REST = "省甲厅牵头，省乙局等部门分工负责"
FIRST_ITEM = (
    "      - id: item-2\n        title: 无括号的一项\n        clauses:\n          - tasks:\n"
)
LAST_SECTOR = "- {slug: typhoon, name: 台风, kind: hazard}\n"


def bracket(received: str, text: str, more: str = "") -> list[Edit]:
    """Another bracket of item-1: as received, as transcribed, and the fields behind its words."""
    return [
        (SMALL_RECEIVED, "(省甲廳牽頭,省乙局等部門分工負責)", received),
        ("items", f"text: （{REST}）\n", f"text: {text}\n{more}"),
    ]


def of_the_rest(party: str, remark: str) -> str:
    """Who is responsible for what follows, and the remark that says so."""
    return f"              remark: {remark}\n              extends_to_rest: [{party}]\n"


WRONG: dict[str, list[Edit]] = {
    # Brackets of two sentences.
    "stranger-before-a-whole-remark": bracket(
        "(省甲廳牽頭,省乙局、省丙局等部門分工負責。省甲廳對其後各項負責)",
        "（省甲厅牵头，省乙局、省丙局等部门分工负责。省甲厅对其后各项负责）",
        of_the_rest("省甲厅", "省甲厅对其后各项负责"),
    ),
    "second-sentence-of-a-party-without-a-remark": [
        *bracket("(省甲廳牽頭。省乙局對其後各項負責)", "（省甲厅牵头。省乙局对其后各项负责）"),
        ("items", "              departments: [省乙局]\n", ""),
    ],
    "remark-of-a-bracket-with-a-stop-behind-it": bracket(
        "(省甲廳牽頭,省乙局等部門分工負責)。", f"（{REST}）。", of_the_rest("省甲厅", "省甲厅对其后各项负责")
    ),
    # Records.
    "clause-of-all-and-another": [("items", FIRST_ITEM, FIRST_ITEM.replace("- tasks:", "- sectors: [all, ship]\n            tasks:"))],
    "address-retired-twice": [("retired", "[]", "- {address: '#item-1-9', moved_to: ['#item-1-1'], reason: 并入}\n- {address: '#item-1-9', reason: 撤销}")],
    "first-line-of-the-file-not-transcribed": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n某政發〔2031〕7號\n")],
    # What YAML reads in a way of its own.
    "line-break-in-front-as-a-code": [method('"\\n抽查船舶证书"')],
    "line-break-behind-as-a-code": [method('"抽查船舶证书\\n"')],
    "bar-before-one-line": [method("|-\n                      抽查船舶证书")],
    "merge-with-the-common-version": [("sectors", LAST_SECTOR, f"<<<<<<< ours\n{LAST_SECTOR}||||||| base\n=======\n{LAST_SECTOR.replace('台风', '暴雨')}>>>>>>> theirs\n")],
    "comment-before-lines-that-end-the-file": [("sectors", LAST_SECTOR, "- slug: typhoon # 二号台风\n  kind: hazard\n  name: >\n    台风\n")],
}  # fmt: skip

LAWFUL_RARE: dict[str, list[Edit]] = {
    "sectors that wait for review under a title that names one": [("items", "        sectors: [ship]\n", "        unreviewed: [sectors]\n")],
}  # fmt: skip
