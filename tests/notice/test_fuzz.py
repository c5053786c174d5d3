"""Whatever stands in the data files, the loader either refuses it in words or reads what it says.

The examples are made up by hypothesis, the same ones each time. One that ends in a traceback is
mended and kept below as a case of its own.
"""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from notice.catalog import load_catalog
from notice.problems import DataError
from notice.reading.yaml_file import read
from tests.conftest import ROOT, SMALL, SMALL_RECEIVED

pytestmark = pytest.mark.slow

NAMES = ("items", "departments", "sectors", "glossary", "laws", "retired")
REAL = {name: (SMALL / f"{name}.yaml").read_text("utf-8") for name in NAMES}
REAL["retired"] = "- {address: '#item-1-9', moved_to: ['#item-1-1'], reason: 合并}\n"
RECEIVED = (SMALL / SMALL_RECEIVED).read_bytes()
# What YAML, or a careless hand, makes something else of.
VALUES = (
    "", "~", "null", "[]", "{}", "[~]", "{a: 1}", "on", "010", "0x", "0b", "1_000", "12:30", "1e400",
    "9" * 400, "9" * 5000, "0x" + "f" * 5000, "9" + ":59" * 3000, ".nan", ".inf", "2031-02-30", "2031-03-05", "2031-03-05 25:61:61",
    "2031-03-05T10:00:00+99:99", "!!binary x", "!!int x", "&a x", "*a", "<<", "=", "? x", "- x", "|",
    ">", "'", '"', '"\\ud800"', '"\\0"', '"\\x7f"', '"\\r\\n"', '"\\ufeff"', "%", "@", "`", "---", "...", "#",
    "item-0", "item-1", "item-²", "item-١-١", "item-1-²", "item-1-" + "9" * 5000, "item-1000", "section-1", "all", "某", "\U0001f600", "{{ x }}",
)  # fmt: skip
CHARACTERS = "\t\r\n :,-?[]{}&*!|>'\"%@`#~=<\x00\x85\u2028\u3000\ufeff\u202e⼈（）、。某a01٣²"
EVERY = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def refusal(files: dict[str, bytes], received: bytes = RECEIVED) -> str:
    """What the loader says against some files; nothing where it accepts them."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        for name, content in files.items():
            (data / f"{name}.yaml").write_bytes(content)
            if content != REAL[name].encode():
                _reads_what_it_says(data / f"{name}.yaml", content)
        (data / SMALL_RECEIVED).parent.mkdir()
        (data / SMALL_RECEIVED).write_bytes(received)
        try:
            load_catalog(data)
        except DataError as error:
            if not error.problems:
                raise AssertionError("refused without a reason") from error
            str(error).encode("utf-8")  # it can be printed
            return str(error)
        return ""


def _reads_what_it_says(path: Path, content: bytes) -> None:
    source = read(path, path.name)
    if source.problems:
        for problem in source.problems:
            assert 0 <= problem.line <= content.count(b"\n") + 1
    else:
        assert repr(source.data) == repr(_safe_load(content))  # nan is equal to no nan


def _safe_load(content: bytes) -> Any:
    try:
        return yaml.safe_load(content)
    except yaml.YAMLError:
        # PyYAML's parser in Python takes no “?” inside a word within braces; libyaml does.
        return yaml.load(content, Loader=yaml.CSafeLoader)


def small(**files: bytes) -> dict[str, bytes]:
    return {name: files.get(name, REAL[name].encode()) for name in NAMES}


@settings(EVERY, max_examples=100)
@given(st.sampled_from(NAMES), st.binary(max_size=300))
def test_random_bytes(name: str, content: bytes) -> None:
    refusal(small(**{name: content}))


@settings(EVERY, max_examples=100)
@given(st.sampled_from(NAMES), st.lists(st.sampled_from([*VALUES, *CHARACTERS, "a", "b: "])))
def test_random_text(name: str, parts: list[str]) -> None:
    refusal(small(**{name: "".join(parts).encode("utf-8", "surrogatepass")}))


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | st.text()
)  # fmt: skip
FIELDS = re.findall(r"(\w+):", "".join(REAL.values()))
YAML = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(), inner, max_size=5)
    ),
    max_leaves=20,
)


@settings(EVERY, max_examples=100)
@given(st.sampled_from(NAMES), YAML, st.booleans())
def test_random_yaml(name: str, value: Any, flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    refusal(small(**{name: text.encode("utf-8", "surrogatepass")}))


def damaged_lines(text: str, chance: random.Random) -> str:
    """One to three lines deleted, doubled, exchanged, moved or indented."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 3)):
        at, other = (chance.randrange(len(lines)) for _ in range(2))
        kind = chance.randrange(5)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines.insert(other, lines[at])
        elif kind == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 3:
            lines[at] = " " * chance.randint(1, 4) + lines[at]
        else:
            lines[at] = lines[at].removeprefix("  ")
    return "\n".join(lines)


def damaged_characters(text: str, chance: random.Random) -> str:
    """One to three characters deleted, replaced or put in."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(["", *CHARACTERS]) + text[at + chance.randint(0, 1) :]
    return text


def damaged_values(text: str, chance: random.Random) -> str:
    """One or two values replaced by one of another type, or a field by another's value."""
    for _ in range(chance.randint(1, 2)):
        found = list(re.finditer(r"(?<=: )[^,{}\[\]\n]+|\[[^\]]*\]|\{[^}]*\}", text))
        if not found:
            return text
        value = chance.choice(found)
        new = chance.choice([*VALUES, chance.choice(found)[0]])
        text = text[: value.start()] + new + text[value.end() :]
    return text


@pytest.mark.parametrize("damage", [damaged_lines, damaged_characters, damaged_values])
@settings(EVERY, max_examples=300)
@given(chance=st.randoms(use_true_random=False), name=st.sampled_from([*NAMES, "items", "items"]))
def test_damaged_real_files(damage: Any, chance: random.Random, name: str) -> None:
    refusal(small(**{name: damage(REAL[name], chance).encode()}))


@pytest.mark.parametrize("damage", [damaged_lines, damaged_characters, damaged_values])
@pytest.mark.parametrize("seed", range(8))
def test_the_published_files_damaged(damage: Any, seed: int, tmp_path: Path) -> None:
    """The same with the data of the site, which is large: fewer examples."""
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    chance = random.Random(seed)
    path = data / f"{chance.choice([*NAMES, *['items'] * 4])}.yaml"
    content = damage(path.read_text("utf-8"), chance).encode()
    path.write_bytes(content)
    source = read(path, path.name)
    if not source.problems:
        assert repr(source.data) == repr(yaml.load(content, Loader=yaml.CSafeLoader))
    told = ""
    try:
        load_catalog(data)
    except DataError as error:
        told = str(error)
    assert not told or (path.name in told and "应为：" in told)


@settings(EVERY, max_examples=100)
@given(st.randoms(use_true_random=False), st.binary(max_size=50))
def test_damaged_received_text(chance: random.Random, noise: bytes) -> None:
    at = chance.randrange(len(RECEIVED))
    assert refusal(small(), RECEIVED) == ""
    refusal(small(), RECEIVED[:at] + noise + RECEIVED[at + chance.randint(0, 9) :])


def _trees(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree, as the container and its key."""
    places = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(places):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _trees(inner)


@settings(EVERY, max_examples=100)
@given(st.sampled_from(NAMES), st.integers(min_value=0), YAML)
def test_any_value_in_any_place(name: str, at: int, value: Any) -> None:
    tree = yaml.safe_load(REAL[name])
    places = list(_trees(tree))
    container, key = places[at % len(places)]
    container[key] = value
    text = yaml.safe_dump(tree, allow_unicode=True)
    refusal(small(**{name: text.encode("utf-8", "surrogatepass")}))
