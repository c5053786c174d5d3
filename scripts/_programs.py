"""The programs and the font that tests and the picture need, found or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from _setup import apt

# Without a window Chromium needs a third less time where it is built for that: the first of them.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
)


def find_browser() -> str:
    """Where a Chromium is; installed where that is possible, else the script ends with advice."""
    if named := os.environ.get("CHROMIUM"):
        return named
    found = _browser()
    if found is None and (apt("chromium-headless-shell") or apt("chromium")):
        found = _browser()
    if found is None:
        sys.exit("测试需要 Chromium：请安装，或用环境变量 CHROMIUM 指明它的位置。")
    return found


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def find_office() -> str:
    """Where LibreOffice is, which opens the workbooks as a reader would."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and apt("libreoffice-calc"):
        found = shutil.which("soffice")
    if found is None:
        sys.exit("测试需要 LibreOffice：请安装，并把 soffice 放到 PATH 里。")
    return found


def find_nginx() -> str:
    """Where nginx is, which the configuration in deploy/ is for."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None and apt("nginx-light"):
        found = shutil.which("nginx", path="/usr/sbin")
    if found is None:
        sys.exit("测试需要 nginx：请安装，并放到 PATH 里。")
    return found


def install_font() -> None:
    """Printed pages need a Chinese font; Windows and macOS always have one."""
    if not sys.platform.startswith("linux"):
        return
    listed = shutil.which("fc-list")
    if listed and subprocess.check_output([listed, ":lang=zh"]):
        return
    if not apt("fonts-noto-cjk", "fontconfig"):
        sys.exit("测试需要一种中文字体：请安装 fonts-noto-cjk。")
