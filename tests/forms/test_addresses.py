"""What an address means, and which pages say that one is out of use."""

from __future__ import annotations

import pytest

from forms.addresses import place, tombstones
from notice.models import Catalog, Retired

RETIRED = (
    "sectors/boat/",
    "downloads/boat.pdf",
    "downloads/gone.pdf",
    "downloads/old/gone.pdf",
    "glossary/#old",
    "#item-3-9",
)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/", ("", "")),
        ("/#home", ("", "home")),
        ("items/10/", ("items/10/", "")),
        ("glossary/#old", ("glossary/", "old")),
        ("#item-10-9", ("items/10/", "item-10-9")),
        ("downloads/matrix.pdf", ("downloads/matrix.pdf", "")),
    ],
)
def test_what_an_address_means(address: str, found: tuple[str, str]) -> None:
    assert place(address) == found


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("items/3/", ["#item-3-9"]),
        ("notice/", ["#item-3-9"]),
        ("glossary/", ["glossary/#old"]),
        ("downloads/", ["downloads/boat.pdf", "downloads/gone.pdf"]),
        ("downloads/old/", ["downloads/old/gone.pdf"]),
        ("sectors/boat/", []),
        ("sectors/", []),
    ],
)
def test_which_page_says_so(small: Catalog, page: str, told: list[str]) -> None:
    retired = tuple(Retired(address=address, reason="试") for address in RETIRED)
    changed = small.model_copy(update={"retired": retired})
    assert [entry.address for entry in tombstones(changed, page)] == told
