"""Refuse bytes and characters that look right on screen and are not, or cannot be printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from notice.problems import Problem

TAB = "\t"
BOM = "\ufeff"
BIDI = {
    "\u061c",
    "\u200e",
    "\u200f",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
}
LOST = "\ufffd"
# What both fonts of the PDFs have; written by scripts/dev/printable.py.
PRINTABLE = Path(__file__).with_name("printable.txt")


def decode(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """The bytes of a YAML file as text, with the problems found; no text where not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        return "", [
            Problem(file, line, column, _encoding_message(data), hint="UTF-8（无 BOM）编码")
        ]
    if "\r" in text and "\n" not in text:
        message = "换行符是旧式的（CR），整个文件成了一行。"
        return "", [Problem(file, 1, 1, message, hint="另存为 LF 换行")]
    return text, list(_suspicious(file, text))


def _encoding_message(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "文件是 UTF-16 编码，请用“另存为”改成 UTF-8。"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "文件不是有效的 UTF-8 编码，此处有无法识别的字节。"
    return "文件像是 GBK（GB18030）编码，请用“另存为”改成 UTF-8。"


def _suspicious(file: str, text: str) -> Iterator[Problem]:
    suspects = {character for character in set(text) - {"\n", "\r"} if refusal(character)[0]}
    for number, line in enumerate(text.split("\n") if suspects or "\r" in text else (), start=1):
        line = line.removesuffix("\r")
        if not suspects.isdisjoint(line) or "\r" in line:
            yield from _in_line(file, number, line)


def _in_line(file: str, number: int, line: str) -> Iterator[Problem]:
    """A run of the same character is one problem, and so is an indent of wide spaces."""
    start = 0
    spaces = line[: len(line) - len(line.lstrip())]
    if spaces != line and not set(spaces) <= {" ", TAB}:
        start = len(spaces)
        at = next(n for n, character in enumerate(spaces) if character not in {" ", TAB})
        message, hint = "缩进里有全角空格或特殊空格。", "缩进全用普通空格，每层两个"
        yield Problem(file, number, at + 1, message, hint=hint, source=line)
    comment = line.lstrip().startswith("#")
    for character, run in groupby(line[start:]):
        message, hint = refusal(character, comment=comment)
        if message:
            yield Problem(file, number, start + 1, message, hint=hint, source=line)
        start += len(list(run))


def refusal(character: str, *, comment: bool = False) -> tuple[str, str]:
    """Why a character is refused and what to write instead; two empty strings for a good one.

    In a comment, which nobody prints, the fonts do not matter.
    """
    found = _refusal(character)
    if found[0] or comment or ord(character) in _printable():
        return found
    name = f"U+{ord(character):04X}"
    if character == LOST:
        return f"此处有“\ufffd”（{name}），是转换编码时丢掉的字。", "照原稿补上这个字"
    return f"“{character}”（{name}）不在打印用的字体里，印不出来。", "换成常用字或文字说明"


@cache
def _printable() -> frozenset[int]:
    ranges = (line.split("-") for line in PRINTABLE.read_text("ascii").split())
    return frozenset(n for a, b in ranges for n in range(int(a, 16), int(b, 16) + 1))


@cache
def _refusal(character: str) -> tuple[str, str]:
    """Why a character is refused and what to write instead; two empty strings for a good one."""
    code = ord(character)
    name = f"U+{code:04X}"
    if 0x20 <= code < 0x7F or 0x4E00 <= code < 0xA000 or 0x3001 <= code < 0x3030:
        return "", ""
    if character == TAB:
        return "此处有制表符（Tab）。", "用空格缩进"
    if character == BOM:
        return "此处有 BOM 标记（U+FEFF）。", "另存为“UTF-8（无 BOM）”"
    if character in BIDI:
        return f"此处有改变文字方向的不可见字符（{name}）。", "删除该字符"
    if 0x2E80 <= code < 0x2FE0:
        return f"“{character}”是部首字符（{name}），不是汉字，多由 PDF 复制而来。", _han(character)
    if unicodedata.category(character)[0] == "M":
        return f"此处有叠加在前一字上的符号（{name}），印不出来。", "删除该符号"
    if unicodedata.category(character) == "Co":
        return f"此处有私用区字符（{name}），别的电脑上显示不出。", "换成标准汉字"
    if unicodedata.normalize("NFC", character) != character:
        return f"“{character}”是兼容字符（{name}），与标准汉字编码不同。", _han(character)
    if character == "\u3000" or unicodedata.category(character) in {
        "Cc",
        "Cf",
        "Cn",
        "Cs",
        "Zl",
        "Zp",
    }:
        return f"此处有不可见字符（{name}）。", "删除该字符"
    if unicodedata.category(character) == "Zs":
        return f"此处有特殊空格（{name}）。", "换成普通空格"
    return "", ""


def _han(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return "换成标准汉字" if plain == character else f"汉字“{plain}”"
