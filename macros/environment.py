"""Our own Jinja environment: everything is escaped, and a name that is missing is an error.

mkdocs-macros neither escapes nor fails by default and runs Jinja found in data (see
docs-dev/adr/0002); here data is only ever a value, never a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from forms.addresses import (
    changes_page,
    department_page,
    item_page,
    law_anchor,
    place,
    sector_page,
    tombstones,
)
from forms.common import WARNING
from forms.law import mark
from forms.registry import forms_of, offered
from macros.contributing import contributing
from macros.downloads import File, by_form, parts
from macros.headings import markdown
from macros.home import figures, hard_figures
from notice import brackets, document, legal_basis, queries, terms, vocabulary, wording
from notice.checks.rules import stated
from notice.ids import short
from notice.matrix import MARKS, marks_used
from notice.models import Catalog
from notice.reading.source_lines import SourceLines
from notice.record.retired import retired_name
from notice.resolved import remark
from notice.review import is_draft, waiting
from notice.version import data_version, fingerprint

TEMPLATES = Path(__file__).parent / "templates"
LINE_BREAKS = {ord(c): " " for c in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}


def one_line(value: object) -> object:
    """A value as a template prints it: on one line, as HTML shows it anyway.

    The Markdown export is read as Markdown: a text with an empty line would end its HTML block.
    """
    if type(value) is not str or value.isprintable():  # Markup is a template's own
        return value
    return value.translate(LINE_BREAKS)


def plain_in_markdown(value: object) -> object:
    """A value as a handwritten page prints it: no character of it means anything to Markdown."""
    return markdown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class CompiledTemplates(BytecodeCache):
    """Templates compiled once for all environments of one kind: a full build has two."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template from here, if it has been compiled before."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that has just been compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()


class Links:
    """Addresses of pages as seen from one of them, so that the site works under any path.

    All are written from the root, so alike on every page as deep: those share what has links in it.
    """

    def __init__(self, address: str, *, directory_urls: bool = True) -> None:
        self._from = address
        self._root = "../" * address.count("/")
        self._file = "" if directory_urls else "index.html"

    def __call__(self, address: str, fragment: str = "") -> Markup:
        """The relative link to a page (`items/10/`), a file, or one of their anchors, escaped."""
        return escape(self._link(address, fragment))

    def _link(self, address: str, fragment: str) -> str:
        tail = f"#{fragment}" if fragment else ""
        if address == self._from and tail:
            return tail
        path = self._root + address
        if address.endswith("/") or not address:
            path = path + self._file or "./"
        return path + tail


def shared_by_depth() -> Callable[..., str]:
    """A function for templates that makes a piece of many pages once for all that are as deep.

    It takes the page's address, a key that tells the piece from all others, the macro and what the
    macro is given; nothing in the piece may depend on anything but the key and the depth, so it
    has no link to an anchor of the page it stands on, or the key says whether it has.
    """
    made: dict[tuple[object, ...], str] = {}

    def shared(here: str, key: tuple[object, ...], macro: Macro, *values: object) -> str:
        place = (here.count("/"), macro.name, *key)
        if place not in made:
            made[place] = macro(*values)
        return made[place]

    return shared


def environment(
    catalog: Catalog, files: Iterable[File] = (), source_lines: SourceLines | None = None
) -> Environment:
    """The environment that every page and every form is rendered in.

    `files` are to take away; `source_lines` says where in the data an item is, for editors.
    """
    by_name = by_form(files)
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=one_line,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=COMPILED,
    )
    env.filters["md"] = markdown
    env.filters["short"] = short
    env.filters["numeral"] = wording.numeral
    env.filters["chinese_date"] = wording.chinese_date
    env.globals.update(
        catalog=catalog,
        data_version=data_version(catalog),
        sectors_by_slug={sector.slug: sector for sector in catalog.sectors},
        parties_by_name={party.short_name: party for party in catalog.departments},
        segments=cache(lambda text: terms.segments(text, catalog.glossary)),
        wording=wording,
        document=document,
        brackets=brackets,
        deadlines=queries.deadlines,
        figures=lambda: figures(catalog),
        hard_figures=lambda: hard_figures(catalog),
        words=vocabulary,
        form_kinds=offered(catalog),
        form_warning=WARNING,
        forms_of=partial(forms_of, catalog),
        MARKS=MARKS,
        marks_used=marks_used(catalog),
        fingerprint=cache(fingerprint),  # a task is on up to forty forms
        remark=remark(catalog),
        legal=legal_basis,
        laws=legal_basis.laws_by_name(catalog),
        law_anchor=law_anchor,
        law_mark=mark,
        RULES=stated(catalog.notice.rules),
        waiting=cache(waiting) if is_draft(catalog) else lambda _: (),
        shared=shared_by_depth(),
        place=place,
        item_page=item_page,
        sector_page=sector_page,
        department_page=department_page,
        changes_page=changes_page,
        retired_name=retired_name,
        tombstones=tombstones,
        source_lines=source_lines,
        contributing=contributing(),
        downloads=by_name,
        files_here={file.address for files in by_name.values() for file in files},
        download_parts=parts(catalog, by_name),
    )
    return env
