"""Take the README's picture of the built site: `python3 scripts/dev/picture.py`."""

from __future__ import annotations

import os
import sys

import _path  # noqa: F401 - finds what follows
from _programs import find_browser
from _setup import ROOT, inside

PICTURE = ROOT / "docs-dev" / "site.png"


def main() -> int:
    from playwright.sync_api import sync_playwright

    if not (ROOT / "site" / "index.html").is_file():
        sys.exit("还没有 site/，请先运行 python3 scripts/build.py。")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox"] if os.name == "posix" else []
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto((ROOT / "site" / "index.html").as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"已存为 {PICTURE.relative_to(ROOT)}。")
    return 0


if __name__ == "__main__":
    inside("test")
    sys.exit(main())
