"""Each stage of a draft by itself: what it takes, what it leaves, what it refuses."""

from __future__ import annotations

import io
import zipfile

import pytest

from draft.clauses import clauses
from draft.decode import RefusedError, decode, lost_characters
from draft.drafting import take_apart
from draft.ends import ends, furniture
from draft.levels import Levels, levels, split_title
from draft.lines import own_lines
from draft.marks import mark_at, marked
from draft.noise import rules_for
from draft.parties import bracket, deadlines, find_brackets, party_names
from draft.sentences import tasks
from draft.structure import Line, Marked, Words
from draft.suggestions import measures, slug
from notice.checks.rules import applied
from notice.vocabulary import Rule


def lines(*words: str) -> list[Line]:
    return [Line(n, w) for n, w in enumerate(words, start=1)]


def test_what_is_no_text_is_refused() -> None:
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as package:
        package.writestr("xl/workbook.xml", "")
    damaged = bytearray(book.getvalue())
    damaged[damaged.index(b"PK\1\2") + 6] = 99  # a version of the format that there is not
    for content, said in (
        (b"%PDF-1.4", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "docx"),
        (book.getvalue(), "不是 docx"),
        (b"PK\x03\x04", "坏了"),
        (bytes(damaged), "坏了"),
        (b" \n", "空的"),
        (b"\0\0abc", "不是文字文件"),
    ):
        with pytest.raises(RefusedError) as refused:
            decode(content, "a.bin")
        assert said in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
def test_the_encoding_is_found(encoding: str) -> None:
    words = (
        "各縣市人民政府，省政府各部門：\n一、加強領導。各地要高度重視安全生產工作，落實責任。\n" * 3
    )
    if encoding == "gb18030":
        words = (
            "各县市人民政府，省政府各部门：\n一、加强领导。各地要高度重视安全生产工作，落实责任。\n"
            * 3
        )
    found = decode(words.encode(encoding), "a.txt")
    assert found.content.decode(found.encoding).lstrip("\ufeff") == words
    assert found.kind == "text"


def test_a_page_is_known_by_its_tags() -> None:
    assert decode("<p>一、某事</p>".encode(), "a.txt").kind == "html"
    assert decode("一、某事".encode(), "a.html").kind == "html"


def test_lost_characters_are_told_with_their_line() -> None:
    found = lost_characters([(3, "?。ㄒ唬┚C合整治重點"), (4, "領(lǐng)域?qū)m椪?"), (5, "是吗？")])
    assert [line[:5] for line in found] == ["第 3 行", "第 4 行"]


def test_a_character_that_no_table_tells_apart_is_told() -> None:
    words = "隨著形勢發展，各地要圍繞著重點，做好著名景區、顯著位置的安全工作，落實責任。\n一、加強領導。各地要重視。"
    made, _ = take_apart(words.encode(), "a.txt")
    assert made.rules[0] == "traditional"
    assert len(made.doubts) == 2
    assert all("的“著”没有改" in doubt for doubt in made.doubts)


def test_latin_in_brackets_goes_only_where_it_is_the_sound() -> None:
    rule: tuple[Rule, ...] = ("toned-pinyin",)
    assert applied("发(fā)展", rule) == "发展"
    assert applied("开(kāi)(kāi)展（zhǎn）", rule) == "开展"
    assert applied("煤(mei)矿", rule) == "煤矿"
    assert applied("系统(ces)和二氧化碳(co)", rule) == "系统(ces)和二氧化碳(co)"


def test_rules_are_those_that_are_needed() -> None:
    def rules(words: str) -> tuple[str, ...]:
        return rules_for(decode(words.encode(), "a.txt"), words.split("\n"))

    assert rules("一、某事。各地要做好。") == ()
    assert rules("　　一、某事。") == ("spaces",)
    assert rules("一、某事,各地要做好:某事") == ("width",)
    assert rules("会议9:00开始，人口1,000人") == ()  # the notice's own
    assert rules("各縣、市要加強領導，強化責任") == ("traditional",)
    assert rules("著名的乾隆年间文物，各地要保护") == ()  # a simplified text has such characters


def test_marks() -> None:
    for words, kind, number in (
        ("十二、某", "comma", 12),
        ("（二十一）某", "bracket", 21),
        ("3．某", "arabic", 3),
        ("第十条　某", "article", 10),
        ("第二章 某", "chapter", 2),
        ("（4）某", "arabic-bracket", 4),
        ("③某", "circled", 3),
    ):
        found = mark_at(words)
        assert found is not None
        assert (found.kind, found.number) == (kind, number)
    for words in ("1.5倍", "2024年", "三个一", "一是某", "第一时间", "十分重要"):
        assert mark_at(words) is None, words


def test_a_number_counts_in_its_order_only() -> None:
    doubts: list[str] = []
    found = marked(
        lines("一、甲。", "（一）乙。", "（二）丙。", "二、丁。", "（一）戊。", "七、己"), doubts
    )
    assert [m.mark.words if m.mark else "" for m in found] == [
        "一、",
        "（一）",
        "（二）",
        "二、",
        "（一）",
        "",
    ]
    assert "七、" in doubts[0]


def test_a_number_that_is_missing_is_found_in_mid_line() -> None:
    doubts: list[str] = []
    found = marked(lines("（一）甲。按照第（二）项办理。（二）乙。", "（三）丙。"), doubts)
    assert [m.line.words for m in found] == [
        "（一）甲。按照第（二）项办理。",
        "（二）乙。",
        "（三）丙。",
    ]
    assert not doubts


def test_wrapped_lines_are_joined() -> None:
    words = "各地要高度重视做好当前安全生产工作认真落实各项责任措施确保平稳" * 3
    cut = [words[n : n + 20] for n in range(0, len(words), 20)]
    found, moved = own_lines(lines("一、某事", *cut))
    assert moved
    assert [line.words for line in found] == ["一、某事", words]
    assert own_lines(lines("一、某事", "（一）某。", "（二）某。"))[1] is False


def test_the_ends_of_a_page() -> None:
    found = ends(lines(
        "首页", "索引号：", "000/1", "某省人民政府", "关于某事的通知", "某政发〔2031〕7号", "各市人民政府：", "为做好某事，现通知如下：",
        "一、甲。做好。", "附件：清单", "某省人民政府", "2031年3月5日", "（此件公开发布）", "版权所有：某网",
    ))  # fmt: skip
    assert [kind for kind, _ in found.front] == [
        "title",
        "title",
        "number",
        "addressees",
        "preamble",
    ]
    assert [line.words for line in found.body] == ["一、甲。做好。"]
    assert [kind for kind, _ in found.end] == ["other", "issuer", "date", "release"]
    assert [words for _, words, _ in found.left_out] == [
        "首页",
        "索引号：",
        "000/1",
        "版权所有：某网",
    ]


def test_a_title_that_is_written_twice() -> None:
    title = "某省人民政府关于做好某项工作的通知"
    found = ends(lines(title, title, "某政发〔2031〕7号", "各市人民政府：", "一、甲。做好。"))
    assert found.left_out == [(1, title, "重复的标题")]
    assert found.front[0] == ("title", title)


def test_page_numbers_are_no_words() -> None:
    kept, out = furniture(lines("一、甲", "— 3 —", "乙", "第 4 页 共 9 页"))
    assert [line.words for line in kept] == ["一、甲", "乙"]
    assert [words for _, words, _ in out] == ["— 3 —", "第 4 页 共 9 页"]


def test_levels_are_read_off_the_whole() -> None:
    def read(*words: str) -> Levels:
        return levels(marked(lines(*words), []))

    assert read("一、甲", "（一）乙。丙。", "二、丁", "（一）戊。己。") == Levels(
        "comma", "", "bracket"
    )
    assert read("一、甲", "（一）乙", "1.丙。", "2.丁。") == Levels("comma", "bracket", "arabic")
    # Points of one item of many are no level.
    assert read("一、甲", "二、乙：", "1.丙。", "2.丁。", "三、戊", "四、己") == Levels(
        "", "", "comma"
    )


@pytest.mark.parametrize(
    ("words", "more", "found"),
    [
        ("加强领导。各地要重视。", False, ("加强领导", "。", "各地要重视。")),
        ("加强领导", True, ("加强领导", "", "")),
        ("加强领导：各地要重视", False, ("加强领导", "：", "各地要重视")),
        ("本措施自发布之日起施行。", False, ("", "", "本措施自发布之日起施行。")),
        ("各地要高度重视，" * 6 + "认真做好。另有规定的除外。", False, ("", "", "各地要高度重视，" * 6 + "认真做好。另有规定的除外。")),
    ],
)  # fmt: skip
def test_titles(words: str, more: bool, found: tuple[str, str, str]) -> None:
    assert split_title(words, more=more, alone=True) == found


def test_tasks_are_cut_at_stops_only() -> None:
    words = "做好“甲。乙”。丙（丁；戊）己；庚！下列标准：一千；二千。"
    assert [t.words for t in tasks([Words(words)])] == [
        "做好“甲。乙”。",
        "丙（丁；戊）己；",
        "庚！",
        "下列标准：一千；二千。",
    ]
    heading = tasks([Words("1．加强监测。各地要监测。要报告。", new_line=True)])
    assert [t.words for t in heading] == ["1．加强监测。各地要监测。", "要报告。"]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("（省甲厅牵头，省乙局、省丙委等部门配合，2031年9月底前完成）", (("省甲厅",), (), ("省乙局", "省丙委"))),
        ("〔省甲厅、各市、县（市、区）人民政府按职责分工负责〕", ((), ("省甲厅", "各市、县（市、区）人民政府"), ())),
        ("牵头单位：县民政局；责任单位：县财政局、县卫生健康局，各乡镇（街道）", (("县民政局",), ("县财政局", "县卫生健康局", "各乡镇（街道）"), ())),
        ("（牵头单位：市委组织部；配合单位：市财政局、团市委）", (("市委组织部",), (), ("市财政局", "团市委"))),
        ("（由省甲厅会同省乙局负责）", ((), ("省甲厅", "省乙局"), ())),
        ("（省有关部门负责）", ((), ("省有关部门",), ())),
        ("（省安委办和省有关部门负责。以下均需省乙局负责）", ((), ("省安委办", "省有关部门"), ())),
    ],
)  # fmt: skip
def test_who_a_bracket_names(words: str, roles: tuple[tuple[str, ...], ...]) -> None:
    found = bracket(words, ["省有关部门"], new_line=False)
    assert (found.lead, found.named, found.support) == roles


def test_other_brackets_are_words() -> None:
    words = (
        "支持企业（含民办）申报（以下简称企业），按规定（市政发〔2031〕3号）办理。（省甲厅负责）"
    )
    assert [words[f.start : f.end] for f in find_brackets(words)] == ["（省甲厅负责）"]
    assert party_names("（省水利厅）", ()) == ["省水利厅"]


def test_a_deadline_in_a_bracket() -> None:
    assert deadlines("（省甲厅牵头，2031年9月底前完成）") == ["2031年9月底前完成"]
    assert deadlines("（省甲厅负责）") == []


def test_a_clause_ends_with_its_bracket() -> None:
    found = clauses(
        [Marked(Line(1, "做好甲。（省甲厅负责）做好乙。")), Marked(Line(2, "责任单位：省乙局"))],
        (),
        first_new=False,
    )
    assert [
        ("".join(t.words for t in c.tasks), c.bracket and c.bracket.parties) for c in found
    ] == [
        ("做好甲。", ("省甲厅",)),
        ("做好乙。", ("省乙局",)),
    ]


def test_suggestions() -> None:
    assert measures("2031年6月底前完成，每季度至少检查一次，覆盖率达到60%以上。") == [
        ("deadline", "2031年6月底前"), ("cadence", "每季度至少检查一次"), ("target", "达到60%以上"),
    ]  # fmt: skip
    assert slug("省应急管理厅", set()) == "yingjiguanliting"
    assert slug("省应急管理厅", {"yingjiguanliting"}) == "yingjiguanliting-2"


def test_without_numbers_there_is_no_draft() -> None:
    with pytest.raises(RefusedError, match="没有找到条目"):
        take_apart("关于放假的通知\n各处室：\n明日放假。\n".encode(), "a.txt")


def test_a_deadline_alone_is_no_bracket() -> None:
    due = Marked(Line(2, "完成时限：2031年6月底前"))
    (alone,) = clauses([Marked(Line(1, "做好甲。")), due], (), first_new=False)
    assert alone.bracket is None
    assert [task.words for task in alone.tasks] == ["做好甲。", "完成时限：2031年6月底前"]
    words = [Marked(Line(1, "做好甲。")), Marked(Line(1, "责任单位：省甲厅")), due]
    (both,) = clauses(words, (), first_new=False)
    assert both.bracket is not None
    assert both.bracket.words == "责任单位：省甲厅\n完成时限：2031年6月底前"
