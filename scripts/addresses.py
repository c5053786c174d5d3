"""Addresses that never break: `python3 scripts/addresses.py [check | record | retire]`.

check   is every published address still there, and every present one on the list? (the default)
record  put the new ones on the list, data/published.txt
retire  say in data/retired.yaml where an address has gone, and why
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from _options import Options
from _revisions import data_at
from _setup import ROOT, run

if TYPE_CHECKING:
    from notice.models import Catalog

DATA = ROOT / "data"
PUBLISHED = DATA / "published.txt"
RETIRED = DATA / "retired.yaml"
HEAD = "# 发布过的全部网址，只增不减；用 python3 scripts/addresses.py record 添加，不要手改。\n"


def main() -> int:
    from notice.catalog import load_catalog

    arguments = _arguments()
    if arguments.command == "retire":
        return _retire(arguments.address, arguments.to, arguments.reason)
    catalog = load_catalog(DATA)
    present = _present(catalog)
    if arguments.command == "record":
        return _record(catalog, present)
    return _check(catalog, present, arguments.base)


def _arguments() -> argparse.Namespace:
    parser = Options(description="发布过的网址一个也不能断。")
    parser.set_defaults(command="check", base=None)
    commands = parser.add_subparsers(dest="command")
    check = commands.add_parser("check", help="核对（默认）")
    compared = "另外核对：与这个 Git 版本相比，编号没有挪用，名单只增不减"
    check.add_argument("--base", metavar="版本", help=compared)
    commands.add_parser("record", help="把新的网址记入 data/published.txt")
    retire = commands.add_parser("retire", help="停用网址，写明去处和原因")
    what = "停用的网址；任务编号写成 '#item-10-9'"
    retire.add_argument("address", nargs="+", metavar="网址", help=what)
    where = "去处，可给几个；没有就不给"
    retire.add_argument("--to", action="append", default=[], metavar="网址", help=where)
    why = "为什么停用，一句话，显示在原处"
    retire.add_argument("--reason", required=True, metavar="原因", help=why)
    found = parser.parse_args()
    found.command = found.command or "check"
    return found


def _present(catalog: Catalog) -> tuple[str, ...]:
    from exports.downloads import lists, planned
    from exports.offline_bundle import offer
    from publishing.addresses import addresses

    files = (*lists(catalog), *planned(catalog), offer())
    return addresses(catalog, ROOT / "docs", files)


def _record(catalog: Catalog, present: tuple[str, ...]) -> int:
    from notice.record.history import write_history
    from notice.record.models import History
    from notice.record.published import read_published
    from notice.version import data_version

    if catalog.history is None:  # what is published from now on is recorded when it changes
        write_history(DATA, History(since=data_version(catalog), revisions=()))

    known = frozenset(read_published(DATA))
    new = [address for address in present if address not in known]
    old = PUBLISHED.read_text("utf-8") if PUBLISHED.is_file() else HEAD
    PUBLISHED.write_text(old + "".join(f"{address}\n" for address in new), "utf-8", newline="\n")
    print(f"记入 {len(new)} 个新网址，共 {len(known) + len(new)} 个。")
    return 0


def _check(catalog: Catalog, present: tuple[str, ...], base: str | None) -> int:
    from notice.checks.since import check_since
    from notice.record.history import refuse_half_a_record
    from notice.record.published import check_published, read_published

    refuse_half_a_record(DATA, catalog.history)
    published = read_published(DATA)
    reports = [check_published(published, present, catalog.retired).report()]
    if new := sorted(set(present) - set(published)):
        listed = "\n".join(f"  {address}" for address in new)
        reports.append(
            f"有 {len(new)} 个网址还没有记入名单：\n{listed}\n"
            "运行 python3 scripts/addresses.py record，把改动一起提交。"
        )
    if base is not None:
        with tempfile.TemporaryDirectory() as folder:
            try:
                problems = check_since(data_at(base, Path(folder)), DATA)
            except LookupError as error:
                print(error.args[0], file=sys.stderr)
                return 2
        reports += map(str, problems)
    if report := "\n\n".join(filter(None, reports)):
        print(report, file=sys.stderr)
        return 1
    print(f"发布过的 {len(published)} 个网址都在，停用的 {len(catalog.retired)} 个都有说明。")
    return 0


def _retire(addresses: list[str], targets: list[str], reason: str) -> int:
    """Append the entries; when the data is refused with them, leave the file as it was."""
    from notice.catalog import load_catalog
    from notice.problems import DataError

    before = RETIRED.read_text("utf-8")
    entries = "".join(_entry(address, targets, reason.rstrip("。")) for address in addresses)
    RETIRED.write_text(before.removesuffix("[]\n") + entries, "utf-8", newline="\n")
    try:
        load_catalog(DATA)
    except DataError as error:
        RETIRED.write_text(before, "utf-8", newline="\n")
        print(f"{error}\n没有写入 data/retired.yaml。", file=sys.stderr)
        return 1
    print(f"已记入 data/retired.yaml：{'、'.join(addresses)}。请再运行 python3 scripts/build.py。")
    return 0


def _entry(address: str, targets: list[str], reason: str) -> str:
    lines = [f"- address: {_quoted(address)}"]
    if targets:
        lines.append(f"  moved_to: [{', '.join(map(_quoted, targets))}]")
    return "\n".join([*lines, f"  reason: {_quoted(reason)}"]) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # JSON is YAML


if __name__ == "__main__":
    run(main, "build")
