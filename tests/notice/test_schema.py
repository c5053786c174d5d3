"""The editors' help: schemas and field dictionary say what the loader does, and are up to date."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
import yaml

from notice.base import Record
from notice.fields import title
from notice.head import LABEL_LENGTH
from notice.models import DATA_FILES, Editorial, Measure, Responsible, Task
from notice.reading.yaml_file import read
from notice.record.changes import STATED
from notice.schema.dictionary import Entry, Word, dictionary, field_names, first_sentence
from notice.schema.json_schema import node_at, schema, schema_text
from notice.vocabulary import ACTORS
from tests.conftest import ROOT, SMALL, Site
from tests.notice.test_refusals import EDITS

# Wrong edits that one file alone shows: an editor's program marks them while they are typed.
SEEN_WHILE_TYPING = (
    "unknown-actor", "unknown-measure-kind", "unknown-key",
    "label-too-long", "empty-text", "null-text", "no-tasks", "wrong-type-list", "wrong-type-text",
    "wrong-type-group", "missing-key", "read-as-boolean", "read-as-number", "read-as-minutes",
    "not-a-date", "bad-slug",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _made_anew() -> None:
    schema.cache_clear()  # or mutation testing takes them to be made by another test only


def written(text: str) -> Any:
    """YAML as a language server reads it: to it a date is a text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def validators() -> Any:
    import jsonschema  # takes two seconds, which only the process of these tests has to give

    return jsonschema.Draft7Validator


def faults(name: str, text: str) -> list[str]:
    validator = validators()(schema(name), format_checker=validators().FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(written(text))]


@pytest.mark.parametrize("name", DATA_FILES)
def test_schema_files_are_current(name: str) -> None:
    path = ROOT / "data" / f"{name}.schema.json"
    assert path.read_text("utf-8") == schema_text(name), "请运行 python3 scripts/dev/schema.py"
    validators().check_schema(schema(name))


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


def _named(record: type[Record], leave_out: Collection[str] = ()) -> list[str]:
    """The names of the fields that a record of changes knows."""
    fields = record.model_fields.items()
    return [title(f) for name, f in fields if name not in leave_out and not f.exclude]


def test_no_two_fields_of_a_record_have_one_name() -> None:
    """Or one of them would be missing in a change, which lists them by name."""
    for record in (Editorial, Measure, Responsible):
        names = _named(record)
        assert len(set(names)) == len(names)
    names = _named(Task, leave_out=STATED) + _named(Editorial)
    assert len(set(names)) == len(names)
    assert all(names)


def test_errors_and_hints_say_what_the_dictionary_says() -> None:
    task = next(group for group in dictionary()["items"] if group.id == "items-task")
    for field in task.fields:
        path = ("sections", 0, "items", 0, "clauses", 0, "tasks", 0, field.name)
        assert field.meaning.startswith(first_sentence("items", path))
    assert first_sentence("items", ("nothing", 3)) == ""


def test_what_the_dictionary_says_of_a_field() -> None:
    files = dictionary()
    assert {name: [group.id for group in groups] for name, groups in files.items()} == {
        "items": [
            "items", "items-notice", "items-line", "items-called", "items-leftout",
            "items-successor", "items-section", "items-item", "items-group", "items-clause", "items-task", "items-measure", "items-editorial", "items-side", "items-basis", "items-penalty", "items-responsible",
        ],
        "departments": ["departments-department"],
        "sectors": ["sectors-sector"],
        "glossary": ["glossary-term"],
        "laws": ["laws-law", "laws-article"],
        "retired": ["retired-retired"],
    }  # fmt: skip
    found = {
        f"{group.id}.{entry.name}": entry
        for groups in files.values()
        for group in groups
        for entry in group.fields
    }
    assert found["items-task.text"] == Entry(
        name="text",
        meaning="原文的一段，能单独打勾。与来文逐字一致，标点照抄。",
        required=True,
        default="",
        kind="文字",
        group="",
        words=(),
        limit="",
    )
    kinds = {
        "items-measure.kind": "固定写法",
        "items-task.measures": "列表，每条是字段组",
        "items-task.actors": "列表，每条是固定写法",
        "items-task.sectors": "列表，每条是文字",
        "items-task.editorial": "字段组",
        "items-notice.issued": "日期",
        "items-notice.year": "整数",
        "items-notice.superseded_by": "字段组",
        "items-section.untitled": "true 或 false",
    }
    assert {name: found[name].kind for name in kinds} == kinds
    assert found["items-task.measures"].group == "数字和时限"
    assert not found["items-task.measures"].required
    assert found["items-measure.kind"].words[0] == Word("deadline", "时限")
    assert found["items-notice.encoding"].words[0] == Word("utf-8", "")
    assert found["items-clause.heading_stop"].default == "："
    assert found["items-editorial.label"].limit == f"不超过 {LABEL_LENGTH} 个字"
    assert found["departments-department.slug"].limit == "小写英文字母、数字和连字符"
    assert found["departments-department.full_name"].limit == "不超过 40 个字"
    assert found["departments-department.short_name"].limit == ""


def test_places_that_no_field_stands_at() -> None:
    assert field_names("items", ("notice",))[0] == "number"
    assert field_names("items", ("notice", "number")) == []
    assert field_names("items", ("notice", "nothing")) == []
    assert node_at("items", ("notice", "number", "more")) is None
    assert node_at("glossary", (0, "meaning")) == {
        "minLength": 1,
        "maxLength": 120,
        "type": "string",
        "description": "释义。编写组所加；没有查到就不写，status 写 not-found。",
    }


@pytest.mark.slow
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
    assert site.html("data/").xpath("//article//a[@href='../data/fields/']")
