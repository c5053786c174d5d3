"""Build the whole site into `site/`: `python3 scripts/build.py`.

The site is built beside the last good one and takes its place only when all went well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from _setup import ROOT, inside, say

if TYPE_CHECKING:
    from exports.downloads import Download

SITE = ROOT / "site"


def main() -> int:
    os.environ.setdefault("SOURCE_DATE_EPOCH", commit_time())
    if "SITE_URL" not in os.environ:
        say("未设 SITE_URL：表单上的二维码和网址只在本机打得开，正式发布前请设为网站地址")
    started = time.monotonic()
    new, old = SITE.with_name("site.new"), SITE.with_name("site.old")
    if not _build_all(new):
        shutil.rmtree(new, ignore_errors=True)
        kept = "，原有的 site/ 未动" if SITE.exists() else ""
        print(f"生成失败{kept}。", file=sys.stderr)
        return 1
    shutil.rmtree(old, ignore_errors=True)
    if SITE.exists():
        SITE.rename(old)
    new.rename(SITE)
    shutil.rmtree(old, ignore_errors=True)
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"已生成 {pages} 页到 site/，用时 {time.monotonic() - started:.1f} 秒。")
    return 0


def _build_all(target: Path) -> bool:
    """The bundle that opens from a folder first, then the site, which offers it."""
    from exports.offline_bundle import bundle

    with tempfile.TemporaryDirectory() as folder:
        offline = Path(folder) / "site"
        if not _build(offline, directory_urls=False, bundle=None):
            return False
        made = bundle(offline, int(os.environ["SOURCE_DATE_EPOCH"]))
    return _build(target, directory_urls=True, bundle=made)


def _build(target: Path, *, directory_urls: bool, bundle: Download | None) -> bool:
    """Run MkDocs strictly into `target`; problems are printed by MkDocs and the hook."""
    from publishing.mkdocs_quiet import quiet

    quiet()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

    config = load_config(
        str(ROOT / "mkdocs.yml"),
        site_dir=str(target),
        use_directory_urls=directory_urls,
        strict=True,
    )
    config.extra["bundle"] = bundle
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        print(error, file=sys.stderr)
        return False
    finally:
        config.plugins.on_shutdown()
    return True


def commit_time() -> str:
    """The last commit's time, so that the same commit gives the same bytes."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return "0"
    return found.stdout.strip() or "0"


if __name__ == "__main__":
    inside("build")
    sys.exit(main())
