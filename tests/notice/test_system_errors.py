"""What the system refuses is said in Chinese, with the file and the mend."""

from __future__ import annotations

import errno
import os

import pytest

from notice.system_errors import OTHER, REASONS, explained, reason


@pytest.mark.parametrize("number", sorted(REASONS))
def test_every_refusal_we_know_is_a_line_with_file_and_mend(number: int) -> None:
    why, mend = explained(OSError(number, os.strerror(number), "data/x.yaml"))
    assert (why, mend) == REASONS[number]
    assert reason(OSError(number, os.strerror(number), "data/x.yaml")) == (
        f"{why}：data/x.yaml；请{mend}"
    )


def test_a_disk_that_is_full_has_no_file() -> None:
    assert reason(OSError(errno.ENOSPC, "No space left")) == "磁盘满了；请腾出空间后重试"


def test_a_refusal_we_do_not_know_keeps_the_words_of_the_system() -> None:
    found = reason(OSError(errno.EPIPE, "Broken pipe", "x"))
    assert found == "读写不了这个文件（Broken pipe）：x；请检查文件和磁盘后重试"
    assert "odd" in reason(OSError("odd"))
    assert explained(ValueError("embedded null byte")) == OTHER
