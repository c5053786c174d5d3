"""What libyaml says against a file, in an editor's words and at the line that is wrong.

libyaml notices most slips one line too late; what it says is in English, and differs from what
PyYAML's own parser says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import yaml

QUOTE = "整句加引号"
AS_TEXT = f"另起一行；是文字就{QUOTE}"
OUTERMOST = "最外层都从第一格写起；前面的字段名后有冒号，没有“[]”"
# Part of what libyaml says: what it means, what to write, and whether the beginning is the place.
SAID: tuple[tuple[str, str, str, bool], ...] = (
    ("could not find expected ':'", "这一行缺少冒号。", "字段名: 值", True),
    ("found character that cannot start", "此处的字符不能开头。", QUOTE, False),
    ("while scanning a quoted scalar", "引号没有闭合，或里面有“\\”。", "补上成对的引号", True),
    ("expected ',' or ']'", "方括号没有闭合。", "补上“]”或用逗号分隔", True),
    ("expected ',' or '}'", "花括号没有闭合。", "补上“}”或用逗号分隔", True),
    ("but found another document", "文件里有两份文档（---）。", "只留一份", False),
    ("expected <document start>", "从这一行起，接不上前面的内容。", OUTERMOST, False),
    ("document indicator", "文件里有两份文档（---）。", "只留一份", False),
    ("block sequence entries are not allowed", "“- ”不能写在这里。", AS_TEXT, False),
    ("mapping keys are not allowed", "“? ”不能写在这里。", QUOTE, False),
    ("expected node content", "逗号前后缺内容，或括号不成对。", "删去多余的逗号，补上括号", False),
    ("while scanning an anchor", "“&”开头会被当成锚点。", QUOTE, True),
    ("while scanning an alias", "“*”开头会被当成引用。", QUOTE, True),
    ("tag", "“!”开头会被当成标签。", QUOTE, True),
    ("block scalar", "“|”或“>”开头会被当成多行文字。", f"写成一行；是文字就{QUOTE}", True),
    ("directive", "“%”不能开头。", QUOTE, True),
    ("found unexpected ':'", "此处不该有冒号。", f"文字里含冒号时{QUOTE}", False),
)  # fmt: skip
COMMENT = ("“#”前面有空格，后面的字会当作注释丢掉。", "是内容就整句加引号；是注释就另起一行")
INDENT = re.compile(r"^(\s*)((?:- +)*)([A-Za-z_]\w*)\s*:")
HINT_INDENT = "同一层缩进相同，每层两个空格"


def explain(lines: Sequence[str], error: yaml.MarkedYAMLError) -> tuple[int, int, str, str]:
    """Line and column, from 0, of what libyaml found, with message and hint."""
    detail = f"{error.problem} {error.context}"
    mark = error.problem_mark
    assert mark is not None  # libyaml always has a place
    line, column = min(mark.line, len(lines) - 1), mark.column  # the last line for the file's end
    start = error.context_mark or mark
    if "mapping values are not allowed" in detail:
        return _second_colon(lines, line, column)
    if "expected key" in detail or "expected '-' indicator" in detail:
        return _not_aligned(lines, line, column)
    for part, message, hint, at_start in SAID:
        if part in detail:
            last = line
            if at_start:
                line, column = start.line, start.column
            if part.startswith("expected ','"):
                return _cut_off(lines, line, last) or (line, column, message, hint)
            return line, column, message, hint
    return line, column, "这一行读不通。", "检查缩进、冒号、引号和括号"


def _cut_off(lines: Sequence[str], first: int, last: int) -> tuple[int, int, str, str] | None:
    """A comment that hides the end of a list, in the lines it is written in."""
    for number in range(first, last + 1):
        if found := re.search(r"\S\s+(#)", lines[number]):
            return number, found.start(1), *COMMENT
    return None


def _second_colon(lines: Sequence[str], line: int, column: int) -> tuple[int, int, str, str]:
    if not re.fullmatch(r"\s*(?:- +)*\w*", lines[line][:column]):
        return line, column, "文字里的“: ”会被当成字段名的冒号。", f"用全角冒号“：”，或{QUOTE}"
    before = _before(lines, line)
    if re.fullmatch(r"\s*(?:- +)*[a-z_]+\s*", lines[before]):
        word = lines[before].strip(" -")
        return before, len(lines[before].rstrip()), f"“{word}”后面缺冒号。", f"{word}:"
    return _not_aligned(lines, line, column)


def _not_aligned(lines: Sequence[str], line: int, column: int) -> tuple[int, int, str, str]:
    if re.search(r"""[:,\[{]\s*("[^"]*"|'[^']*')\s*$|^\s*- +("[^"]*"|'[^']*')\s*$""",
                 lines[line][:column]):  # fmt: skip
        message = "引号在这里就闭合了，后面还有字。"
        return line, column, message, "句中的引号用“”，或外面改用单引号"
    near = [*reversed(_preceding(lines, line, 3)), line]
    for number in near:
        width = len(lines[number]) - len(lines[number].lstrip())
        if width % 2 and lines[number].strip():
            return number, width, f"缩进对不齐：这一行缩进 {width} 格。", HINT_INDENT
    usual = _usual_indents(lines)
    for number in near:
        if (found := INDENT.match(lines[number])) and (known := usual.get(_shape(found))):
            width = len(found[1])
            if width not in known:
                due = min(known, key=lambda indent: abs(indent - width))
                message = f"缩进对不齐：这一行 {width} 格，别处的“{found[3]}”{due} 格。"
                return number, width, message, HINT_INDENT
    return line, column, "缩进与上文对不齐。", HINT_INDENT


def _usual_indents(lines: Sequence[str]) -> dict[str, set[int]]:
    """By field, dash included: the indents that more than one line has."""
    counted: dict[str, Counter[int]] = {}
    for line in lines:
        if found := INDENT.match(line):
            counted.setdefault(_shape(found), Counter())[len(found[1])] += 1
    return {
        shape: {indent for indent, count in counts.items() if count > 1}
        for shape, counts in counted.items()
    }


def _shape(found: re.Match[str]) -> str:
    return f"{'- ' if found[2] else ''}{found[3]}"


def _before(lines: Sequence[str], line: int) -> int:
    return next(iter(_preceding(lines, line, 1)), line)


def _preceding(lines: Sequence[str], line: int, count: int) -> list[int]:
    """The lines before one, nearest first, without blank ones and comments."""
    found = (n for n in range(line - 1, -1, -1) if lines[n].strip() and lines[n].strip()[0] != "#")
    return [n for n, _ in zip(found, range(count), strict=False)]
