"""SITE_URL and REPOSITORY_URL get into every page, QR code and link: only plain addresses do."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from publishing.web_address import problem_with
from tests.conftest import SMALL, build_site


@pytest.mark.parametrize(
    "address",
    [
        "https://example.cn/safety/", "http://10.1.2.3:8080/安全生产", "http://intranet",
        "https://安全.example.cn/", "http://[::1]:8000/", "https://git.example.org/a/b/blob/main/",
    ],
)  # fmt: skip
def test_plain_addresses_are_taken(address: str) -> None:
    assert problem_with("SITE_URL", address) == ""


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://10.0.0.1/a/?x=1", "“?”或“#”"),
        ("http://10.0.0.1/a/#x", "“?”或“#”"),
        ("http://10.0.0.1/a/?", "“?”或“#”"),
        ('http://10.0.0.1/"><script>alert(1)</script>', "引号或尖括号"),
        ("http://10.0.0.1/a b/", "空格"),
        ("javascript:alert(1)//", "开头的网址"),
        ("data:text/html,x", "开头的网址"),
        ("//evil.example/", "开头的网址"),
        ("example.cn/safety/", "开头的网址"),
        ("file:///srv/site/", "开头的网址"),
        ("http://", "开头的网址"),
        ("http://example.cn:port/", "开头的网址"),
        ("http://user:secret@example.cn/", "用户名和密码"),
    ],
)
def test_others_are_refused_with_the_reason(address: str, words: str) -> None:
    found = problem_with("SITE_URL", address)
    assert words in found
    assert address in found


def test_a_build_ends_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Abort, match="REPOSITORY_URL 要是 http"):
        build_site(tmp_path, SMALL, {"repository": "javascript:alert(1)//"})
