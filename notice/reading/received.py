"""The received text as lines of plain characters, whatever kind of file it came in.

Nothing is judged here: what the tags of a page and the parts of a document stand for is dropped,
every character that a reader would see stays, but for symbols that a document takes from a font of
symbols: they have no character. Sources of the formats: the HTML standard for what is
not shown and what breaks a line; ECMA-376 part 1, 17.3 for runs, tabs and breaks of a document,
17.13 for what was changed, part 3 for alternate content.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Collection
from html.parser import HTMLParser
from xml.etree import ElementTree

UNSEEN = {"script", "style", "head", "title", "noscript", "template"}
BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd div dl dt fieldset figure footer
    form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select table
    tbody td tfoot th thead title tr ul""".split()  # noqa: SIM905
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STANDS_FOR = {
    f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-",
}  # fmt: skip
# Tab stops, what was deleted or moved from here, and what older programs show for a text box.
UNREAD = {
    f"{_W}pPr", f"{_W}del", f"{_W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
LARGEST = 50_000_000  # bytes of the part of a document that holds the words
# What reading a damaged package can end in: besides its own error, also bad offsets and flags.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, ElementTree.ParseError, EOFError, OSError,
    LookupError, RuntimeError, ValueError,
)  # fmt: skip


class UnreadableError(ValueError):
    """The file is not what it is said to be; the message says why, in Chinese."""


def received_lines(content: bytes, encoding: str, rules: Collection[str]) -> list[str]:
    """The lines of a received file.

    Args:
        content: the file.
        encoding: what a text or a page is encoded in.
        rules: those that the notice names; `docx` and `html` say what kind of file it is.

    Raises:
        UnreadableError: where it cannot be read so.
    """
    if "docx" in rules:
        return docx_lines(content)
    try:
        text = content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError:
        said = f"来文不是有效的 {encoding.upper()} 编码，无法核对原文。"
        raise UnreadableError(said) from None
    if "html" in rules:
        return html_lines(text)
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")


def html_lines(text: str) -> list[str]:
    """What a browser shows of a page, one line for each block."""
    page = _Page()
    page.feed(text)
    page.close()
    return [line for line in page.shown() if line]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [""]
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag == "body":
            self._unseen.clear()  # whatever was left open in the head
        if tag in BLOCKS:
            self._lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        if tag in BLOCKS:
            self._lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._lines[-1] += data

    def shown(self) -> list[str]:
        """The lines, white space as HTML shows it: one space, and none at both ends."""
        return [" ".join(line.split()) for line in self._lines]


def docx_lines(content: bytes) -> list[str]:
    """The paragraphs of a document, those of its tables and text boxes among them, in order."""
    document = _Document()
    parser = ElementTree.XMLParser(target=document)  # noqa: S314 no entity can be in it
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            part = package.getinfo("word/document.xml")
            if part.file_size > LARGEST:
                raise UnreadableError("来文大得不正常，没有读。")
            parser.feed(package.read(part))
        parser.close()
    except UnreadableError:
        raise
    except DAMAGED:
        raise UnreadableError("来文不是 docx 文件，或者坏了，无法核对原文。") from None
    return [line for words in document.paragraphs for line in words.split("\n")]


class _Document:
    """What the parser of a document's words hands on."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[int] = []  # a text box has paragraphs inside one
        self._unread = 0  # how deep in what no reader sees
        self._words = False

    def doctype(self, *_: object) -> None:
        raise UnreadableError("来文里有文档类型声明，不是正常的 docx，没有读。")

    def start(self, tag: str, _: dict[str, str]) -> None:
        if self._unread or tag in UNREAD:
            self._unread += 1
        elif tag == f"{_W}p":
            self._open.append(len(self.paragraphs))
            self.paragraphs.append("")
        elif self._open:
            self._words = tag == f"{_W}t"
            self.paragraphs[self._open[-1]] += _STANDS_FOR.get(tag, "")

    def end(self, tag: str) -> None:
        self._words = False
        if self._unread:
            self._unread -= 1
        elif tag == f"{_W}p":
            self._open.pop()

    def data(self, words: str) -> None:
        if self._words:
            self.paragraphs[self._open[-1]] += words
