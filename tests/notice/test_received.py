"""The proof against the received text: every character has a place, every difference is told."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.checks.lines import aligned, cut_like, normalized, without
from notice.checks.rules import applied, stated
from notice.problems import DataError
from notice.reading.received import UnreadableError, docx_lines, html_lines, received_lines
from notice.vocabulary import DEFAULT_RULES, RULES, Rule
from tests.conftest import SMALL

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ALTERNATE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SIMPLE = """某政发〔2031〕7号
各市人民政府：
2031年要做好安全生产。
一、压实责任
（一）落实责任。每季度召开一次会议。（省甲厅牵头，省乙局等部门分工负责）
（二）无括号的一项。企业要自查。
二、专项整治
（三）船舶专项整治。严查“三无”船舶，依照《某条例》处罚。（各有关部门负责）
某省人民政府
2031年3月5日
（此件公开发布）
"""
MENU = "  left_out: [{lines: [首页], why: 网页导航}]\n"


def packed(xml: bytes) -> bytes:
    """A package with nothing in it but the part that holds the words."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", xml)
    return content.getvalue()


def body(inside: str) -> str:
    names = f'xmlns:w="{WORD}" xmlns:mc="{ALTERNATE}"'
    return f"<w:document {names}><w:body>{inside}</w:body></w:document>"


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def written(words: str) -> str:
    return run(f"<w:t>{words}</w:t>")


IN_BOX = f"<w:txbxContent><w:p>{written('框')}</w:p></w:txbxContent>"
BOX = run(
    f"<mc:AlternateContent><mc:Choice>{IN_BOX}</mc:Choice>"
    f"<mc:Fallback>{IN_BOX}</mc:Fallback></mc:AlternateContent>"
)


def document(*paragraphs: str) -> bytes:
    inside = "".join(f"<w:p>{written(words)}</w:p>" for words in paragraphs)
    return packed(body(inside).encode())


def data_with(folder: Path, received: bytes, notice: str) -> Path:
    """The small data with another received file and more fields of its notice."""
    data = Path(shutil.copytree(SMALL, folder / "data"))
    (data / "source" / "received.txt").write_bytes(received)
    path = data / "items.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  received:", f"{notice}  received:", 1), "utf-8")
    return data


def page(words: str) -> bytes:
    inside = "".join(f"<p>&emsp;{line}</p>" for line in words.splitlines())
    return f"<html><head><title>不是字</title></head><body><ul><li>首页</li></ul>{inside}</body></html>".encode()


@pytest.mark.parametrize(
    ("made", "notice"),
    [
        (lambda w: w.encode(), "  rules: [spaces]\n"),
        (lambda w: w.encode("gb18030"), "  rules: [spaces]\n  encoding: gb18030\n"),
        (lambda w: w.encode("utf-16"), "  rules: [spaces]\n  encoding: utf-16\n"),
        (lambda w: ("\ufeff" + w.replace("\n", "\r\n\r\n　　")).encode(), "  rules: [spaces]\n"),
        (lambda w: "\n".join(w.replace("\n", "")[n : n + 9] for n in range(0, len(w), 9)).encode(),
         "  rules: [line-breaks]\n"),
        (lambda w: w.replace("\n", "\r\n").encode(), ""),
        (lambda w: w.replace("\n", "\r").encode(), ""),
        (lambda w: (w + "\n\n").encode(), ""),
        (lambda w: b"\xef\xbb\xbf" + w.encode(), ""),
        (lambda w: w.replace("\n", "").encode(), "  rules: [line-breaks]\n"),
        (lambda w: w.replace("责任", "责(zé)任（rèn）").encode(), "  rules: [toned-pinyin]\n"),
        (page, f"  rules: [html]\n{MENU}"),
        (lambda w: b"\xef\xbb\xbf" + page(w), f"  rules: [html]\n{MENU}"),
        (lambda w: page(w).decode().encode("gb18030"),
         f"  rules: [html]\n  encoding: gb18030\n{MENU}"),
        (page, f"  rules: [html, spaces]\n{MENU}"),
        (lambda w: document(*w.splitlines()), "  rules: [docx]\n"),
    ],
    ids=["text", "gb18030", "utf-16", "windows", "wrapped", "line-ends-of-windows", "old-line-ends",
         "empty-lines-at-the-end", "byte-order-mark", "one-line", "toned", "page",
         "page-with-mark", "page-in-gb18030", "page-with-spaces", "docx"],
)  # fmt: skip
def test_the_same_words_in_another_file(
    made: Callable[[str], bytes], notice: str, tmp_path: Path
) -> None:
    data = data_with(tmp_path, made(SIMPLE), notice)
    catalog = load_catalog(data)
    assert stated(catalog.notice.rules) == [RULES[rule] for rule in catalog.notice.rules]
    path = data / "items.yaml"
    path.write_text(path.read_text("utf-8").replace("企业要自查", "企业应自查"), "utf-8")
    with pytest.raises(DataError) as refused:
        load_catalog(data)
    (told,) = refused.value.problems
    assert "⟦应⟧" in told.message
    assert "⟦要⟧" in told.message
    assert told.source.strip() == "text: 企业应自查。"


def test_what_is_on_the_page_and_not_in_the_data_is_told(tmp_path: Path) -> None:
    words = SIMPLE.replace("二、专项整治\n", "（二）之一漏掉的一项。\n二、专项整治\n")
    words = words.replace("严查", "严肃查处").replace("2031年3月5日", "2031年3月6日")
    data = data_with(tmp_path, words.encode(), "  rules: [spaces]\n")
    with pytest.raises(DataError) as refused:
        load_catalog(data)
    told = [problem.message for problem in refused.value.problems]
    assert len(told) == 3
    assert any("之后缺一行" in m and "第 7 行" in m and "漏掉的一项" in m for m in told)
    assert any("第 9 行" in m and "⟦肃查处⟧" in m for m in told)
    assert any("⟦6⟧" in m for m in told)


def test_lines_that_are_alike_are_pairs() -> None:
    ours = ["一、甲", "（一）做好乙事的各项准备。", "（二）抓好丙事。", "丁"]
    theirs = ["一、甲", "（零）从来没有的一行。", "（一）做好乙事各项准备。", "丁"]
    assert list(aligned(ours, theirs)) == [(None, 1, 0), (1, 2, 0), (2, None, 2)]
    assert list(aligned(ours, ours)) == []


def test_lines_are_cut_where_ours_end() -> None:
    rules: tuple[Rule, ...] = ("line-breaks",)
    received = normalized("甲乙丙。丁\n戊己。庚辛壬".encode(), "utf-8", rules)
    ours = ["甲乙丙。", "丁戊己。", "庚辛壬"]
    assert [line.words for line in cut_like(received, ours)] == ours
    assert [line.number for line in cut_like(received, ours)] == [1, 1, 2]
    changed = ["甲乙丙。", "丁某己。", "庚辛壬"]
    assert [line.words for line in cut_like(received, changed)] == ours


def test_left_out_lines_are_whole_and_in_order() -> None:
    lines = normalized("首 页\n一、甲\n页脚\n首页".encode(), "utf-8", DEFAULT_RULES)
    kept, missing = without(lines, ["首页", "页脚"])
    assert [line.words for line in kept] == ["一、甲", "首页"]
    assert missing == []
    assert without(lines, ["页脚", "一、甲"])[1] == ["一、甲"]
    assert without(lines, ["页"])[1] == ["页"]


def test_what_a_browser_shows() -> None:
    shown = html_lines(
        "<title>不是</title><body><script>不是</script><h1>题 &amp; 目</h1>一<br>二<span>三</span>"
        "<table><tr><td>四</td><td>五&nbsp;</td></tr></table><style>不是</style>"
    )
    assert shown == ["题 & 目", "一", "二三", "四", "五"]


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        ("甲<br>乙", ["甲", "乙"]),
        ("<head><title>不是</title><body>甲", ["甲"]),
        ("<noscript><p>不是</p>不是</noscript><p>甲</p>", ["甲"]),
    ],
    ids=["no-tag-before-words", "head-left-open", "for-no-scripts"],
)
def test_careless_pages_are_read_as_a_browser_does(received: str, shown: list[str]) -> None:
    assert html_lines(received) == shown


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        (written("甲") + written("乙 ISO 9001 丙"), ["甲乙 ISO 9001 丙"]),
        (written("甲") + run("<w:tab/>") + written("乙"), ["甲\t乙"]),
        (written("甲") + run("<w:noBreakHyphen/>") + written("乙"), ["甲-乙"]),
        (written("甲") + run("<w:br/>") + written("乙") + run("<w:cr/>"), ["甲", "乙", ""]),
        (written("甲") + run("<w:t/>"), ["甲"]),
        (written("甲") + "\n  " + written("乙") + "\n", ["甲乙"]),
        ("", [""]),
        ('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' + written("甲"), ["甲"]),
        (written("甲") + BOX + written("乙"), ["甲乙", "框"]),
        (f"<w:del>{run('<w:delText>删</w:delText><w:br/>')}</w:del>" + written("甲"), ["甲"]),
        (f"<w:ins>{written('甲')}</w:ins><w:moveFrom>{written('移')}</w:moveFrom>", ["甲"]),
    ],
    ids=["runs", "tab", "hyphen", "breaks", "no-words", "lines-of-tags", "empty", "tab-stop", "text-box",
         "deleted", "moved"],
)  # fmt: skip
def test_a_paragraph_has_what_a_reader_sees(inside: str, lines: list[str]) -> None:
    assert docx_lines(packed(body(f"<w:p>{inside}</w:p>").encode())) == lines


def test_a_document_is_read_up_to_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    xml = body(f"<w:p>{written('甲')}</w:p>").encode()
    monkeypatch.setattr("notice.reading.received.LARGEST", len(xml))
    assert docx_lines(packed(xml)) == ["甲"]
    with pytest.raises(UnreadableError) as refused:
        docx_lines(packed(xml + b"\n"))
    assert str(refused.value) == "来文大得不正常，没有读。"


@pytest.mark.parametrize(
    ("words", "told"),
    [(SIMPLE[:-1] + "　\n", "来文作“（此件公开发布）⟦　⟧”"), (SIMPLE + "　\n", "第 12 行）作“　”")],
    ids=["behind-the-last-line", "in-a-line-of-its-own"],
)
def test_a_space_at_the_end_is_told(words: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as refused:
        load_catalog(data_with(tmp_path, words.encode(), ""))
    (problem,) = refused.value.problems
    assert told in problem.message


def test_letters_at_the_end_of_a_text_stay() -> None:
    assert received_lines("甲\n附件：表X\n".encode(), "utf-8", ()) == ["甲", "附件：表X"]


def overwritten(at: bytes, offset: int, byte: int) -> bytes:
    """A package with one byte of one of its records written over."""
    content = bytearray(document("甲" * 99))
    content[content.rindex(at) + offset] = byte
    return bytes(content)


def declared(encoding: str) -> bytes:
    return packed(f'<?xml version="1.0" encoding="{encoding}"?>{body("")}'.encode())


@pytest.mark.parametrize(
    "content",
    [
        b"PK",
        document("甲")[:-9],
        overwritten(b"word/document.xml", 0, ord("W")),
        overwritten(b"PK\3\4", 47, 255),
        overwritten(b"PK\1\2", 8, 1),
        overwritten(b"PK\1\2", 10, 12),
        overwritten(b"PK\1\2", 10, 14),
        overwritten(b"PK\1\2", 10, 99),
        overwritten(b"PK\5\6", 19, 99),
        packed(b"<document>"),
        declared("klingon"),
        declared("gb18030"),
    ],
    ids=["begun", "cut", "without-words", "bytes", "locked", "bzip2", "lzma", "method", "offset",
         "tag", "unknown-encoding", "encoding-of-more-bytes"],
)  # fmt: skip
def test_a_damaged_document_is_refused_at_its_rule(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(DataError) as refused:
        load_catalog(data_with(tmp_path, content, "  rules: [docx]\n"))
    (told,) = refused.value.problems
    assert told.message == "来文不是 docx 文件，或者坏了，无法核对原文。"
    assert told.source.strip() == "rules: [docx]"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("declaration", ["a", 'a [<!ENTITY b "c">]', 'a SYSTEM "a.dtd"'])
def test_a_document_that_declares_a_type_is_refused(declaration: str, encoding: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        docx_lines(packed(f"<!DOCTYPE {declaration}>{body('')}".encode(encoding)))
    assert str(refused.value) == "来文里有文档类型声明，不是正常的 docx，没有读。"


def test_words_outside_paragraphs_are_no_line() -> None:
    outside = "<w:t>外</w:t><w:tab/>"
    assert docx_lines(packed(body(f"{outside}<w:p>{written('甲')}</w:p>{outside}").encode())) == [
        "甲"
    ]
    assert docx_lines(packed(body(outside).encode())) == []


def test_a_text_in_another_encoding_is_refused() -> None:
    with pytest.raises(UnreadableError, match="UTF-8"):
        received_lines("某省人民政府".encode("gb18030"), "utf-8", ())


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_leaves_plain_words_alone(rule: Rule) -> None:
    words = "（一）各地要在2031年6月底前完成PM2.5治理，做到“三个一”。〔省甲厅负责〕"
    assert applied(words, [rule]) == words


def test_spaces_between_words_of_another_script_stay() -> None:
    assert applied("　第 一　条 按 ISO 9001 执行 ", ["spaces"]) == "第一条按ISO 9001执行"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("发(fā)展，责(zé)任（rèn）", "发展，责任"),
        ("重(chóng)(zhòng)点", "重点"),
        ("查(fǎ)船，甲级(a)", "查(fǎ)船，甲级(a)"),
        ("重(chóng)(fā)点", "重(chóng)(fā)点"),
    ],
)
def test_latin_goes_only_where_it_is_a_reading(words: str, left: str) -> None:
    """A letter in brackets that is no reading of the character before it is the notice's own."""
    assert applied(words, ["toned-pinyin"]) == left
