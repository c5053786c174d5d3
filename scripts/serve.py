"""Show the site while editing: `python3 scripts/serve.py`. A saved change refreshes the page."""

from __future__ import annotations

import os

from _setup import ROOT, run

LISTEN = "127.0.0.1:8000"


def main() -> int:
    os.environ["PREVIEW"] = "true"  # a saved edit is to show at once
    from publishing.mkdocs_quiet import quiet

    quiet()
    # Called directly: with recent click releases the command line's own --livereload is off.
    from mkdocs.commands.serve import serve

    print(f"打开 http://{LISTEN}/ ，按 Ctrl+C 结束。")
    serve(str(ROOT / "mkdocs.yml"), livereload=True, dev_addr=LISTEN)
    return 0


if __name__ == "__main__":
    run(main, "build")
