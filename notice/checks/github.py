"""Problems as a pull request shows them: at their lines, and all of them in a summary.

The form is that of GitHub's workflow commands and job summaries; others ignore it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from notice.problems import Problem

# A larger summary is dropped whole (1 MiB); what is left out is counted.
SUMMARY_BYTES = 900_000
HINT = """\
怎样改：在合并请求的“Files changed”里找到标红的行，或按下面的文件和行号打开文件；照“应为”改好，\
再提交到同一分支，检查会自动重做。在自己的电脑上先运行 `python3 scripts/check.py`，印出的内容相同。
"""


def annotation(problem: Problem) -> str:
    """One workflow command: the runner shows it at the problem's line."""
    place = {"file": problem.file}
    if problem.line:
        place |= {"line": str(problem.line), "col": str(problem.column)}
    place["title"] = "数据有误"
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    parts = [problem.message]
    if problem.hint:
        parts.append(f"应为：{problem.hint}")
    if problem.path:
        parts.append(f"位置：{problem.path}")
    return f"::error {properties}::{_data(chr(10).join(parts))}"


def unheeded(text: str, token: str) -> str:
    """Text in which the runner obeys nothing: data may hold lines that look like its commands."""
    return f"::stop-commands::{token}\n{text}\n::{token}::"


def refused(problems: Sequence[Problem]) -> str:
    """The summary of a refusal, in Markdown: every problem with its mend."""
    head = f"## 数据未通过：{len(problems)} 处问题\n\n{HINT}\n"
    parts: list[str] = []
    size = len(head.encode())
    for number, problem in enumerate(problems, start=1):
        part = _part(number, problem)
        size += len(part.encode())
        if size > SUMMARY_BYTES:
            parts.append(f"其余 {len(problems) - number + 1} 处见运行日志。\n")
            break
        parts.append(part)
    return head + "\n".join(parts)


def passed(line: str) -> str:
    """The summary when nothing is wrong."""
    return f"## 数据无误\n\n{line}\n"


def _part(number: int, problem: Problem) -> str:
    where = f"第 {problem.line} 行" if problem.line else "整个文件"
    text = str(problem)
    fence = "`" * max(3, 1 + _longest(re.findall("`+", text)))
    return f"### {number}. {problem.file} {where}\n\n{fence}text\n{text}\n{fence}\n"


def _longest(runs: Iterable[str]) -> int:
    return max(map(len, runs), default=0)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
