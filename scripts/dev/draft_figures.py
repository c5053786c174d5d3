"""How well drafts place the words of received notices: `python3 scripts/dev/draft_figures.py`.

Prints shares, for our notice, the small one of the tests, five of other kinds and our notice in
sixteen other files: characters placed right, characters accounted for, brackets taken apart right,
precision and recall of the parties, precision and recall of where tasks are cut.
"""

from __future__ import annotations

import sys

import _path  # noqa: F401 - finds what follows
from _setup import ROOT, inside

COLUMNS = ("放对的字", "有去处的字", "责任括号", "单位·准", "单位·全", "切分·准", "切分·全")


def main() -> int:
    from notice.catalog import load_catalog
    from tests.draft.dresses import DRESSES
    from tests.draft.gold import others, ours, small
    from tests.draft.measured import figures

    known = [party.short_name for party in load_catalog(ROOT / "data").departments]
    print(f"{'来文':<20}" + "".join(f"{name:>8}" for name in COLUMNS))
    dressed = [dress(ours()) for dress in DRESSES]
    for gold in (ours(), small(), *others(), *dressed):
        found = figures(gold, known)
        shares = (
            found.placed, found.accounted, found.brackets, found.parties_precision,
            found.parties_recall, found.bounds_precision, found.bounds_recall,
        )  # fmt: skip
        print(f"{gold.name:<20}" + "".join(f"{share:>12.1%}" for share in shares))
    return 0


if __name__ == "__main__":
    inside("test")
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
