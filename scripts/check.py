"""Check the data only: `python3 scripts/check.py`. Prints every problem, or a line."""

from __future__ import annotations

import sys

from _setup import ROOT, inside


def main() -> int:
    from notice.entries import task_entries
    from notice.load import load_catalog
    from notice.problems import DataError
    from notice.version import data_version

    try:
        catalog = load_catalog(ROOT / "data")
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    tasks = len(task_entries(catalog))
    counts = f"{len(catalog.items)} 项、{tasks} 项任务"
    print(f"数据无误：{counts}，原文与来文逐字一致，版本 {data_version(catalog)}。")
    return 0


if __name__ == "__main__":
    inside("build")
    sys.exit(main())
