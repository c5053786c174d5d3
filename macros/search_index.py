"""Make Material's search find any run of Chinese characters, without a word list.

A zero-width space between Han characters turns each into a token of its own; `separator` in
mkdocs.yml splits there. Word segmentation was measured and found far less (docs-dev/adr/0003).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

HAN = re.compile(r"(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])")


def split_characters(index: Path) -> None:
    """Rewrite the search index in place; nothing happens where search is off."""
    if not index.is_file():
        return
    data = json.loads(index.read_text(encoding="utf-8"))
    for entry in data["docs"]:
        for key in ("title", "text"):
            entry[key] = HAN.sub("\u200b", entry[key])
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    index.write_text(text, encoding="utf-8")
