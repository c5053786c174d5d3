"""Read many files side by side, in their order, so that no file can stop the others.

A file that brings its process down, by taking all memory or by a fault of a library, is read again
alone, and if it does so again it is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor

from returns.filled import Filled
from returns.folder import Source
from returns.read import read_filled

MEMORY = 2**30  # bytes that reading may take beyond what the program itself has
BROKEN = "这个文件读不出来：读取时内存不够或程序中断；请把填写的内容复制到空白表里再交。"


def read_all(files: Sequence[Source]) -> Iterator[Filled]:
    """Every file, in order."""
    with ProcessPoolExecutor(initializer=_bound) as pool:
        coming = [pool.submit(_read, source) for source in files]
        for source, future in zip(files, coming, strict=True):
            yield _result(source, future)


def _result(source: Source, future: Future[Filled]) -> Filled:
    try:
        return future.result()
    except BrokenExecutor:
        pass
    try:
        with ProcessPoolExecutor(1, initializer=_bound) as alone:
            return alone.submit(_read, source).result()
    except BrokenExecutor:
        filled = Filled(source.label)
        filled.found("", BROKEN)
        return filled


def _read(source: Source) -> Filled:
    return read_filled(source.path, source.label)


def _bound() -> None:
    """Let a process fail rather than the machine run out of memory; only where limits exist."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > MEMORY:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, hard))
