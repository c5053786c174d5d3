"""Options of the scripts, with the words of argparse in Chinese."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

# What argparse says of wrong options, as patterns, and how it is said here.
SAID = (
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1 后面缺一个值"),
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.+)\)", r"没有“\2”这一项，可以写 \3"),
    (r"argument (\S+): invalid .+ value: '(.*)'", r"\1 的值“\2”不对"),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 后面不写值，却写了“\2”"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 可以是 \2，写全"),
)
HEADINGS = (
    ("\npositional arguments:", "\n参数："),
    ("\noptions:", "\n选项："),
    ("show this help message and exit", "显示这段说明"),
)


class Options(argparse.ArgumentParser):
    """A parser that says what is wrong, and how it is used, in the reader's language."""

    def error(self, message: str) -> NoReturn:
        """End with code 2 and what is wrong; `message` is argparse's, or in Chinese already."""
        for pattern, words in SAID:
            message = re.sub(f"^{pattern}$", words, message)
        print(f"{self.format_usage()}{message.rstrip('。')}。", file=sys.stderr)
        sys.exit(2)

    def format_usage(self) -> str:
        """How the script is called, in one line."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """What the script does and its options."""
        words = super().format_help().replace("usage: ", "用法：", 1)
        words = words.replace("\npositional arguments:", "\n参数：").replace(
            "\noptions:", "\n选项："
        )
        return words.replace("show this help message and exit", "显示这段说明")
