"""Where in the data files a record is written, so that a page can lead its reader there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from notice.problems import shown
from notice.reading.source import YamlPath
from notice.reading.yaml_file import read


@dataclass(frozen=True)
class SourceLines:
    """The file of the items, the line of each id in it, and where the file can be edited.

    `repository` is what stands before a file's name in its address, or nothing.
    """

    file: str
    lines: Mapping[str, int] = field(default_factory=dict)
    repository: str = ""

    def link(self, id_: str) -> str:
        """The address of the line of an id; empty where no repository is known."""
        return f"{self.repository}{self.file}#L{self.lines[id_]}" if self.repository else ""


def source_lines(data: Path, repository: str = "") -> SourceLines:
    """The line of every section, item and task of `data/items.yaml`, which must be valid."""
    path = data / "items.yaml"
    source = read(path, shown(path, data.parent))
    lines = {
        _value(source.data, at): line for at, (line, _) in source.keys.items() if at[-1] == "id"
    }
    prefix = f"{repository.rstrip('/')}/" if repository else ""
    return SourceLines(source.file, lines, prefix)


def _value(data: object, path: YamlPath) -> str:
    for step in path:
        data = data[step]  # type: ignore[index]
    return str(data)
