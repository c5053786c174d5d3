"""What a worksheet has beside its cells: comments, text boxes, pictures."""

from __future__ import annotations

from returns.grid import Place, Remark, address, place_of
from returns.package import Attributes, Package, Parser
from returns.values import text, unescaped

WHAT = {
    "comments": "批注，内容照录。",
    "threadedComment": "批注的讨论，内容照录。",
    "drawing": "文本框里的文字，照录。",
    "chart": "图表里的文字，照录。",
}
PICTURE = "贴有图片，汇总里看不到，请看原文件。"
WHOLE = {"comment", "threadedComment", "twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}
TEXTS = frozenset({"t", "text", "col", "row"})


def read_beside(package: Package, part: str, kind: str) -> list[Remark]:
    """The remarks that a part of some kind holds."""
    reader = _Reader(kind)
    package.parse(part, reader.parser)
    reader.finish()
    return reader.found


class _Reader:
    def __init__(self, kind: str) -> None:
        self.parser = Parser(self._start, self._text, TEXTS, self._end)
        self.found: list[Remark] = []
        self._what = WHAT[kind]
        self._place: Place | None = None
        self._corner: dict[str, int] = {}
        self._words: list[str] = []

    def finish(self) -> None:
        """Note what has been read so far, as one remark."""
        words = text("".join(self._words))
        if words:
            self.found.append(Remark(self._cell(), self._what, words))
        self._place, self._corner, self._words = None, {}, []

    def _cell(self) -> str:
        if {"row", "col"} <= self._corner.keys():
            return address((self._corner["row"] + 1, self._corner["col"]))
        return address(self._place) if self._place else ""

    def _start(self, tag: str, given: Attributes) -> None:
        if "ref" in given and tag in WHOLE:
            self._place = place_of(given["ref"])
        elif tag == "pic":
            self.found.append(Remark(self._cell(), PICTURE))

    def _text(self, tag: str, words: str) -> None:
        if tag in {"row", "col"}:
            self._corner.setdefault(tag, int(words))  # that of `from` comes before that of `to`
        else:
            self._words.append(unescaped(words))

    def _end(self, tag: str) -> None:
        if tag in WHOLE:
            self.finish()
        elif tag == "p":
            self._words.append("\n")
