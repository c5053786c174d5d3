"""The data as it was at a Git revision, laid out in a folder."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

from _setup import ROOT

UNKNOWN = "“{}”不是 Git 版本，也不是有 items.yaml 的文件夹。"


def data_at(name: str, folder: Path) -> Path:
    """The data folder of a revision, written into `folder`; or the folder that `name` is.

    A revision that had no data yet gives an empty folder.

    Raises:
        LookupError: `name` is neither a revision nor a folder with data.
    """
    if (Path(name) / "items.yaml").is_file():
        return Path(name)
    known = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{tree}}"]
    if not name or _run(known).returncode:
        raise LookupError(UNKNOWN.format(name))
    data = folder / "data"
    data.mkdir()
    done = _run(["git", "archive", "--format=zip", "--end-of-options", name, "data"])
    if done.returncode == 0:
        with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
            archive.extractall(folder)  # stays in the folder, as no tar does before Python 3.11.4
    return data


def _run(command: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
