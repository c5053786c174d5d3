"""The content security policy: in the head of each page, and for the web server's header.

The policy in the pages' own head allows inline scripts by their hash; a header has to allow the
same ones, and can forbid framing as well, which a page cannot do for itself.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

SERVER_CONFIG = ".nginx/site.conf"
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
INLINE_BYTES = re.compile(INLINE.pattern.encode(), re.DOTALL)
# Nothing is loaded from elsewhere, no inline style, no handler in markup, no frame, no plug-in.
POLICY = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def add_csp(html: str) -> str:
    """The page with its policy; inline scripts are allowed by their hash and nothing else is."""
    hashes = dict.fromkeys(hash_of(script) for script in INLINE.findall(html))
    allowed = "".join(f" '{value}'" for value in hashes)
    policy = "; ".join(POLICY).format(hashes=allowed)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}', 1)


def hash_of(script: str) -> str:
    """An inline script's name in a policy: sha256-… (CSP level 2)."""
    return _hash(script.encode("utf-8"))


def _hash(script: bytes) -> str:
    digest = hashlib.sha256(script).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def nginx_site(site: Path, site_url: str) -> str:
    """Lines for nginx's `http`: $content_policy for the pages of `site`, and the 404 page.

    Styles, scripts and downloads need no policy of their own; sent with each, it is a kilobyte.

    The path of `site_url` is where the site is on its host.
    """
    hashes = {
        _hash(script)
        for page in site.rglob("*.html")
        for script in INLINE_BYTES.findall(page.read_bytes())
    }
    allowed = "".join(f" '{value}'" for value in sorted(hashes))
    policy = "; ".join((*POLICY, "frame-ancestors 'none'")).format(hashes=allowed)
    base = re.sub(r"[^\w/.~-]", "", urlsplit(site_url).path).rstrip("/")
    return (
        "# 由 scripts/build.py 生成，勿手改。\n"
        "map $sent_http_content_type $content_policy {\n"
        '    default "";\n'
        f'    "~^text/html" "{policy}";\n'
        "}\n"
        f"error_page 403 404 =404 {base}/404.html;\n"
    )
