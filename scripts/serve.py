"""Show the site while editing: `python3 scripts/serve.py [--port N] [--data FOLDER]`.

A saved change refreshes the page. Without --port the first free port from 8000 on is taken.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path

from _options import Options
from _setup import ROOT, data_folder, run

HOST = "127.0.0.1"
FIRST, TRIED = 8000, 100


def main() -> int:
    options = _options()
    data = data_folder(options.data)
    given = _ports(options.port)
    port = next((p for p in given if _is_free(p)), None)
    if port is None:
        print(f"端口 {given[0]} 被占用，请用 --port 换一个。", file=sys.stderr)
        return 1
    os.environ["PREVIEW"] = "true"  # a saved edit is to show at once
    from publishing.mkdocs_quiet import quiet

    quiet()
    # Called directly: with recent click releases the command line's own --livereload is off.
    from mkdocs.commands.serve import serve

    print(f"打开 http://{HOST}:{port}/ ，按 Ctrl+C 结束。", flush=True)
    serve(
        str(ROOT / "mkdocs.yml"),
        livereload=True,
        dev_addr=f"{HOST}:{port}",
        watch=[str(data)],
    )
    return 0


def _options() -> argparse.Namespace:
    parser = Options(description="边改边看网站。")
    parser.add_argument("--port", type=int, metavar="端口", help=f"默认从 {FIRST} 起第一个空着的")
    parser.add_argument("--data", type=Path, metavar="文件夹", help="看哪个数据文件夹；默认 data")
    return parser.parse_args()


def _ports(wanted: int | None) -> range:
    """The ports that may be taken."""
    return range(wanted, wanted + 1) if wanted else range(FIRST, FIRST + TRIED)


def _is_free(port: int) -> bool:
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


if __name__ == "__main__":
    run(main, "build")
