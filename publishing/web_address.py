"""Addresses of web servers that come from outside: only plain ones are put into pages and forms."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

REFUSED = re.compile(r"""[\s"'<>\\{}|^`\x00-\x1f\x7f]""")


def problem_with(name: str, address: str) -> str:
    """What is wrong with an address, in Chinese; empty where it is plain http or https.

    Args:
        name: the setting it comes from, such as SITE_URL.
        address: https://example.cn/safety/, with or without the slash, a port, Chinese letters.
    """
    try:
        parts = urlsplit(address)
        plain = parts.scheme in {"http", "https"} and bool(parts.hostname)
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError:
        plain = False
    if not plain:
        return f"{name} 要是 http:// 或 https:// 开头的网址，现为“{address}”。"
    if parts.query or parts.fragment or "?" in address or "#" in address:
        return f"{name} 不能带“?”或“#”后面的部分，链接和二维码会坏，现为“{address}”。"
    if parts.username is not None or parts.password is not None:
        return f"{name} 不能带用户名和密码，它会印在每张表上，现为“{address}”。"
    if REFUSED.search(address):
        return f"{name} 有空格、引号或尖括号，现为“{address}”。"
    return ""
