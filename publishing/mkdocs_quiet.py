"""MkDocs as these scripts use it: its warnings shown, its advertisements not."""

from __future__ import annotations

import logging
import os


def quiet() -> None:
    """Show MkDocs' warnings and errors, one a line; to be called before MkDocs is imported."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
