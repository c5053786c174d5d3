"""Slips of the keyboard that change what YAML reads, found line by line before it is read.

The reader would refuse most of them one line too late and some of them not at all. The lines are
corrected as far as it is clear what is meant, so that the rest of the file can be checked as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notice.problems import Problem


@dataclass(frozen=True)
class _Rule:
    """What is found (the group `at` is its place), what it should be, what the editor reads."""

    pattern: re.Pattern[str]
    correction: str
    message: str
    hint: str


_START = r"^(?P<head>\s*(?:-\s+)*)"
_FIELD = r"(?P<field>[A-Za-z_][A-Za-z0-9_]*)"
_INSIDE = r"(?P<head>[{,，]\s*)"

RULES = (
    _Rule(
        re.compile(r"^(?P<head>\s*)(?P<at>[－–—−﹣‐](?![—－–]))[ \u3000]*"),
        r"\g<head>- ",
        "列表的短横“-”写成了“{at}”。",
        "半角短横加一个空格：“- ”",
    ),
    _Rule(
        re.compile(r"^(?P<head>\s*(?:-\s+)*)(?P<at>-)(?=[^\s-])"),
        r"\g<head>- ",
        "“-”后面缺一个空格。",
        "短横后空一格：“- ”",
    ),
    _Rule(
        re.compile(_START + _FIELD + r"\s*(?P<at>：)\s*"),
        r"\g<head>\g<field>: ",
        "字段名“{field}”后面的冒号是全角的。",
        "半角冒号加一个空格：“{field}: ”",
    ),
    _Rule(
        re.compile(_START + _FIELD + r"(?P<at>:)(?=[^\s/:])"),
        r"\g<head>\g<field>: ",
        "字段名“{field}”的冒号后面缺一个空格。",
        "冒号后空一格：“{field}: ”",
    ),
    _Rule(
        re.compile(r"(?P<head>:\s+)(?P<at>｛)(?P<inside>.*)｝\s*$"),
        r"\g<head>{\g<inside>}",
        "花括号是全角的。",
        "半角花括号：{{字段名: 值}}",
    ),
    _Rule(
        re.compile(_START + _FIELD + r"(?P<between>:\s+)(?P<at>［)(?P<inside>.*)］\s*$"),
        r"\g<head>\g<field>\g<between>[\g<inside>]",
        "方括号是全角的。",
        "半角方括号：[甲, 乙]",
    ),
)
# Only between braces: elsewhere these are words of a text.
INSIDE_BRACES = (
    _Rule(
        re.compile(r"(?P<at>，)(?P<head>\s*)" + _FIELD + r"(?=\s*[:：])"),
        r", \g<field>",
        "字段“{field}”前面的逗号是全角的。",
        "花括号里字段之间用半角逗号：“, {field}: ”",
    ),
    _Rule(
        re.compile(_INSIDE + _FIELD + r"\s*(?P<at>：)\s*"),
        r"\g<head>\g<field>: ",
        "字段名“{field}”后面的冒号是全角的。",
        "半角冒号加一个空格：“{field}: ”",
    ),
    _Rule(
        re.compile(_INSIDE + _FIELD + r"(?P<at>:)(?=[^\s/:])"),
        r"\g<head>\g<field>: ",
        "字段名“{field}”的冒号后面缺一个空格。",
        "冒号后空一格：“{field}: ”",
    ),
)
# A field and its value, as most lines are: no rule finds anything in them, and to ask each is slow.
PLAIN = re.compile(r"\s*(?:- +)*[A-Za-z_][A-Za-z0-9_]*:(?: [^{｛［]*)?")
CONFLICT = re.compile(r"^\s*(<{7}|>{7}|\|{7}|={7})(\s.*)?$")
CHOOSE = "两边的内容选定一份，再删去 <<<<<<<、=======、>>>>>>> 这几行"
LFS = "version https://git-lfs"


def conflicts(file: str, text: str) -> Iterator[Problem]:
    """The marks that Git leaves where two changes could not be merged."""
    if not any(mark * 7 in text for mark in "<>|="):
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if found := CONFLICT.match(line):
            message = f"这是合并冲突的标记“{found[1]}”：两边都改了这里，还没有选定。"
            yield Problem(file, number, found.start(1) + 1, message, hint=CHOOSE, source=line)


def correct(file: str, text: str) -> tuple[str, list[Problem]]:
    """The text with slips corrected, line by line, and the problem of each; no text where hopeless.

    A file with conflict marks has two versions in it: nothing else of it is worth reading.
    """
    if text.startswith(LFS):
        message = "这只是 Git LFS 的指针，不是文件内容。"
        return "", [Problem(file, 1, 1, message, hint="运行 git lfs pull 取回内容")]
    if problems := list(conflicts(file, text)):
        return "", problems
    lines = text.split("\n")
    for index, line in enumerate(lines):
        lines[index], found = _corrected(file, index + 1, line)
        problems += found
    return "\n".join(lines), problems


def _corrected(file: str, number: int, line: str) -> tuple[str, list[Problem]]:
    problems: list[Problem] = []
    if PLAIN.fullmatch(line):
        return line, problems
    if line.lstrip().startswith("#"):
        at = line.index("#")
        if not re.match(r"# |#*\s*$", line[at:]):
            message = "“#”开头的行整行是注释，不会显示。"
            hint = "是注释就在“#”后空一格；是内容就接在上一行，整句加引号"
            problems.append(Problem(file, number, at + 1, message, hint=hint, source=line))
        return line, problems
    now = line
    for rule in RULES + (INSIDE_BRACES if "{" in line else ()):
        while match := rule.pattern.search(now):
            message, hint = (said.format(**match.groupdict()) for said in (rule.message, rule.hint))
            column = match.start("at") + 1
            problems.append(Problem(file, number, column, message, hint=hint, source=line))
            now = now[: match.start()] + match.expand(rule.correction) + now[match.end() :]
    return now, problems
