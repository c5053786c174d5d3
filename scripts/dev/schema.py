"""Write the schemas that help editors of the data: `python3 scripts/dev/schema.py`.

To be run after a change in `notice/models.py` or `notice/vocabulary.py`; a test says so as well.
"""

from __future__ import annotations

import sys

import _path  # noqa: F401 - finds what follows
from _setup import ROOT, inside


def main() -> int:
    from notice.models import DATA_FILES
    from notice.schema.json_schema import schema_text

    for name in DATA_FILES:
        path = ROOT / "data" / f"{name}.schema.json"
        path.write_text(schema_text(name), "utf-8", newline="\n")
        print(path.relative_to(ROOT).as_posix())
    return 0


if __name__ == "__main__":
    inside("build")
    sys.exit(main())
