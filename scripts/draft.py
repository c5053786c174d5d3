"""Draft the data of a new notice: `python3 scripts/draft.py RECEIVED OUT`.

Reads text, a web page or a Word document (docx); writes a data folder with the received file beside
it, untouched, and a report of what was removed, left out and is doubtful. What it writes is proven
against the received file, or it writes nothing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from _options import Options
from _setup import ROOT, run


def main() -> int:
    from draft.decode import RefusedError
    from draft.writing import REPORT, write_draft

    options = _options()
    try:
        write_draft(options.received, options.out, ROOT / "data")
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"写成 {options.out}/，与来文逐字一致。先看 {options.out / REPORT}。")
    return 0


def _options() -> argparse.Namespace:
    parser = Options(description="从收到的通知起草数据。")
    parser.add_argument("received", type=Path, metavar="来文", help="文本、网页或 docx")
    parser.add_argument(
        "out", type=Path, metavar="文件夹", help="写到哪里，如 drafts/2026；不能已经有"
    )
    return parser.parse_args()


if __name__ == "__main__":
    run(main, "draft")
