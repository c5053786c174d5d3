"""What changed in the data: `python3 scripts/changes.py BASE [HEAD]`.

BASE and HEAD are Git revisions, or folders with items.yaml; without HEAD the data as it lies here.
In GitHub Actions the report also goes into the job's summary.

`python3 scripts/changes.py --record 原因` adds what changed since the last record to
data/history.json, which the page /changes/ shows.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from _options import Options
from _revisions import data_at
from _setup import ROOT, run

if TYPE_CHECKING:
    from notice.models import Catalog

DATA = ROOT / "data"
SUMMARY_BYTES = 900_000  # GitHub drops a larger one whole (1 MiB)
WITHOUT = "\n（内容过长，其余见运行日志。）\n"


def main() -> int:
    from macros.changes import report
    from notice.problems import DataError

    arguments = _arguments()
    base = arguments.base or _last_record()
    if not base:
        print("没有提交过变更记录，请写明从哪个旧版本比起。", file=sys.stderr)
        return 2
    found = []
    for name in (base, arguments.head):
        try:
            # Only what is right in every way may be recorded.
            found.append(_catalog(name, proof=bool(arguments.record) and name == arguments.head))
        except LookupError as error:
            print(error.args[0], file=sys.stderr)
            return 2
        except DataError as error:
            print(f"读不懂“{name}”的数据，无法比较：\n{error}", file=sys.stderr)
            return 2
    if arguments.record:
        return _record(found[0], found[1], arguments.record)
    text = report(*found)
    print(text)
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        short = text.encode()[:SUMMARY_BYTES].decode(errors="ignore")
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{short}\n" if short == text else f"{short}\n{WITHOUT}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = Options(description="数据改了什么：按责任主体、按行业领域。")
    parser.add_argument(
        "base", nargs="?", metavar="旧版本", help="Git 版本，或有 items.yaml 的文件夹"
    )
    parser.add_argument(
        "head", nargs="?", default=str(DATA), metavar="新版本", help="不写就是现在的数据"
    )
    parser.add_argument(
        "--record",
        metavar="原因",
        help="把现在的变化连同原因记入变更记录；旧版本不写就从上次记录比起",
    )
    found = parser.parse_args()
    if not found.base and not found.record:
        parser.error("缺少旧版本。")
    if found.record and found.head != str(DATA):
        parser.error("--record 只记现在的数据，不写新版本。")
    return found


def _last_record() -> str:
    """The revision that last changed the record; empty where none did."""
    command = ["git", "log", "-1", "--format=%H", "--", "data/history.json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _record(base: Catalog, head: Catalog, reason: str) -> int:
    from notice.record.history import with_revision, write_history

    try:
        history = with_revision(base, head, date.today(), reason.rstrip("。"))
    except ValueError as error:
        print(f"变更记录到数据版本 {error} 为止，请从那个版本比起。", file=sys.stderr)
        return 1
    if history is None:
        print("数据没有变化，不用记。")
        return 0
    write_history(DATA, history)
    print(
        f"已记入 data/history.json：{len(history.revisions[-1].changes)} 项任务有变化。请再运行"
        " python3 scripts/addresses.py record，把改动一起提交。"
    )
    return 0


def _catalog(name: str, *, proof: bool) -> Catalog:
    """Raises LookupError where there is nothing of that name, DataError where it is not valid."""
    from notice.catalog import load_catalog

    with tempfile.TemporaryDirectory() as folder:
        data = data_at(name, Path(folder))
        retired = data / "retired.yaml"
        if data.is_relative_to(folder) and not retired.is_file():  # the first revisions had none
            retired.write_text("[]\n", "utf-8")
        return load_catalog(data, proof=proof)


if __name__ == "__main__":
    run(main, "build")
