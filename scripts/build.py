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

from _setup import ROOT, run, say

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

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
    from notice.problems import DataError
    from notice.record.history import refuse_half_a_record
    from publishing.content import load_content, with_documents

    timestamp = int(os.environ["SOURCE_DATE_EPOCH"])
    config = _config(target, directory_urls=True)
    try:
        content = load_content(ROOT / config.extra["data"])
        refuse_half_a_record(ROOT / config.extra["data"], content.catalog.history)
    except DataError as error:
        print(error, file=sys.stderr)
        return False
    content = with_documents(content, config.site_url or "", timestamp, os.cpu_count() or 1)
    with tempfile.TemporaryDirectory() as folder:
        offline = Path(folder) / "site"
        offline_config = _config(offline, directory_urls=False)
        offline_config.extra["content"] = content.for_folder()
        if not _build(offline_config):
            return False
        config.extra |= {"content": content, "bundle": bundle(offline, timestamp)}
    return _build(config)


def _config(target: Path, *, directory_urls: bool) -> MkDocsConfig:
    """Our mkdocs.yml for a strict build into `target`."""
    from publishing.mkdocs_quiet import quiet

    quiet()
    from mkdocs.config import load_config

    return load_config(
        str(ROOT / "mkdocs.yml"),
        site_dir=str(target),
        use_directory_urls=directory_urls,
        strict=True,
    )


def _build(config: MkDocsConfig) -> bool:
    """Run MkDocs; problems are printed by MkDocs and the hook."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

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
    run(main, "build")
