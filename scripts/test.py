"""Run every check and test: `python3 scripts/test.py [pytest arguments]`.

Sets up the hashed environment, a Chromium and a Chinese font where they are missing, then runs the
linter, the type checker and all tests. Arguments go to pytest and skip the checkers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from _setup import ROOT, apt, inside, say

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


def main() -> int:
    os.environ["CHROMIUM"] = _browser()
    _font()
    python = [sys.executable, "-m"]
    checks = [
        ("检查代码写法（ruff）", [*python, "ruff", "check", "--quiet", "."]),
        ("检查代码排版（ruff format）", [*python, "ruff", "format", "--quiet", "--check", "."]),
        ("检查类型（mypy）", [*python, "mypy", "--no-error-summary"]),
    ]
    tests = ("运行测试（pytest）", [*python, "pytest", *sys.argv[1:]])
    failed = []
    for label, command in [*([] if sys.argv[1:] else checks), tests]:
        say(label)
        if subprocess.call(command, cwd=ROOT):
            failed.append(label)
    if failed:
        print(f"未通过：{'、'.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _browser() -> str:
    if named := os.environ.get("CHROMIUM"):
        return named
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None and apt("chromium"):
        found = shutil.which("chromium")
    if found is None:
        sys.exit("测试需要 Chromium：请安装，或用环境变量 CHROMIUM 指明它的位置。")
    return found


def _font() -> None:
    """Printed pages need a Chinese font; Windows and macOS always have one."""
    if not sys.platform.startswith("linux"):
        return
    listed = shutil.which("fc-list")
    if listed and subprocess.check_output([listed, ":lang=zh"]):
        return
    if not apt("fonts-noto-cjk", "fontconfig"):
        sys.exit("测试需要一种中文字体：请安装 fonts-noto-cjk。")


if __name__ == "__main__":
    inside("test")
    sys.exit(main())
