"""Build the whole site into `site/`: `python3 scripts/build.py [--data FOLDER]`.

The site is built beside the last good one and takes its place only when all went well.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from _options import Options
from _setup import ROOT, data_folder, run, say

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

SITE = ROOT / "site"


def main() -> int:
    from notice.system_errors import reason
    from publishing.output_folder import NotAFolderError, new_site

    data_folder(_options().data)
    gc.disable()  # what is made is needed to the end; looking for garbage is a seventh of the time
    os.environ.setdefault("SOURCE_DATE_EPOCH", commit_time())
    # What an interrupted pool has not given back the system takes back without a word.
    os.environ["PYTHONWARNINGS"] = "ignore::UserWarning:multiprocessing.resource_tracker"
    if "SITE_URL" not in os.environ:
        say("未设 SITE_URL：表单上的二维码和网址只在本机打得开，正式发布前请设为网站地址")
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, _interrupt)
    started = time.monotonic()
    try:
        with new_site(SITE, lambda: say("另一次生成还没有结束，等它")) as new:
            _build_all(new)
    except _FailedError as error:
        return _failed(str(error))
    except NotAFolderError as error:
        return _failed(f"{error}\n")
    except OSError as error:
        return _failed(f"{reason(error)}\n")
    except KeyboardInterrupt:
        _failed("已中断。")
        sys.stderr.flush()
        os._exit(130)  # waits for no process that shares the work: each ends with this one
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"已生成 {pages} 页到 site/，用时 {time.monotonic() - started:.1f} 秒。")
    return 0


def _options() -> argparse.Namespace:
    parser = Options(description="生成整个网站。")
    parser.add_argument("--data", type=Path, metavar="文件夹", help="用哪个数据文件夹；默认 data")
    return parser.parse_args()


def _interrupt(*_: object) -> None:
    """End the build once; what comes after may not disturb the cleaning up."""
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)
    raise KeyboardInterrupt


class _FailedError(Exception):
    """The build has failed; the message is empty where MkDocs has printed it."""


def _failed(why: str) -> int:
    kept = "，原有的 site/ 未动" if SITE.exists() else ""
    print(f"{why}生成失败{kept}。", file=sys.stderr)
    return 1


def _build_all(target: Path) -> None:
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
        raise _FailedError(f"{error}\n") from None
    content = with_documents(content, config.site_url or "", timestamp, os.cpu_count() or 1)
    offline = target.parent / "offline" / "site"
    offline_config = _config(offline, directory_urls=False)
    offline_config.extra["content"] = content.for_folder()
    _build(offline_config)
    folder = content.catalog.notice.called.bundle
    config.extra |= {"content": content, "bundle": bundle(offline, folder, timestamp)}
    _build(config)


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


def _build(config: MkDocsConfig) -> None:
    """Run MkDocs; problems are printed by MkDocs and the hook."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        raise _FailedError(f"{error}\n") from None
    finally:
        config.plugins.on_shutdown()


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
