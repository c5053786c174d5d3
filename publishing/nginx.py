"""What a web server must know of the site it serves, made at each build (see deploy/nginx.conf).

The policy in the pages' own head allows inline scripts by their hash; a header has to allow the
same ones, and can forbid framing as well, which a page cannot do for itself.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from publishing.policy import INLINE, POLICY, hash_of

SERVER_CONFIG = ".nginx/site.conf"


def nginx_site(site: Path, site_url: str) -> str:
    """Lines for nginx's `http`: $content_policy for the pages of `site`, and the 404 page.

    Styles, scripts and downloads need no policy of their own; sent with each, it is a kilobyte.

    The path of `site_url` is where the site stands on its host.
    """
    hashes = {
        hash_of(script)
        for page in site.rglob("*.html")
        for script in INLINE.findall(page.read_text("utf-8"))
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
