"""Put filled forms together: `python3 scripts/merge.py FILLED... -o summary.xlsx`.

A folder means every file in it. Exits with 1 when no file at all could be read, or when the
summary could not be written where it should.
"""

from __future__ import annotations

import argparse
import gc
import io
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from _options import Options
from _setup import ROOT, run

if TYPE_CHECKING:
    from notice.models import Catalog
    from returns.match import Merged

UNCHANGED = "汇总没有写成，以前的汇总未动"


def main() -> int:
    from notice.catalog import load_catalog
    from notice.problems import DataError
    from notice.system_errors import reason
    from returns.output import OutputError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may have characters of any kind
            stream.reconfigure(errors="backslashreplace")
    options = _options()
    try:
        return _merge(options, load_catalog(ROOT / "data"))
    except DataError as error:
        _say(f"{error}\n没有汇总：请先按提示改正 data/。")
    except OutputError as error:
        _say(str(error))
    except OSError as error:
        _say(f"{UNCHANGED}：{reason(error)}。")
    except KeyboardInterrupt:
        _say(f"已中断，{UNCHANGED}。")
    return 1


def _merge(options: argparse.Namespace, catalog: Catalog) -> int:
    from tqdm import tqdm

    from notice.version import data_version
    from returns.folder import printable, sources
    from returns.match import Merger
    from returns.output import check_output
    from returns.reading import read_all
    from returns.report import write_report

    target = options.output
    check_output(target)
    files, ignored = sources(options.filled)
    files = [source for source in files if not _is(source.path, target)]
    if not files:
        _say("没有找到文件。")
        return 1
    gc.disable()  # millions of small values without cycles; to look for some takes a fifth longer
    progress = tqdm(read_all(files), total=len(files), desc="读取", unit="个", disable=None)
    merged = Merger(catalog, options.today).merge(progress)
    written = write_report(merged, target, data_version(catalog), options.today)
    read = _report(merged, ignored)
    if written != target.resolve():
        where = f"汇总另存在 {printable(str(written))}"
        _say(f"写不进 {printable(str(target))}（可能正在 Excel 里打开，或没有权限），{where}。")
        return 1
    print(f"已写入 {printable(str(target))}。")
    return 0 if read else 1


def _report(merged: Merged, ignored: int) -> int:
    """Say what was read and what was not; how many files were."""
    read = sum(1 for filled in merged.files if filled.columns)
    print(f"读取 {read} 个工作簿、{len(merged.rows)} 行，问题 {len(merged.findings)} 处。")
    if ignored:
        print(f"略过 {ignored} 个系统或锁定文件（~$…、.DS_Store 等）。")
    for filled in merged.files:
        if not filled.columns:
            why = filled.findings[0].what if filled.findings else ""
            _say(f"未能读取：{filled.file}（{why.rstrip('。')}）")
    return read


def _is(path: Path, target: Path) -> bool:
    """Whether two paths are one file; the summary made before is no input."""
    return path.exists() and target.exists() and path.samefile(target)


def _options() -> argparse.Namespace:
    parser = Options(description="把收回的填报表汇总成一个工作簿。")
    parser.add_argument(
        "filled", nargs="+", type=Path, metavar="填报表", help="填好的工作簿，或放它们的文件夹"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="汇总", help="汇总写到哪里"
    )
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), metavar="日期",
        help="按哪一天判断逾期，如 2024-12-31；默认今天",
    )  # fmt: skip
    return parser.parse_args()


def _say(words: str) -> None:
    print(words, file=sys.stderr)


if __name__ == "__main__":
    run(main, "build")
