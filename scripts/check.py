"""Check the data only: `python3 scripts/check.py`. Prints every problem, or a line.

With `--base REVISION` also what may not have happened since: an id that means something else, a
list of the record that has become shorter.

With `--data FOLDER` another data folder than `data/`: a draft.

With `--laws` also which laws are due for another look, and who cites one that has changed.

In GitHub Actions, or with `--github`, every problem is also shown at its line in the pull request,
and the file that GITHUB_STEP_SUMMARY names gets a summary.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from _options import Options
from _revisions import data_at
from _setup import data_folder, run

if TYPE_CHECKING:
    from notice.problems import DataError


def main() -> int:
    from notice.catalog import load_catalog
    from notice.checks.github import passed
    from notice.checks.since import check_since
    from notice.legal_basis import due_for_a_look
    from notice.problems import DataError
    from notice.record.history import refuse_half_a_record
    from notice.resolved import resolved_tasks
    from notice.review import left
    from notice.version import data_version

    options = _options()
    github = bool(options.github)
    data = data_folder(options.data)
    try:
        catalog = load_catalog(data)
        refuse_half_a_record(data, catalog.history)
        if options.base is not None:
            with tempfile.TemporaryDirectory() as folder:
                if problems := check_since(data_at(options.base, Path(folder)), data):
                    raise DataError(problems)
    except LookupError as error:
        print(error.args[0], file=sys.stderr)
        return 2
    except DataError as error:
        if github:
            _annotate(error)
        else:
            print(error, file=sys.stderr)
        return 1
    tasks = len(resolved_tasks(catalog))
    counts = f"{len(catalog.items)} 项、{tasks} 项任务"
    line = f"数据无误：{counts}，原文与来文逐字一致，版本 {data_version(catalog)}。"
    line += left(catalog)
    print(line)
    if options.laws:
        print("\n".join(due_for_a_look(catalog, date.today())) or "没有该再核对的法律法规。")
    if github:
        _summarize(passed(line))
    return 0


def _options() -> argparse.Namespace:
    parser = Options(description="只检查数据。")
    parser.add_argument("--github", action="store_true", help="另外印出合并请求上的行内标注",
                        default=os.environ.get("GITHUB_ACTIONS") == "true")  # fmt: skip
    compared = "另外核对：与这个 Git 版本相比，编号没有挪用，名单只增不减"
    parser.add_argument("--laws", action="store_true", help="另外列出该再核对效力的法律法规")
    parser.add_argument("--data", type=Path, metavar="文件夹", help="查哪个数据文件夹；默认 data")
    parser.add_argument("--base", metavar="版本", help=compared)
    return parser.parse_args()


def _annotate(error: DataError) -> None:
    """All on one stream: the runner does not keep the order of two."""
    from notice.checks.github import annotation, refused, unheeded

    print(unheeded(str(error), secrets.token_hex(16)))
    for problem in error.problems:
        print(annotation(problem))
    _summarize(refused(error.problems))


def _summarize(text: str) -> None:
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{text}\n")


if __name__ == "__main__":
    run(main, "build")
