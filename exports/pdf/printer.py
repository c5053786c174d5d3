"""Set the forms as PDF with typst: tagged (PDF/UA-1), our own fonts, the same bytes everywhere."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import segno
import typst

from notice.models import Catalog
from notice.version import data_version

TEMPLATES = Path(__file__).parent
FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent
AUTHOR = "编写组整理，非官方文件"
PAGES = re.compile(rb"/Type/Pages\b[^>]*?/Count (\d+)")


class Printer:
    """Sets any number of documents; fonts are read once.

    A character that the fonts lack ends in `typst.TypstError`, because PDF/UA-1 forbids a glyph
    that says nothing.
    """

    def __init__(self, catalog: Catalog, site_url: str, timestamp: int) -> None:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
        )
        self._compiler = typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
        self._timestamp = timestamp
        self._site_url = site_url
        self._common = {
            "version": data_version(catalog),
            "number": catalog.notice.name,
            "year": f"　{catalog.notice.year}年度" if catalog.notice.year else "",
            "author": AUTHOR,
        }

    def set(self, template: str, address: str, values: dict[str, Any]) -> bytes:
        """A document from one of the templates. `address` is the page its code leads to."""
        link = self._site_url + address
        data = {**self._common, "link": link, "qr": _code(link), **values}
        made = self._compiler.compile(
            input=TEMPLATES / f"{template}.typ",
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=self._timestamp,
        )
        assert isinstance(made, bytes)
        return made


def page_count(pdf: bytes) -> int:
    """How many pages a document set here has."""
    found = PAGES.search(pdf)
    assert found
    return int(found[1])


def _code(link: str) -> str:
    """A QR code as SVG, without the quiet zone: the paper around it is white."""
    svg = io.BytesIO()
    segno.make(link, error="m", micro=False).save(svg, kind="svg", border=0, xmldecl=False)
    return svg.getvalue().decode("ascii")
