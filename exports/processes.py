"""Processes that share the work of one: they end with it, and leave an interruption to it."""

from __future__ import annotations

import os
import signal
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread


def begin_worker() -> None:
    """Call first in each process of a pool (`initializer`).

    Ctrl+C reaches all processes of a terminal: a worker that dies of it can hold a lock that the
    others wait for. And a pool does not notice that the process it works for was killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
