"""Open a returned file as what its content says it is, whatever its name ends in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from python_calamine import CalamineError

from returns.backup import read_backup
from returns.calamine import LOCKED, read_calamine
from returns.csv_file import is_text, read_csv
from returns.grid import Book, UnreadableError
from returns.xlsx import read_xlsx

LARGEST = 50 * 2**20  # bytes; a filled form has a tenth of a megabyte
AGAIN = "请在 WPS 或 Excel 里另存为 xlsx 再交。"
# What a file begins with that holds no table of ours, and what it is.
OTHERS = {
    b"%PDF": f"这是 PDF，没有读；{AGAIN}",
    b"\x89PNG": "这是图片，没有读；请交填好的 xlsx。",
    b"\xff\xd8\xff": "这是图片，没有读；请交填好的 xlsx。",
    b"Rar!": "这是压缩包，没有读；请解压后再汇总。",
    b"7z\xbc\xaf": "这是压缩包，没有读；请解压后再汇总。",
    b"\x1f\x8b": "这是压缩包，没有读；请解压后再汇总。",
    b"{\\rtf": f"这是文字文档，没有读；{AGAIN}",
    b"<": f"这是网页或 XML 表格，没有读；{AGAIN}",
}
TABLES = {".csv", ".tsv", ".txt"}
UNPACKED = 200 * 2**20  # bytes, as the zip itself says
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # xls, et, doc, wps, and whatever has a password
UNKNOWN = f"认不出是什么文件，没有读；如果是填报表，{AGAIN}"


def open_book(path: Path) -> Book:
    """What a file holds. Raises UnreadableError, or what reading a damaged file can end in."""
    if not path.exists():
        raise UnreadableError("没有这个文件。")
    if not path.is_file():
        raise UnreadableError("不是普通文件，没有读。")
    if path.stat().st_size > LARGEST:
        raise UnreadableError(f"文件超过 {LARGEST // 2**20} MB，没有读；{AGAIN}")
    content = path.read_bytes()
    if not content.strip():
        raise UnreadableError("文件是空的。")
    if content.startswith(b"PK"):
        return _zipped(content)
    if content.startswith(OLE):
        return _compound(content)
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, what in OTHERS.items():
        if start.startswith(beginning):
            raise UnreadableError(what)
    if start.startswith(b"{"):
        return read_backup(content)
    if path.suffix.lower() in TABLES and is_text(content):
        return read_csv(content)
    raise UnreadableError(UNKNOWN)


def _zipped(content: bytes) -> Book:
    """A workbook that is a zip inside, or what else such a zip is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        size = sum(entry.file_size for entry in archive.infolist())
        kind = archive.read("mimetype")[:99] if "mimetype" in names else b""
    if "xl/workbook.bin" not in names and any(name.startswith("xl/") for name in names):
        return read_xlsx(content)
    if "xl/workbook.bin" in names or b"opendocument.spreadsheet" in kind:
        if size > UNPACKED:
            raise UnreadableError(f"内容大得不正常，没有读；{AGAIN}")
        return read_calamine(content)
    if any(name.startswith(("word/", "ppt/")) for name in names) or b"opendocument" in kind:
        raise UnreadableError(f"这是文字文档或演示文稿，不是表格，没有读；{AGAIN}")
    raise UnreadableError("这是压缩包，没有读；请解压后再汇总。")


def _compound(content: bytes) -> Book:
    """A workbook of the old kind, which et is too; whatever has a password looks the same."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableError(LOCKED)
    try:
        return read_calamine(content)
    except CalamineError:
        what = "这不是表格（可能是 Word 或 WPS 文字的文档），或已损坏，没有读；"
        raise UnreadableError(what + AGAIN) from None
