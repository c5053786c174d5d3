"""Print what a page costs over the wire, gzipped: `python3 scripts/dev/weigh.py`. Needs `site/`.

A first visit loads the page with its styles and scripts; a second only the page, since the rest is
in the browser's cache. Goals: 106 KiB and 16 KiB for a checklist.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

import _path  # noqa: F401 - finds what follows
from _setup import ROOT

SITE = ROOT / "site"
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
PAGES = (
    "checklists/inspection-coal-mine/",
    "checklists/selfcheck-gas/",
    "checklists/tasks-yingji/",
    "checklists/breakdown-counties/",
    "items/10/",
    "matrix/",
    "",
)


def main() -> int:
    if not SITE.is_dir():
        sys.exit("还没有 site/，请先运行 python3 scripts/build.py。")
    print("页面                                首次 KiB  再次 KiB")
    for address in PAGES:
        page = SITE / address / "index.html"
        again = _weight(page)
        first = again + sum(_weight(path) for path in _loaded(page))
        print(f"{address or '首页':<34}{first / 1024:>8.1f}{again / 1024:>10.1f}")
    return 0


def _loaded(page: Path) -> list[Path]:
    links = LOADED.findall(page.read_text("utf-8"))
    return [(page.parent / link.split("?")[0]).resolve() for link in links]


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


if __name__ == "__main__":
    sys.exit(main())
