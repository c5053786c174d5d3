"""CONTRIBUTING.md as a part of a page of the site, so that editors read the same in both places."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import Markup

FILE = Path(__file__).resolve().parent.parent / "CONTRIBUTING.md"
# An id in a comment: unseen where the file is read as it is, an address that lasts on the site.
ID = re.compile(r"<!-- (#[a-z-]+) -->")


def contributing() -> Markup:
    """The file without its title, headings with their ids."""
    body = FILE.read_text("utf-8").partition("\n")[2]
    return Markup(ID.sub(r"{: \1 }", body).strip())  # noqa: S704 - our own Markdown
