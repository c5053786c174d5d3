"""What the README files state is true: every command is named, and nothing else is."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

SCRIPT = re.compile(r"python3 (scripts/[\w/]+\.py)")
PATHS = re.compile(
    r"`((?:notice|draft|forms|macros|publishing|exports|returns|tests|docs-dev)/[\w./-]*)`"
)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_command_is_named_and_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    scripts = (path.relative_to(ROOT) for path in (ROOT / "scripts").rglob("*.py"))
    there = {path.as_posix() for path in scripts if not path.name.startswith("_")}
    assert set(SCRIPT.findall(text)) == there


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs-dev/adr/0001-layers.md"])
def test_every_path_named_is_there(name: str) -> None:
    named = PATHS.findall((ROOT / name).read_text("utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
