"""Read a file as bytes, or say in one line why not. Everything that reads data asks here."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from notice.problems import Problem

MISSING = "缺少这个文件。"
REASONS = {
    errno.ENOENT: (MISSING, "放回这个文件"),
    errno.ENOTDIR: (MISSING, "放回这个文件"),
    errno.EACCES: ("没有权限读这个文件。", "改成自己能读的权限"),
    errno.EPERM: ("没有权限读这个文件。", "改成自己能读的权限"),
    errno.ELOOP: ("这是绕成圈的链接，没有内容。", "换成文件本身"),
    errno.ENAMETOOLONG: ("文件名太长。", "换一个短的文件名"),
    errno.EIO: ("磁盘出错，读不出来。", "检查磁盘后重试"),
}


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
        number = error.errno if isinstance(error, OSError) else None
        message, hint = REASONS.get(number or 0, ("读不出这个文件。", "检查文件和磁盘后重试"))
        return Problem(name, 0, 0, message, hint=hint)
