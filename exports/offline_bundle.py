"""The whole site as one zip that opens from a folder, with no server and no internet."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

from exports.downloads import FOLDER, Download

BUNDLE_ADDRESS = f"{FOLDER}offline.zip"
EARLIEST = 315532800  # zip knows no time before 1980


def belongs(download: Download) -> bool:
    """Whether a file goes into the bundle, which must not be too big.

    Departments and those who supervise them have workbooks there, and pages that print; inspectors
    have the A4 edition.
    """
    left_out = download.form.startswith(("tasks-", "supervision-"))
    pocket = download.address.endswith("-pocket.pdf")
    return not (pocket or (left_out and download.address.endswith(".pdf")))


def offer(content: bytes = b"") -> Download:
    """The bundle as the downloads page lists it; without content where only its name counts."""
    return Download("offline", "整站离线包", "解压后打开 index.html", BUNDLE_ADDRESS, content)


def bundle(site: Path, folder: str, timestamp: int) -> Download:
    """A built site as a zip that unpacks to `folder`, in ASCII for old Windows.

    The same files and `timestamp` (Unix seconds) give the same bytes.
    """
    content = io.BytesIO()
    moment = time.gmtime(max(timestamp, EARLIEST))[:6]
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(p for p in site.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return offer(content.getvalue())
