"""The editors' help: schemas and field dictionary say what the loader does, and are up to date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from notice.fields import dictionary, first_sentence
from notice.models import DATA_FILES, LABEL_LENGTH
from notice.schema import schema, schema_text
from notice.vocabulary import ACTORS
from notice.yaml_source import read
from tests.conftest import ROOT, SMALL, Site
from tests.test_refusals import EDITS

# Wrong edits that one file alone shows: an editor's program marks them while they are typed.
SEEN_WHILE_TYPING = (
    "unknown-actor", "unknown-duty", "unknown-others", "unknown-measure-kind", "unknown-key",
    "label-too-long", "empty-text", "null-text", "no-tasks", "wrong-type-list", "wrong-type-text",
    "wrong-type-group", "missing-key", "read-as-boolean", "read-as-number", "read-as-minutes",
    "not-a-date", "bad-slug",
)  # fmt: skip


def written(text: str) -> Any:
    """YAML as a language server reads it: to it a date is a text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def faults(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(
        schema(name), format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    )
    return [error.message for error in validator.iter_errors(written(text))]


@pytest.mark.parametrize("name", DATA_FILES)
def test_schema_files_are_current(name: str) -> None:
    path = ROOT / "data" / f"{name}.schema.json"
    assert path.read_text("utf-8") == schema_text(name), "请运行 python3 scripts/schema.py"
    jsonschema.Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize("folder", [ROOT / "data", SMALL])
@pytest.mark.parametrize("name", DATA_FILES)
def test_the_data_fits_its_schema(name: str, folder: Path) -> None:
    assert faults(name, (folder / f"{name}.yaml").read_text("utf-8")) == []


@pytest.mark.parametrize("edit", SEEN_WHILE_TYPING)
def test_a_wrong_edit_does_not_fit(edit: str) -> None:
    name, before, after = EDITS[edit]
    text = (SMALL / f"{name}.yaml").read_text("utf-8")
    assert faults(name, text.replace(before, after, 1))


@pytest.mark.parametrize("name", DATA_FILES)
def test_first_line_names_the_schema_and_moves_no_line(name: str) -> None:
    path = ROOT / "data" / f"{name}.yaml"
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={name}.schema.json"
    assert (path.parent / lines[0].rpartition("=")[2]).is_file()
    for path_, (line, column) in read(path, path.name).keys.items():
        assert lines[line - 1][column - 1 :].startswith(str(path_[-1]))


@pytest.mark.parametrize("name", DATA_FILES)
def test_every_field_is_told_in_chinese(name: str) -> None:
    fields = [field for group in dictionary()[name] for field in group.fields]
    assert len(fields) >= 3
    for field in fields:
        assert field.meaning.endswith("。"), field
        assert any("\u4e00" <= c <= "\u9fff" for c in field.meaning), field
    assert "description" not in {  # docstrings are for programmers
        key for found in schema(name)["$defs"].values() for key in found
    }


def test_errors_and_hints_say_what_the_dictionary_says() -> None:
    task = next(group for group in dictionary()["items"] if group.id == "items-task")
    for field in task.fields:
        path = ("sections", 0, "items", 0, "clauses", 0, "tasks", 0, field.name)
        assert field.meaning.startswith(first_sentence("items", path))
    assert first_sentence("items", ("nothing", 3)) == ""


def test_field_page(site: Site) -> None:
    page = site.html("data/fields/")
    groups = [group for groups in dictionary().values() for group in groups]
    tables = page.xpath("//article//table")
    assert len(tables) == len(groups)
    for table, group in zip(tables, groups, strict=True):
        rows = table.xpath("./tbody/tr")
        assert [row.xpath("string(./th)").strip() for row in rows] == [f.name for f in group.fields]
        for row, field in zip(rows, group.fields, strict=True):
            assert field.meaning in row.text_content()
            assert ("必填" in row.text_content()) == field.required
        assert page.xpath(f"//*[@id='{group.id}']")
    words = site.words("data/fields/")
    assert all(f"{word}{meaning}" in words for word, meaning in ACTORS.items())
    assert f"不超过{LABEL_LENGTH}个字" in words
    assert site.html("data/").xpath("//article//a[@href='fields/']")
