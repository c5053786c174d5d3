"""Where the summary goes: never over an input; the previous one stays until the new is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from returns.folder import printable
from returns.grid import SUMMARY, UnreadableError
from returns.package import DAMAGED, TooLargeError
from returns.xlsx import sheet_titles


class OutputError(Exception):
    """The summary cannot go where it should; the message says why, in Chinese."""


def check_output(target: Path) -> None:
    """Refuse a place where there is anything but an earlier summary, made by this program.

    Raises OutputError.
    """
    name = printable(str(target))
    if target.is_dir():
        raise OutputError(f"{name} 是文件夹，请写出文件名，如 {name}/汇总.xlsx。")
    if target.suffix.lower() != ".xlsx":
        raise OutputError(f"汇总是 xlsx 工作簿，{name} 的文件名应以 .xlsx 结尾。")
    if os.path.lexists(target) and not is_summary(target):
        raise OutputError(f"{name} 已经存在，且不是以前的汇总，不会覆盖；请换一个文件名。")
    for parent in target.absolute().parents:
        if parent.exists() and not parent.is_dir():
            raise OutputError(f"{printable(str(parent))} 不是文件夹，汇总写不进去；请换一个地方。")


def is_summary(path: Path) -> bool:
    """Whether a file is a summary made before: a workbook that has all of its sheets."""
    try:
        return path.is_file() and set(SUMMARY) <= set(sheet_titles(path))
    except (UnreadableError, TooLargeError, *DAMAGED):
        return False


def deliver(made: Path, target: Path) -> Path:
    """Put a whole file in its place at once; where it is now.

    What was there before stays until then. Where the place cannot be written, the file is kept in
    the folder for temporary files. Raises OSError where that is impossible as well.
    """
    target = target.resolve()
    beside = target.with_name(f".~{target.stem[:40]}-{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, beside)
        beside.replace(target)
        return target
    except OSError:
        beside.unlink(missing_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="summary-"))
    return Path(shutil.move(made, folder / "汇总.xlsx"))
