"""Write notice/reading/printable.txt: the characters that both fonts of the PDFs have.

Run again when `pylopdf-fonts-zh-cn` in requirements/build.lock has another version.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import _path  # noqa: F401
from _setup import ROOT, inside

TABLE = ROOT / "notice" / "reading" / "printable.txt"
FULL = 12  # the format of a character map that covers all of Unicode


def main() -> int:
    from exports.pdf.printer import FONTS

    TABLE.write_text(table(sorted(FONTS.glob("*.otf"))), "utf-8", newline="\n")
    print(f"已写入 {TABLE.relative_to(ROOT)}。")
    return 0


def table(fonts: Iterable[Path]) -> str:
    """The characters that every font has, as hexadecimal ranges, one a line."""
    common = set.intersection(*(set(_characters(font.read_bytes())) for font in fonts))
    ranges: list[list[int]] = []
    for code in sorted(common):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:x}-{last:x}\n" for first, last in ranges)


def _characters(font: bytes) -> Iterator[int]:
    """The codes in the font's character map of format 12 (OpenType, “cmap”)."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    maps = struct.unpack_from(">H", font, start + 2)[0]
    for n in range(maps):
        at = start + struct.unpack_from(">HHI", font, start + 4 + 8 * n)[2]
        if struct.unpack_from(">H", font, at)[0] == FULL:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
                yield from (code for code in range(first, last + 1) if glyph or code > first)
            return


if __name__ == "__main__":
    inside("build")
    sys.exit(main())
