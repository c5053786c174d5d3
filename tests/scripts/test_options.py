"""What the scripts say of their options, and of wrong ones, is Chinese."""

from __future__ import annotations

import re

import pytest
from _options import Options

from tests.conftest import ROOT

ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,}|\b(usage|options|show|error)\b")


def options() -> Options:
    parser = Options(prog="x.py", description="做一件事。")
    parser.add_argument("place", metavar="地方", help="在哪里")
    parser.add_argument("--port", type=int, metavar="端口", help="第几个")
    parser.add_argument("--all", action="store_true", help="全部")
    parser.add_argument("--also", choices=["a", "b"], help="另外")
    return parser


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--nosuch"], "不认识的参数：--nosuch。"),
        ([], "缺少参数：地方。"),
        (["x", "--port"], "--port 后面缺一个值。"),
        (["x", "--port", "y"], "--port 的值“y”不对。"),
        (["x", "--also", "c"], "没有“c”这一项，可以写 "),
        (["x", "--all=1"], "--all 后面不写值，却写了“1”。"),
        (["x", "--al"], "--al 可以是 --all, --also，写全。"),
    ],
)
def test_a_wrong_option(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        options().parse_args(arguments)
    assert stopped.value.code == 2
    words = capsys.readouterr().err
    assert words.startswith("用法：x.py [-h]")
    assert said in words
    assert not ENGLISH.search(words)


def test_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options().parse_args(["--help"])
    words = capsys.readouterr().out
    assert "选项：" in words
    assert not ENGLISH.search(words)


def test_every_script_says_it_so() -> None:
    for path in (ROOT / "scripts").glob("[a-z]*.py"):
        assert "argparse.ArgumentParser" not in path.read_text("utf-8"), path
