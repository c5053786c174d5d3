"""One notice as it could have arrived: sixteen other files with the same words."""

from __future__ import annotations

import html
import io
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

from pypinyin import Style, pinyin

from draft.structure import Bracket, Structure
from notice.wording import numeral
from tests.draft.gold import Gold

MENU = (
    "首页",
    "政务公开",
    "政策文件",
    "当前位置：首页 > 政务公开 > 政策文件",
    "字体：大 中 小　打印本页",
)
FOOTER = (
    "上一篇：关于召开会议的通知",
    "扫一扫在手机打开当前页",
    "版权所有：某省人民政府办公厅",
    "网站标识码：0000000000　某ICP备00000000号",
)
TABLE = (
    ("索 引 号", "0000/2024-0001"),
    ("发文机关", "某省人民政府"),
    ("成文日期", "2024-01-20"),
    ("主题分类", "应急管理"),
)
TITLE = ("山西省人民政府", "关于做好2024年安全生产工作的通知")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lines(structure: Structure) -> list[str]:
    """The words of a structure, one line after the other."""
    found = [words for _, words in structure.front]
    for section in structure.sections:
        found.append(section.heading.mark + section.heading.title)
        for item in section.items:
            heading = item.heading
            found.append(heading.mark + heading.title + heading.stop)
            for clause in item.clauses:
                words = "".join(task.words for task in clause.tasks)
                if clause.heading:
                    found.append(clause.heading + clause.heading_stop)
                found[-1] += words
                if clause.bracket and clause.bracket.new_line:
                    found.append(clause.bracket.words)
                elif clause.bracket:
                    found[-1] += clause.bracket.words
                if clause.bracket and clause.bracket.new_line and clause is not item.clauses[-1]:
                    found.append("")
    return [line for line in [*found, *(words for _, words in structure.end)] if line]


def _text(
    gold: Gold, name: str, words: str, structure: Structure, *, encoding: str = "utf-8"
) -> Gold:
    return Gold(name, f"{name}.txt", words.encode(encoding), structure)


def bom_and_crlf(gold: Gold) -> Gold:
    """As received, with a byte order mark and line ends of Windows."""
    raw = gold.content.decode().replace("\n", "\r\n")
    return replace(gold, name="bom_and_crlf", content=("\ufeff" + raw).encode())


def indents(gold: Gold) -> Gold:
    """Every line indented by two wide spaces."""
    words = "\n".join(f"　　{line}" for line in lines(gold.structure))
    return _text(gold, "indents", words, gold.structure)


def blank_lines(gold: Gold) -> Gold:
    """An empty line behind each."""
    return _text(gold, "blank_lines", "\n\n".join(lines(gold.structure)), gold.structure)


def title_line(gold: Gold) -> Gold:
    """With a title over two lines behind the number."""
    structure = deepcopy(gold.structure)
    structure.front[1:1] = [("title", line) for line in TITLE]
    return _text(gold, "title_line", "\n".join(lines(structure)), structure)


def toned_pinyin(gold: Gold) -> Gold:
    """The sound of a character, with its tone, behind many of them."""
    chance = random.Random(5)
    words = "".join(
        c
        + (
            f"({pinyin(c, style=Style.TONE)[0][0]})"
            if c >= "\u4e00" and chance.random() < 0.1
            else ""
        )
        if c < "\u9fff"
        else c
        for c in "\n".join(lines(gold.structure))
    )
    return _text(gold, "toned_pinyin", words, gold.structure)


def page(gold: Gold) -> Gold:
    """A page of a government's web site."""
    structure = _left_out(gold.structure, [*MENU, *FOOTER])
    inside = "".join(
        f'<p style="text-indent: 2em"><span>&nbsp;&nbsp;{html.escape(line)}</span></p>\n'
        for line in lines(structure)
    )
    menu = "".join(f"<li><a href='#'>{html.escape(line)}</a></li>" for line in MENU)
    foot = "".join(f"<div>{html.escape(line)}</div>" for line in FOOTER)
    words = (
        "<!DOCTYPE html><html><head><title>某省人民政府网站</title><script>var a = '<p>不是字</p>';"
        f"</script><style>p {{color: red}}</style></head><body><ul>{menu}</ul><div id='content'>"
        f"{inside}</div>{foot}</body></html>"
    )
    return Gold("page", "page.html", words.encode(), structure)


def wrapped(gold: Gold) -> Gold:
    """Broken after every forty characters."""
    found = [line[n : n + 40] for line in lines(gold.structure) for n in range(0, len(line), 40)]
    return _text(gold, "wrapped", "\n".join(found), gold.structure)


def no_line_breaks(gold: Gold) -> Gold:
    """All in one line."""
    return _text(gold, "no_line_breaks", "".join(lines(gold.structure)), gold.structure)


def spaces(gold: Gold) -> Gold:
    """Spaces between the characters, here and there."""
    chance = random.Random(9)
    words = "".join(
        c + (" " if chance.random() < 0.1 else "") for c in "\n".join(lines(gold.structure))
    )
    return _text(gold, "spaces", words, gold.structure)


def chrome(gold: Gold) -> Gold:
    """Copied from a page with its menu and footer."""
    structure = _left_out(gold.structure, [*MENU, *FOOTER])
    return _text(gold, "chrome", "\n".join([*MENU, *lines(structure), *FOOTER]), structure)


def numbering_anew(gold: Gold) -> Gold:
    """The items of each part counted from one."""
    return _marks(gold, "numbering_anew", lambda at, number: f"（{numeral(at)}）")


def arabic(gold: Gold) -> Gold:
    """Items numbered 1. 2. 3."""
    return _marks(gold, "arabic", lambda at, number: f"{number}.")


def square_brackets(gold: Gold) -> Gold:
    """〔…负责〕 in place of （…负责）."""
    return _brackets(gold, "square_brackets", _square)


def lines_of_parties(gold: Gold) -> Gold:
    """责任单位：… on a line of its own in place of each bracket at the end of an item."""
    return _brackets(gold, "lines_of_parties", _line_of_parties)


def docx(gold: Gold) -> Gold:
    """A Word document, its words in several runs."""
    return Gold(
        "docx",
        "notice.docx",
        _docx([_paragraph(line) for line in lines(gold.structure)]),
        gold.structure,
    )


def metadata_table(gold: Gold) -> Gold:
    """A Word document with a table of what the file is about on top."""
    structure = _left_out(gold.structure, [cell for row in TABLE for cell in row])
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in TABLE
    )
    body = [f"<w:tbl>{rows}</w:tbl>", *(_paragraph(line) for line in lines(structure))]
    return Gold("metadata_table", "notice.docx", _docx(body), structure)


DRESSES: tuple[Callable[[Gold], Gold], ...] = (
    bom_and_crlf, indents, blank_lines, title_line, toned_pinyin, page, wrapped, no_line_breaks,
    spaces, chrome, numbering_anew, arabic, square_brackets, lines_of_parties, docx, metadata_table,
)  # fmt: skip


def _left_out(structure: Structure, out: list[str]) -> Structure:
    return replace(structure, left_out=[("", out)])


def _marks(gold: Gold, name: str, mark: Callable[[int, int], str]) -> Gold:
    structure = deepcopy(gold.structure)
    number = 0
    for section in structure.sections:
        for at, item in enumerate(section.items, start=1):
            number += 1
            item.heading = replace(item.heading, mark=mark(at, number))
    return _text(gold, name, "\n".join(lines(structure)), structure)


def _brackets(gold: Gold, name: str, dressed: Callable[[Bracket], Bracket]) -> Gold:
    structure = deepcopy(gold.structure)
    for clause in structure.clauses:
        if clause.bracket:
            clause.bracket = dressed(clause.bracket)
    return _text(gold, name, "\n".join(lines(structure)), structure)


def _square(bracket: Bracket) -> Bracket:
    return replace(bracket, words=f"〔{bracket.words[1:-1]}〕")


def _line_of_parties(bracket: Bracket) -> Bracket:
    lead = f"牵头单位：{'、'.join(bracket.lead)}；" if bracket.lead else ""
    return replace(bracket, words=f"{lead}责任单位：{'、'.join(bracket.named)}", new_line=True)


def _paragraph(words: str) -> str:
    cut = len(words) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{html.escape(part)}</w:t></w:r>'
        for part in (words[:cut], words[cut:])
    )
    return f"<w:p>{runs}</w:p>"


def _docx(body: list[str]) -> bytes:
    content = io.BytesIO()
    document = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{"".join(body)}</w:body></w:document>'
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", document)
    return content.getvalue()
