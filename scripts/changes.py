"""What changed in the data: `python3 scripts/changes.py BASE [HEAD]`.

BASE and HEAD are Git revisions, or folders with items.yaml; without HEAD the data as it lies here.
In GitHub Actions the report also goes into the job's summary.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from _setup import ROOT, inside

if TYPE_CHECKING:
    from notice.models import Catalog

SUMMARY_BYTES = 900_000  # GitHub drops a larger one whole (1 MiB)
WITHOUT = "\n（内容过长，其余见运行日志。）\n"


def main() -> int:
    from macros.changes import report
    from notice.problems import DataError

    if len(sys.argv) not in (2, 3):
        print("用法：python3 scripts/changes.py 旧版本 [新版本]", file=sys.stderr)
        return 2
    found = []
    for name in (sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else str(ROOT / "data")):
        try:
            found.append(_catalog(name))
        except LookupError:
            print(f"“{name}”不是 Git 版本，也不是有 items.yaml 的文件夹。", file=sys.stderr)
            return 2
        except DataError as error:
            print(f"读不懂“{name}”的数据，无法比较：\n{error}", file=sys.stderr)
            return 2
    text = report(*found)
    print(text)
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        short = text.encode()[:SUMMARY_BYTES].decode(errors="ignore")
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{short}\n" if short == text else f"{short}\n{WITHOUT}")
    return 0


def _catalog(name: str) -> Catalog:
    """Raises LookupError where there is nothing of that name, DataError where it is not valid."""
    from notice.load import load_catalog

    if (Path(name) / "items.yaml").is_file():
        return load_catalog(Path(name), received=None)
    with tempfile.TemporaryDirectory() as folder:
        _extract(name, Path(folder))
        retired = Path(folder) / "data" / "retired.yaml"
        if not retired.is_file():  # the first revisions had none
            retired.write_text("[]\n", "utf-8")
        return load_catalog(Path(folder) / "data", received=None)


def _extract(revision: str, folder: Path) -> None:
    command = ["git", "archive", "--format=tar", "--end-of-options", revision, "data"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise LookupError(revision)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


if __name__ == "__main__":
    inside("build")
    sys.exit(main())
