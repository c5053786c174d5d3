"""What the system says where a file cannot be read or written, in Chinese, with the mend."""

from __future__ import annotations

import errno

MISSING = "缺少这个文件"
_GONE = (MISSING, "放回这个文件")
_FORBIDDEN = ("没有权限", "改成自己能读写的权限")
REASONS = {
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: ("磁盘是只读的", "换一个能写的地方"),
    errno.ENOSPC: ("磁盘满了", "腾出空间后重试"),
    errno.EDQUOT: ("磁盘配额用完了", "腾出空间后重试"),
    errno.EBUSY: ("正被别的程序占用", "关掉那个程序后重试"),
    errno.ELOOP: ("这是绕成圈的链接，没有内容", "换成文件本身"),
    errno.ENAMETOOLONG: ("文件名太长", "换一个短的文件名"),
    errno.EIO: ("磁盘出错", "检查磁盘后重试"),
}
OTHER = ("读写不了这个文件", "检查文件和磁盘后重试")


def explained(error: Exception) -> tuple[str, str]:
    """Why the system refused, and what to do. Any error may come from a path that is none."""
    number = error.errno if isinstance(error, OSError) else None
    return REASONS.get(number or 0, OTHER)


def reason(error: OSError) -> str:
    """One line for whoever runs a script: why, what it was about, what to do."""
    why, mend = explained(error)
    known = why if error.errno in REASONS else f"{why}（{error.strerror or error}）"
    about = f"：{error.filename}" if error.filename else ""
    return f"{known}{about}；请{mend}"
