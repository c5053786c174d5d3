"""What an edit is, and the pieces of the small notice that many edits start from."""

from __future__ import annotations

from tests.conftest import SMALL_RECEIVED

# A file of the data, or the received text where a notice of other words is meant; what is there;
# what an editor writes instead.
Edit = tuple[str, str, str]

TEXT_32 = "text: 严查“三无”船舶，"
SIDES_32 = (
    "enterprise: {question: 船舶证书是否齐全？, method: 抽查船舶证书}, "
    "authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}"
)
EDITORIAL_32 = f"editorial: {{label: 三无船舶, {SIDES_32}}}"
EDITORIAL_31 = "editorial: {label: 依法处罚, authority: {question: 该罚的是否都已处罚？, method: 抽处罚案卷核对}}"
TASK_31 = f"""              - id: item-3-1
                text: 依照《某条例》处罚。
                actors: [regulator]
                {EDITORIAL_31}
"""
BRACKET_3 = """            responsible:
              text: （各有关部门负责）
              departments: [各有关部门]
"""
BLOCK_32 = """editorial:
                  label: 三无船舶
                  authority: {question: 三无船舶是否都已查处？, method: 对照线索核对}
                  enterprise:
                    question: 船舶证书是否齐全？
                    method: 抽查船舶证书"""


def editorial(written: str) -> Edit:
    """The editors' words of task item-3-2, in lines of their own, with one of them written wrong."""
    return "items", EDITORIAL_32, written


def method(words: str) -> Edit:
    return editorial(BLOCK_32.replace("抽查船舶证书", words))


def question(words: str) -> Edit:
    return editorial(BLOCK_32.replace("船舶证书是否齐全？", words))


LAW_1 = "{law: 某法, article: 7, paragraph: 2, item: 1, actor: government, fit: exact, penalty: [{article: 21, item: 3, target: official, kind: [discipline]}]}"
SECOND_LAW = """
- slug: erfa
  full_name: 中华人民共和国二法
  short_name: 二法
  rank: law
  text_date: 2020-01-01
  in_force_from: 2020-06-01
  article_count: 9
  source: 公开的法律法规全文汇编
  looked_up: 2031-01-01
"""


def cited(written: str) -> Edit:
    """The law behind task item-1-1, with something of it written wrong."""
    return "items", LAW_1, written


def law(before: str, after: str) -> Edit:
    return "laws", before, after


# A notice in which somebody only supports: received and transcribed alike, the lists as before.
SUPPORTING: list[Edit] = [
    (SMALL_RECEIVED, "省乙局等部門分工負責", "省乙局配合"),
    ("items", "省乙局等部门分工负责", "省乙局配合"),
]

# The lines of the head one by one.
FRONT_LINES: Edit = (
    "items",
    "  addressees: 各市人民政府：\n  preamble: 2031年要做好安全生产。\n",
    "  front: [{kind: number, text: 某政发〔2031〕7号}, {kind: addressees, text: 各市人民政府：}, {kind: preamble, text: 2031年要做好安全生产。}]\n",
)

# The title received as well, over two lines.
TITLED: list[Edit] = [
    (SMALL_RECEIVED, "某政發〔2031〕7號\n", "某省人民政府\n關於做好2031年安全生產工作的通知\n某政發〔2031〕7號\n")
]  # fmt: skip
TITLE_FRONT = FRONT_LINES[2].replace(
    "front: [", "front: [{kind: title, text: 某省人民政府}, {kind: title, text: 关于做好2031年安全生产工作的通知}, "
)  # fmt: skip

# A law for one hazard behind a task of another.
OF_A_HAZARD: list[Edit] = [
    ("sectors", "- {slug: typhoon", "- {slug: flood, name: 洪水, kind: hazard}\n- {slug: typhoon"),
    law("  liability: [20, 28]", "  liability: [20, 28]\n  sectors: [flood]"),
    (
        "items",
        "actors: [party-government]\n",
        "actors: [party-government]\n                sectors: [typhoon]\n",
    ),
]
