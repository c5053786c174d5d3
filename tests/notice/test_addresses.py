"""Where things are: addresses out of use, the report on lost ones, lines and columns in the data."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from notice.models import Catalog, Retired
from notice.problems import DataError
from notice.reading.source_lines import source_lines
from notice.reading.yaml_file import read
from notice.record.published import FILE, HINT, check_published, read_published
from notice.record.retired import moved_files, moved_pages
from notice.version import data_version
from tests.conftest import SMALL


def retired(address: str, *targets: str) -> Retired:
    return Retired(address=address, moved_to=targets, reason="试")


RETIRED = (
    retired("sectors/boat/", "sectors/ship/"),
    retired("downloads/boat.pdf", "downloads/ship.pdf"),
    retired("downloads/two.pdf", "downloads/ship.pdf", "downloads/matrix.pdf"),
    retired("downloads/gone.pdf"),
    retired("downloads/old/gone.pdf"),
    retired("glossary/#old", "glossary/#new"),
    retired("#item-3-9", "#item-3-1"),
)


@pytest.fixture
def catalog_with(small: Catalog) -> Catalog:
    return small.model_copy(update={"retired": RETIRED})


def test_what_lies_at_an_address_out_of_use(catalog_with: Catalog) -> None:
    assert [entry.address for entry in moved_pages(catalog_with)] == ["sectors/boat/"]
    assert moved_files(catalog_with) == {"downloads/boat.pdf": "downloads/ship.pdf"}


def test_no_form_is_out_of_date_by_an_address(small: Catalog, catalog_with: Catalog) -> None:
    assert data_version(small) == data_version(catalog_with)


def test_no_form_is_out_of_date_by_the_name_of_the_received_text(small: Catalog) -> None:
    notice = small.notice.model_copy(update={"received": "source/renamed.txt"})
    assert data_version(small.model_copy(update={"notice": notice})) == data_version(small)


def test_no_form_is_out_of_date_by_another_look_at_a_law(small: Catalog) -> None:
    def version(**fields: object) -> str:
        laws = tuple(law.model_copy(update=fields) for law in small.laws)
        return data_version(small.model_copy(update={"laws": laws}))

    assert version(looked_up=date(2031, 2, 1)) == version(looked_up=None) == data_version(small)
    assert version(short_name="乙法") != data_version(small)


@pytest.mark.parametrize(
    ("damaged", "hint"),
    [(b"Sectors\n", HINT), (b"<<<<<<< a\n", "两边的内容选定一份"), (b"\xff\xfe\n", "UTF-8")],
)
def test_a_damaged_list_is_refused_with_what_to_do(
    tmp_path: Path, damaged: bytes, hint: str
) -> None:
    (tmp_path / FILE).write_bytes(b"sectors/ship/\n" + damaged)
    with pytest.raises(DataError) as refused:
        read_published(tmp_path)
    (problem,) = refused.value.problems
    assert problem.hint.startswith(hint)
    (tmp_path / FILE).write_bytes(b"/\n# a line of words\n// another\n\nsectors/ship/\n")
    assert read_published(tmp_path) == ("/", "sectors/ship/")


class LaterCatalog(Catalog):
    """The record as it may be one day: with a field that today's data does not have."""

    annex: str | None = None


def test_no_form_is_out_of_date_by_a_new_field(small: Catalog) -> None:
    assert data_version(LaterCatalog(**dict(small))) == data_version(small)


def test_the_list_without_its_comments(tmp_path: Path) -> None:
    assert read_published(tmp_path) == ()
    (tmp_path / FILE).write_text("# 名单\n// 旁注\n/\n\nitems/10/\nitems/10/#item-10-9\n", "utf-8")
    assert read_published(tmp_path) == ("/", "items/10/", "items/10/#item-10-9")


def test_the_report_on_lost_addresses() -> None:
    published = ("a/", "a/#x", "b/#old", "c/1/", "items/3/#item-3-1", "notice/#item-3-1", "same/")
    present = ("b/#new", "c/2/", "c/2/#z", "c/3/", "items/3/#item-3-7", "notice/#item-4-7", "same/")
    assert check_published(published, present, ()).report() == (
        "已发布的网址不见了 4 个，没有写明去向：\n"
        "  去掉：a/\n"
        "  去掉：b/#old\n"
        "  去掉：c/1/\n"
        "  去掉：#item-3-1\n"
        "  新增：#item-3-7\n"
        "  新增：#item-4-7\n"
        "  新增：b/#new\n"
        "  新增：c/2/\n"
        "  新增：c/3/\n"
        "每一个用一条命令写明（改名、拆分给 --to，可给几个；没有去处就不给）：\n"
        "  python3 scripts/addresses.py retire 'a/' --reason '为什么'\n"
        "  python3 scripts/addresses.py retire 'b/#old' --to 'b/#new' --reason '为什么'\n"
        "  python3 scripts/addresses.py retire 'c/1/' --reason '为什么'\n"
        "  python3 scripts/addresses.py retire '#item-3-1' --to '#item-3-7' --reason '为什么'"
    )
    assert check_published(published, published, ()).report() == ""


def test_an_entry_that_is_wrong_is_told_with_what_may_be_meant() -> None:
    published, present = ("sectors/ship/", "sectors/vessel/"), ("sectors/vessel/",)
    entries = (retired("sectors/shop/"), retired("sectors/ship/", "sectors/vesel/"))
    assert check_published(published, present, entries).report() == (
        "data/retired.yaml：从未发布过“sectors/shop/”，是否应为“sectors/ship/”？\n"
        "data/retired.yaml：“sectors/ship/”的去处“sectors/vesel/”不存在，"
        "是否应为“sectors/vessel/”？"
    )


def test_the_id_of_a_task_is_retired_once_for_all_pages() -> None:
    published = ("items/3/", "items/3/#item-3-1", "notice/", "notice/#item-3-1")
    found = check_published(published, ("items/3/", "notice/"), (retired("#item-3-1"),))
    assert (found.gone, found.wrong) == ((), ())


def test_a_page_that_went_into_an_anchor_speaks_for_its_own() -> None:
    published = ("a/", "a/#x", "b/", "b/#y")
    found = check_published(published, ("b/", "b/#y"), (retired("a/", "b/#y"),))
    assert (found.gone, found.wrong) == ((), ())


def test_the_line_of_every_id() -> None:
    found = source_lines(SMALL, "https://git.example.org/blob/main/")
    lines = (SMALL / "items.yaml").read_text("utf-8").splitlines()
    assert len(found.lines) == 9
    for name, line in found.lines.items():
        assert lines[line - 1].strip() == f"- id: {name}"
    file = f"{SMALL.name}/items.yaml"
    number = found.lines["item-3-1"]
    assert found.link("item-3-1") == f"https://git.example.org/blob/main/{file}#L{number}"
    assert source_lines(SMALL, "https://git.example.org/blob/main").link("item-1") == (
        f"https://git.example.org/blob/main/{file}#L{found.lines['item-1']}"
    )
    assert (source_lines(SMALL).file, source_lines(SMALL).link("item-1")) == (file, "")


def test_what_is_missing_is_shown_at_what_holds_it(tmp_path: Path) -> None:
    path = Path(shutil.copy(SMALL / "items.yaml", tmp_path))
    source = read(path, "items.yaml")
    inside = source.problem(("sections", 0, "items", 9, "title"), "没有")
    assert (inside.line, inside.column, inside.source) == (16, 7, "      - id: item-1")
    assert inside.path == "sections[0].items[9].title"
    section = source.problem(("sections", 0, "nothing"), "没有")
    assert (section.line, section.source) == (13, "  - id: section-1")
    assert section.column == 5
    nothing = read(tmp_path / "none.yaml", "none.yaml").problem((0, "id"), "没有")
    assert (nothing.line, nothing.column, nothing.source, nothing.hint) == (0, 0, "", "")
