"""Make Material's search find any run of Chinese characters, without a word list.

A zero-width space between Han characters turns each into a token of its own; `separator` in
mkdocs.yml splits there. Word segmentation was measured and found far less (docs-dev/adr/0003).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

HAN = "\u3400-\u9fff"
# Between two Han characters, and between one and a figure: 120万吨 is looked for as typed.
BREAK = re.compile(rf"(?<=[{HAN}])(?=[{HAN}0-9])|(?<=[0-9])(?=[{HAN}])")


def split_characters(index: Path) -> None:
    """Rewrite the search index in place; nothing happens where search is off."""
    if not index.is_file():
        return
    data = json.loads(index.read_text(encoding="utf-8"))
    for entry in data["docs"]:
        for key in ("title", "text"):
            entry[key] = BREAK.sub("\u200b", entry[key])
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    index.write_text(text, encoding="utf-8")
