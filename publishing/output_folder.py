"""Put a new site in the place of the last good one, which is served whole until then.

Whatever happens meanwhile (a second build, a kill, a full disk), `site/` is one whole build, and
the next build removes what this one has left.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

try:
    import fcntl
except ImportError:  # Windows, where two builds at once are not kept apart
    fcntl = None  # type: ignore[assignment]

EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
AT_FDCWD = -100


class NotAFolderError(Exception):
    """Something else is where the site is to be; the message is for the one who builds."""


@contextmanager
def new_site(site: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """A folder to build into; it becomes `site` when the block ends without an error.

    Whatever else a build makes may lie beside it: the folder that holds it is deleted afterwards.

    Args:
        site: where the last good site is, or a link to it.
        waiting: called when another build is under way, which is then waited for.

    Raises:
        NotAFolderError: where `site` is a file.
        OSError: where the system refuses to write. The last good site is then as it was.
    """
    real = site.resolve()
    if real.exists() and not real.is_dir():
        raise NotAFolderError(f"“{site.name}”不是文件夹，请先移走。")
    work, old = real.with_name(f"{real.name}.new"), real.with_name(f"{real.name}.old")
    new = work / real.name
    with _alone(real.parent, waiting):
        if old.exists() and not real.exists():  # killed between two renames
            old.rename(real)
        _remove(work)
        _remove(old)
        try:
            work.mkdir()
            yield new
            _replace(real, new, old)
        finally:
            _remove(work)
            _remove(old)


@contextmanager
def _alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """One build at a time in a folder. The lock ends with the process, however that ends."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(site: Path, new: Path, old: Path) -> None:
    if not site.exists():
        new.rename(site)
    elif not _exchange(new, site):
        site.rename(old)
        new.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(AT_FDCWD, bytes(one), AT_FDCWD, bytes(other), EXCHANGE) == 0)


def _remove(path: Path) -> None:
    """Delete a folder, a file or a link, read-only ones as well."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path, onerror=_once_more)


def _once_more(
    remove: Callable[..., Any],
    path: str,
    error: tuple[type[BaseException], BaseException, TracebackType],
) -> None:
    with suppress(OSError):
        Path(path).parent.chmod(stat.S_IRWXU)
        if Path(path).is_dir():
            Path(path).chmod(stat.S_IRWXU)
            shutil.rmtree(path)
        else:
            Path(path).unlink()
