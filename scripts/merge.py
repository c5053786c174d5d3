"""Put filled workbooks together: `python3 scripts/merge.py FILLED... -o summary.xlsx`.

A folder means every workbook in it. Exits with 1 when no file at all could be read.
"""

from __future__ import annotations

import argparse
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

from _setup import ROOT, run

WORKBOOK = re.compile(r"\.xls\w?|\.csv", re.IGNORECASE)  # CSV is what the checklist pages save


def main() -> int:
    from tqdm import tqdm
    from xlsxwriter.exceptions import FileCreateError

    from notice.catalog import load_catalog
    from notice.version import data_version
    from returns.match import Merger
    from returns.read import read_filled
    from returns.report import write_report

    options = _options()
    files = _files(options.filled, options.output)
    if not files:
        print("没有找到工作簿。", file=sys.stderr)
        return 1
    catalog = load_catalog(ROOT / "data")
    with ProcessPoolExecutor() as pool:
        reading = pool.map(read_filled, files, chunksize=4)
        progress = tqdm(reading, total=len(files), desc="读取", unit="个", disable=None)
        merged = Merger(catalog, options.today).merge(progress)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_report(merged, options.output, data_version(catalog), options.today)
    except FileCreateError:
        print(f"写不进 {options.output}，可能正在 Excel 里打开，请关闭后重试。", file=sys.stderr)
        return 1
    read = sum(1 for filled in merged.files if filled.columns)
    print(f"读取 {read} 个工作簿、{len(merged.rows)} 行，问题 {len(merged.findings)} 处。")
    for filled in merged.files:
        if not filled.columns:
            print(f"未能读取：{filled.file}", file=sys.stderr)
    print(f"已写入 {options.output}。")
    return 0 if read else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="把收回的填报表汇总成一个工作簿。")
    parser.add_argument("filled", nargs="+", type=Path, help="填好的工作簿，或放它们的文件夹")
    parser.add_argument("-o", "--output", type=Path, required=True, help="汇总写到哪里")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(),
                        help="按哪一天判断逾期，如 2024-12-31；默认今天")  # fmt: skip
    return parser.parse_args()


def _files(given: list[Path], output: Path) -> list[Path]:
    """The workbooks, folders opened; an earlier summary and the locks of Excel (~$…) are none."""
    found = [
        file
        for path in given
        for file in (
            sorted(f for f in path.rglob("*") if WORKBOOK.fullmatch(f.suffix))
            if path.is_dir()
            else [path]
        )
    ]
    own = output.resolve()
    return [f for f in found if not f.name.startswith("~$") and f.resolve() != own]


if __name__ == "__main__":
    run(main, "build")
