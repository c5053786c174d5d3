"""What the site as a whole is called, from what the notice says about itself.

Generators print both as they are, in elements and attributes of every page: so they are escaped.
"""

from __future__ import annotations

from markupsafe import escape

from notice.models import Catalog


def site_name(catalog: Catalog) -> str:
    """The site's name: 晋政发〔2024〕1号 安全生产任务清单."""
    return _inert(f"{catalog.notice.name} {catalog.notice.called.subject}任务清单")


def site_description(catalog: Catalog) -> str:
    """What search engines show: whose notice it is and what the site has."""
    notice = catalog.notice
    whose = f"{notice.issuer or ''}《{notice.title}》"
    return _inert(f"{whose}的条目、责任矩阵和清单。非官方网站，文字以通知原文为准。")


def _inert(words: str) -> str:
    return str(escape(" ".join(words.split())))
