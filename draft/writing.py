"""Write a draft from a received file: beside the place it is for, proven, then moved there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from draft.decode import RefusedError
from draft.drafting import take_apart
from draft.files import write
from draft.records import records
from draft.report import report
from notice.catalog import load_catalog
from notice.problems import DataError

REPORT = "report.md"
FAILED = "没有写成：程序拆出来的与来文对不上，或者不合规矩，见上。"


def write_draft(received: Path, out: Path, registered: Path) -> None:
    """Draft the data of a notice.

    Args:
        received: the file as it was received; it is copied, never changed.
        out: the folder to make; it may not be there.
        registered: a data folder whose parties keep their names and addresses, and its sectors.

    Raises:
        RefusedError: where nothing can be drafted, or what was drafted cannot be proven.
        OSError: where a file cannot be read or written.
    """
    if out.exists():
        raise RefusedError(f"{out} 已经有了，不往里写：换一个名字。")
    known = load_catalog(registered, proof=False)
    names = [party.short_name for party in known.departments]
    try:
        structure, file = take_apart(received.read_bytes(), received.name, names)
    except RefusedError as error:
        raise RefusedError(f"{received}：{error}") from None
    made = records(structure, f"source/{file.name}", known.departments, known.sectors)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent) as beside:
        folder = Path(beside) / "data"
        folder.mkdir()
        write(folder, made, file.content, file.name)
        (folder / REPORT).write_text(report(structure, made), "utf-8", newline="\n")
        try:
            load_catalog(folder)
        except DataError as error:
            raise RefusedError(f"{error}\n{FAILED}") from None
        folder.rename(out)
