"""What kind of file was received, and how its characters are encoded."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from charset_normalizer import from_bytes

from notice.reading.received import DAMAGED
from notice.vocabulary import Encoding

# Tried in this order: GB 18030 takes nearly any bytes, so it comes after what can be told for sure.
_AROUND = 8  # characters shown on each side of a lost one
# 著 in words that are written so in simplified script as well.
_ZHU = re.compile("(?<![显名专论原编遗巨土])著(?![名作称述录者])")
_KNOWN: dict[str, Encoding] = {"big5": "big5", "big5hkscs": "big5", "cp950": "big5"}
# Bopomofo, box lines, private use: bytes that were read as others; ? for one that is lost.
_LOST = re.compile(
    r"[\ufffd\u3100-\u312f\u2500-\u257f\ue000-\uf8ff]|\?(?=[。，；）)\u3100-\u312f\u4e00-\u9fffa-zü\u0100-\u01ff])"
)


class RefusedError(Exception):
    """The file cannot be drafted from; the message says why and what to do, in Chinese."""


@dataclass(frozen=True)
class Received:
    """A received file: its bytes, kind (text, html, docx), encoding, and the name it is kept by."""

    content: bytes
    kind: str
    encoding: Encoding
    name: str


def decode(content: bytes, name: str) -> Received:
    """What a received file is; raises RefusedError where no notice can be read from it."""
    if content.startswith(b"%PDF"):
        raise RefusedError(
            "这是 PDF。扫描件没有文字，文字版的 PDF 换行和次序也不可靠：请用网页、Word 或文本。"
        )
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise RefusedError("这是旧式的 Word 文档（doc）：请在 Word 或 WPS 里另存为 docx。")
    if content.startswith(b"PK"):
        if "word/document.xml" not in _members(content):
            raise RefusedError("这是压缩包或别的文档，不是 docx。")
        return Received(content, "docx", "utf-8", "received.docx")
    if not content.strip():
        raise RefusedError("文件是空的。")
    encoding = _encoding(content)
    text = content.decode(encoding)
    if "\0" in text:
        raise RefusedError("这不是文字文件。")
    page = Path(name).suffix.lower() in {".html", ".htm", ".mht"} or re.search(
        r"<(html|body|p|div)\b[^>]*>", text[:20_000], re.IGNORECASE
    )
    kind, ending = ("html", "html") if page else ("text", "txt")
    return Received(content, kind, encoding, f"received.{ending}")


def lost_characters(lines: list[tuple[int, str]]) -> list[str]:
    """Where characters were lost on the way (域?qū), each with its line; they are never guessed."""
    found = []
    for number, words in lines:
        end = 0
        for match in _LOST.finditer(words):
            if match.start() >= end:  # one place, said once
                end = match.end() + _AROUND
                near = words[max(0, match.start() - _AROUND) : end]
                found.append(f"第 {number} 行“{near}”里丢了字，照原件补。")
    return found


def kept_characters(lines: list[tuple[int, str]]) -> list[str]:
    """Where a text in simplified script now still has 著 for 着, which no table tells apart."""
    found = []
    for number, words in lines:
        for match in _ZHU.finditer(words):
            near = words[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            found.append(f"第 {number} 行“{near}”里的“著”没有改。")
    return found


def _members(content: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return set(package.namelist())
    except DAMAGED:
        raise RefusedError("文件坏了，打不开。") from None


def _encoding(content: bytes) -> Encoding:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    best = from_bytes(content, cp_isolation=["gb18030", "big5"]).best()
    found = _KNOWN.get(best.encoding, "gb18030") if best else "gb18030"
    try:
        content.decode(found)
    except UnicodeDecodeError:
        raise RefusedError("文件的编码认不出来：请另存为 UTF-8。") from None
    return found
