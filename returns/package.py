"""The parts of an xlsx file: read within bounds, found by their relations, parsed safely."""

from __future__ import annotations

import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from returns.grid import UnreadableError

# Of all parts together; a filled form has a quarter of a megabyte and 20,000 elements. More is a
# bomb, or a sheet formatted to its last row.
BYTES, ELEMENTS = 128 * 2**20, 2_000_000
CHUNK = 2**18
# What reading a damaged part can end in.
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, expat.ExpatError, EOFError, OSError,
           RuntimeError, ValueError)  # fmt: skip
Attributes = dict[str, str]


class TooLargeError(Exception):
    """A part goes on beyond the bounds; what was parsed before is good."""


class Package:
    """A zip with parts that relate to each other."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._bytes, self._elements = BYTES, ELEMENTS
        self.names = tuple(dict.fromkeys(archive.namelist()))

    def parse(self, name: str, handler: Parser) -> None:
        """Give the elements of a part to a handler. A part that is not there has none.

        Raises TooLargeError, and ExpatError, BadZipFile or OSError where it is damaged.
        """
        if name not in self.names:
            return
        handler.left = self._elements
        try:
            with self._archive.open(name) as part:
                while content := part.read(CHUNK):
                    self._bytes -= len(content)
                    if self._bytes < 0:
                        raise TooLargeError
                    handler.feed(content)
            handler.close()
        finally:
            self._elements = handler.left

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part relates to, by id: the last word of the kind, and the part or address."""
        folder, base = posixpath.split(name)
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, given: Attributes) -> None:
            if tag != "Relationship":
                return
            target = given.get("Target", "")
            if given.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[given.get("Id", "")] = (given.get("Type", "").rpartition("/")[2], target)

        self.parse(posixpath.join(folder, "_rels", f"{base}.rels"), Parser(start))
        return found


class Parser:
    """Elements without their prefixes; no document type, so no entities that unfold for ever.

    `text` is called with an element's own characters when it ends, for the elements of `texts`;
    `left` is how many elements may still come.
    """

    def __init__(
        self,
        start: Callable[[str, Attributes], None] | None = None,
        text: Callable[[str, str], None] | None = None,
        texts: frozenset[str] = frozenset(),
        end: Callable[[str], None] | None = None,
    ) -> None:
        self._start, self._text, self._texts, self._end = start, text, texts, end
        self._inside: list[str] = []
        self.left = ELEMENTS
        self._expat: Any = expat.ParserCreate()
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._started
        self._expat.EndElementHandler = self._ended
        self._expat.StartDoctypeDeclHandler = _refuse

    def feed(self, content: bytes) -> None:
        """Parse on."""
        self._expat.Parse(content, False)

    def close(self) -> None:
        """The part is over; raises ExpatError where it breaks off."""
        self._expat.Parse(b"", True)

    def _started(self, tag: str, given: Attributes) -> None:
        self.left -= 1
        if self.left < 0:
            raise TooLargeError
        if ":" in tag:
            tag = tag.rpartition(":")[2]
        if tag in self._texts:
            self._inside = []
            self._expat.CharacterDataHandler = self._inside.append
        if self._start:
            self._start(tag, given)

    def _ended(self, tag: str) -> None:
        if ":" in tag:
            tag = tag.rpartition(":")[2]
        if tag in self._texts:
            self._expat.CharacterDataHandler = None
            if self._text:
                self._text(tag, "".join(self._inside))
        if self._end:
            self._end(tag)


def _refuse(*_: object) -> None:
    raise UnreadableError("里面有工作簿不该有的 DTD 声明；请在 Excel 或 WPS 里另存为 xlsx 再交。")
