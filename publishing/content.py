"""What a site is built from: the data, and the files to take away that are made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from exports.downloads import Download, documents, lists
from exports.offline_bundle import belongs
from notice.catalog import load_catalog
from notice.checks.review import refuse_unreviewed
from notice.models import Catalog
from notice.record.retired import moved_files


@dataclass(frozen=True)
class Content:
    """The same for the online site and the offline one, which are both built from it."""

    catalog: Catalog
    files: tuple[Download, ...]

    def for_folder(self) -> Content:
        """The content of the site that is opened from a folder."""
        return replace(self, files=tuple(file for file in self.files if belongs(file)))

    def with_file(self, file: Download) -> Content:
        """The content with one more file to take away."""
        return replace(self, files=(*self.files, file))

    def by_address(self) -> dict[str, bytes]:
        """What is in each file, by address; a moved file with one successor has its content."""
        contents = {file.address: file.content for file in self.files}
        moved = moved_files(self.catalog).items()
        return contents | {old: contents[new] for old, new in moved if new in contents}


def load_content(data: Path, *, draft: bool = False) -> Content:
    """The data and the lists made of it; raises DataError with everything that is wrong.

    With `draft` the data may have fields that nobody has reviewed yet.
    """
    catalog = load_catalog(data)
    if not draft:
        refuse_unreviewed(catalog, data)
    return Content(catalog, lists(catalog))


def with_documents(content: Content, site_url: str, timestamp: int, processes: int = 1) -> Content:
    """The content with PDFs and workbooks as well, see `exports.downloads.documents`."""
    made = documents(content.catalog, site_url, timestamp, processes)
    return replace(content, files=content.files + made)
