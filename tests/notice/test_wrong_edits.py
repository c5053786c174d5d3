"""Edits that a careful editor makes by accident: each refused, at its line, with what to do.

To accept new words after reading them:
UPDATE_GOLDEN=1 python3 scripts/test.py tests/notice/test_wrong_edits.py
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from notice.catalog import load_catalog
from notice.problems import DataError
from tests.conftest import ROOT, SMALL, SMALL_RECEIVED
from tests.notice.edits import doubles, edges, head, laws, ours, responsibility, typed
from tests.notice.edits.edit import Edit
from tests.notice.edits.lawful import LAWFUL

GOLDEN = Path(__file__).parent / "golden" / "edits"
TABLES = (typed, responsibility, doubles, head, ours, laws, edges)
EDITS = {name: edits for table in TABLES for name, edits in table.WRONG.items()}
REAL = responsibility.REAL


def refusal(source: Path, folder: Path, edits: list[Edit]) -> str:
    data = Path(shutil.copytree(source, folder / "data"))
    for file, before, after in edits:
        path = data / (file if file == SMALL_RECEIVED else f"{file}.yaml")
        text = path.read_text("utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), "utf-8", newline="")
    with pytest.raises(DataError) as refused:
        load_catalog(data)
    return str(refused.value) + "\n"


@pytest.mark.parametrize("name", [*EDITS, *REAL])
def test_it_is_refused(name: str, tmp_path: Path) -> None:
    source = SMALL if name in EDITS else ROOT / "data"
    told = refusal(source, tmp_path, EDITS.get(name) or REAL[name])
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    messages = re.sub(
        "“.*?”",
        "",
        "\n".join(line for line in told.splitlines() if "|" not in line and "git" not in line),
    )
    assert not re.search("[a-z]+ [a-z]+ [a-z]+", messages), "what libyaml says is in English"


def test_every_golden_file_has_its_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*EDITS, *REAL}
    assert len(EDITS) == sum(len(table.WRONG) for table in TABLES), "one name for two edits"


@pytest.mark.parametrize("name", LAWFUL)
def test_a_lawful_edit_passes(name: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(SMALL, tmp_path / "data"))
    for file, before, after in LAWFUL[name]:
        path = data / (file if file == SMALL_RECEIVED else f"{file}.yaml")
        text = path.read_text("utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), "utf-8")
    assert load_catalog(data).notice.received == SMALL_RECEIVED
