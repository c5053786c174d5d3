"""Read a file as bytes, or say in one line why not. Everything that reads data asks here."""

from __future__ import annotations

import stat
from pathlib import Path

from notice.problems import Problem
from notice.system_errors import MISSING as GONE
from notice.system_errors import explained

MISSING = f"{GONE}。"


def contents(path: Path, name: str) -> bytes | Problem:
    """The bytes of a file named `name` in messages, or why there are none. Never raises."""
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            return Problem(name, 0, 0, "这里应是文件，却是文件夹。", hint="一个文件")
        if not stat.S_ISREG(kind):  # a pipe would be waited for, a device read without end
            return Problem(name, 0, 0, "这里应是普通文件，却是管道或设备。", hint="一个文件")
        return path.read_bytes()
    except (OSError, RuntimeError, ValueError) as error:
        why, mend = explained(error)
        return Problem(name, 0, 0, f"{why}。", hint=mend)
