"""Every link and anchor of the built site resolves, ids are unique, and nothing leaves the site.

MkDocs never checks links in HTML blocks, so the built pages are read as a browser would.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest

from tests.conftest import BASE, Site

LOADS = re.compile(r"url\(\s*['\"]?(https?:)?//|@import\s+['\"]?https?:")


@pytest.fixture(params=["site", "small_site"])
def built(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def parsed(built: Site) -> dict[str, lxml.html.HtmlElement]:
    found = sorted(built.folder.rglob("*.html"))
    return {
        p.relative_to(built.folder).as_posix(): lxml.html.fromstring(p.read_bytes()) for p in found
    }


def test_links_and_anchors_resolve(built: Site) -> None:
    files = parsed(built)
    anchors = {name: set(page.xpath("//@id")) for name, page in files.items()}
    broken = []
    for name, page in files.items():
        if name == "404.html":
            continue  # its links are absolute, for it is served at any depth
        for address in page.xpath("//@href | //@src"):
            target = _target(built.folder, name, str(address))
            if target is None:
                continue
            path, fragment = target
            lost = fragment and path in anchors and fragment not in anchors[path]
            if lost or not (built.folder / path).is_file():
                broken.append((name, address))
    assert broken == []
    assert len(files) > 20


def _target(root: Path, name: str, address: str) -> tuple[str, str] | None:
    url = urlsplit(address)
    if url.scheme or url.netloc:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(url.path)))
    if not url.path:
        path = name
    elif (root / path).is_dir():
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path, unquote(url.fragment)


def test_ids_are_unique(built: Site) -> None:
    for name, page in parsed(built).items():
        found = page.xpath("//@id")
        assert len(found) == len(set(found)), name


def test_no_request_leaves_the_site(built: Site) -> None:
    for name, page in parsed(built).items():
        loaded = page.xpath(
            "//script/@src | //img/@src | //link[not(@rel='canonical')]/@href | //iframe/@src"
        )
        outside = [a for a in loaded if urlsplit(str(a)).netloc and not str(a).startswith(BASE)]
        assert outside == [], name
        linked = [
            a for a in page.xpath("//a/@href") if urlsplit(str(a)).scheme in {"http", "https"}
        ]
        assert linked == [], name
    for sheet in built.folder.rglob("*.css"):
        assert not LOADS.search(sheet.read_text(encoding="utf-8")), sheet


def test_no_inline_handlers_of_ours(built: Site) -> None:
    for name, page in parsed(built).items():
        for element in page.xpath("//article//*"):
            assert not [a for a in element.attrib if a.startswith("on")], name
        assert not page.xpath("//article//script"), name
