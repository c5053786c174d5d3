"""Print what the site's own work costs, as ratios: `python3 scripts/dev/bench.py [RUNS]`.

Two questions, each answered in one run by turns, so that a busy machine hits both sides alike:
the build against plain MkDocs and Material on the same pages as ready Markdown (goal: 1.10 or
less), and the time per page with ten times the items against one (goal: 1.25 or less). PDFs and
workbooks are timed apart (goal: 15 s on two cores), and so is putting 500 filled workbooks together
(goal: 30 s and 1 GB).
"""

from __future__ import annotations

import copy
import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import _path  # noqa: F401 - finds what follows
from _setup import ROOT, inside, say

TIMES = 10
ROUNDS = "甲乙丙丁戊庚辛壬癸子"  # one for each
NO_PAIRS = {ord(mark): None for mark in "“”（）《》"}  # a label is cut, and half a pair is no label
RETURNED = 500


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = _config(folder / "ours.yml", {})
        plain = _plain(folder)
        tenfold = _tenfold(folder)
        say(f"轮流生成 3 种站点，各 {runs} 次")
        timed: dict[Path, list[float]] = {ours: [], plain: [], tenfold: []}
        pages: dict[Path, int] = {}
        for _ in range(runs):
            for config, seconds in timed.items():
                seconds.append(_build(config, folder / "site"))
                pages[config] = sum(1 for _ in (folder / "site").rglob("*.html"))
    median = {config: statistics.median(seconds) for config, seconds in timed.items()}
    per_page = {config: median[config] / pages[config] for config in timed}
    print(f"本站：{median[ours]:.1f} 秒，{pages[ours]} 页")
    print(f"同样页面的普通 MkDocs + Material：{median[plain]:.1f} 秒，{pages[plain]} 页")
    print(f"生成用时之比：{median[ours] / median[plain]:.2f}（目标不高于 1.10）")
    print(f"{TIMES} 倍条目：{median[tenfold]:.1f} 秒，{pages[tenfold]} 页")
    print(f"每页用时之比：{per_page[tenfold] / per_page[ours]:.2f}（目标不高于 1.25）")
    _documents()
    _merging()
    return 0


def _documents() -> None:
    """PDFs and workbooks, timed apart: the two sites above are built without them."""
    from exports.downloads import documents
    from notice.catalog import load_catalog

    catalog = load_catalog(ROOT / "data")
    started = time.monotonic()
    made = documents(catalog, "https://example.org/", 0, os.cpu_count() or 1)
    seconds = time.monotonic() - started
    print(f"PDF 和 Excel：{len(made)} 个文件，{seconds:.1f} 秒（目标不超过 15 秒）")


def _merging() -> None:
    """The county breakdown, every blank filled in, returned by 500 counties."""
    import openpyxl

    from exports.downloads import documents
    from exports.xlsx.workbook import head_row
    from forms.breakdown import BREAKDOWN
    from notice.catalog import load_catalog

    made = documents(load_catalog(ROOT / "data"), "https://example.org/", 0)
    blank = next(file for file in made if file.address.endswith("breakdown-counties.xlsx"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = openpyxl.load_workbook(io.BytesIO(blank.content))
        for row in book.worksheets[0].iter_rows(min_row=head_row(BREAKDOWN) + 2):
            for cell, column in zip(row, BREAKDOWN.columns, strict=False):
                if not row[0].value or column.shows:
                    continue
                if column.fill == "choice":
                    cell.value = "推进中"
                elif column.fill == "text":
                    cell.value = "某局某科办理中"
        book.save(folder / "county-0.xlsx")
        for number in range(1, RETURNED):
            shutil.copy(folder / "county-0.xlsx", folder / f"county-{number}.xlsx")
        script, target = ROOT / "scripts" / "merge.py", folder / "out" / "summary.xlsx"
        started = time.monotonic()
        command = [sys.executable, str(script), str(folder), "-o", str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds = time.monotonic() - started
    print(f"汇总 {RETURNED} 个工作簿：{seconds:.0f} 秒{_memory()}（目标不超过 30 秒、1 GB）")


def _memory() -> str:
    """The most memory that one of the programs started here has used; Unix only."""
    if os.name != "posix":
        return ""
    import resource

    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return f"，单个进程最多 {kilobytes / 1024:.0f} MB"


def _build(config: Path, site: Path) -> float:
    """Build a site; the seconds of processor time, which a busy machine changes less than others.

    Windows does not tell them of a program that has ended: there it is the time on the clock.
    """
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    environment = {**os.environ, **quiet}
    before, started = os.times(), time.monotonic()
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    after = os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    return used or time.monotonic() - started


def _config(path: Path, changes: dict[str, Any]) -> Path:
    """Our mkdocs.yml with absolute paths and some changes, as a file of its own."""
    import yaml
    from mkdocs.utils.yaml import yaml_load

    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    settings |= {"docs_dir": str(ROOT / "docs"), "hooks": [str(ROOT / "mkdocs_hook.py")]}
    settings["theme"]["custom_dir"] = str(ROOT / "theme")
    settings["extra"] |= {"data": str(ROOT / "data"), "documents": False}
    settings.pop("watch")
    for key, value in changes.items():
        settings[key] = settings[key] | value if isinstance(value, dict) else value
    path.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def _plain(folder: Path) -> Path:
    """The same pages as files, and nothing of ours in the build."""
    from notice.catalog import load_catalog
    from publishing.markdown_export import write_pages

    write_pages(load_catalog(ROOT / "data"), ROOT / "docs", folder / "docs")
    theme = folder / "theme"
    theme.mkdir()
    changes = {"docs_dir": str(folder / "docs"), "hooks": [], "theme": {"custom_dir": str(theme)}}
    return _config(folder / "plain.yml", changes)


def _tenfold(folder: Path) -> Path:
    """The whole notice ten times over, with a received text of its own that proves it."""
    import yaml

    from notice.catalog import load_catalog
    from notice.document import document_lines

    data = folder / "data"
    shutil.copytree(ROOT / "data", data)
    whole = yaml.safe_load((data / "items.yaml").read_text("utf-8"))
    sections = whole["sections"]
    items = sum(len(section["items"]) for section in sections)
    whole["sections"] = [
        _renumbered(section, round_, len(sections), items)
        for round_ in range(TIMES)
        for section in sections
    ]
    whole["notice"]["received"] = "received.txt"
    text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=10_000)
    (data / "items.yaml").write_text(text, "utf-8")
    lines = [line for line, _ in document_lines(load_catalog(data, proof=False))]
    (data / "received.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return _config(folder / "tenfold.yml", {"extra": {"data": str(data)}})


def _renumbered(section: dict[str, Any], round_: int, sections: int, items: int) -> dict[str, Any]:
    """A copy of a section for one round, its ids moved on by so many sections and items a round."""
    from notice import ids

    moved = copy.deepcopy(section)
    moved["id"] = f"section-{int(section['id'].removeprefix('section-')) + round_ * sections}"
    for item in moved["items"]:
        item["id"] = ids.item_id(ids.item_number(item["id"]) + round_ * items)
        item.pop("also", None)  # a word for search leads to one place
        for clause in item["clauses"]:
            for task in clause["tasks"]:
                task["id"] = ids.task_id(item["id"], ids.numbers(task["id"])[-1])
                # No two tasks have one name, are asked the same or looked at in the same way.
                ours, which = task["editorial"], ROUNDS[round_]
                ours["label"] = which + ours["label"].translate(NO_PAIRS)[:11].rstrip("、·")
                for side in (ours[name] for name in ("enterprise", "authority") if name in ours):
                    side["question"] = which + side["question"]
                    side["method"] = which + side["method"]
    return moved


if __name__ == "__main__":
    inside("test")  # openpyxl fills in the workbooks
    sys.exit(main())
