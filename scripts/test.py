"""Run every check and test: `python3 scripts/test.py [--quick | pytest arguments]`.

Sets up the hashed environment, and Chromium (an old one as well), LibreOffice, nginx and a Chinese
font where they are missing; then runs all tests in two processes, and the linter and the type
checker beside them. `--quick` leaves out what needs these programs or takes long. Other arguments
go to pytest and skip the checkers.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from _old_browser import find_old_browser
from _programs import find_browser, find_nginx, find_office, install_font
from _setup import ROOT, inside, say

# The tests of a file share what is made once for them, so they stay in one process; the files come
# in the order of tests/conftest.py, not by the number of their tests.
IN_TWO = ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]
QUICK = ["-m", "not programs and not slow"]


def main() -> int:
    # The tests start some hundred processes; each would compile the libraries for itself.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    arguments = sys.argv[1:]
    quick = arguments == ["--quick"]
    if not quick:
        _find_programs()
    whole = quick or not arguments
    given = [*IN_TWO, *(QUICK if quick else [])] if whole else arguments
    python = [sys.executable, "-m"]
    checkers = {
        "检查代码写法（ruff）": [*python, "ruff", "check", "--quiet", "."],
        "检查代码排版（ruff format）": [*python, "ruff", "format", "--quiet", "--check", "."],
        "检查类型（mypy）": [*python, "mypy", "--no-error-summary"],
    }
    with ThreadPoolExecutor() as pool:  # they leave a core idle, and so do tests that wait
        checked = {
            label: pool.submit(_printed, command)
            for label, command in (checkers.items() if whole else ())
        }
        say("运行测试（pytest）")
        code = subprocess.call([*python, "pytest", *given], cwd=ROOT)
    failed = ["运行测试（pytest）"] if code else []
    for label, job in checked.items():
        code, printed = job.result()
        say(f"{label}：{'未通过' if code else '通过'}")
        print(printed, end="")
        failed += [label] * (code != 0)
    if failed:
        print(f"未通过：{'、'.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _printed(command: list[str]) -> tuple[int, str]:
    """How a command ends and all that it prints."""
    done = subprocess.run(
        command, cwd=ROOT, check=False, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout


def _find_programs() -> None:
    os.environ["CHROMIUM"] = find_browser()
    os.environ["SOFFICE"] = find_office()
    os.environ["NGINX_PROGRAM"] = find_nginx()
    find_old_browser()
    install_font()


if __name__ == "__main__":
    inside("test", meanwhile=None if sys.argv[1:] == ["--quick"] else _find_programs)
    sys.exit(main())
