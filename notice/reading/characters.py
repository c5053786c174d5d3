"""Refuse bytes and characters that look right on screen and are not: told with place and mend."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

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
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.removesuffix("\r")
        for column, character in enumerate(line, start=1):
            message, hint = _refusal(character)
            if message:
                yield Problem(file, number, column, message, hint=hint, source=line)


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
