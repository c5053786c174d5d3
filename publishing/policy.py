"""The last hand on a rendered page: two of the theme's slips mended, and a content security policy.

Only what the theme writes is touched, never the notice's words.
"""

from __future__ import annotations

import base64
import hashlib
import re

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
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


def postprocess(html: str) -> str:
    """A page as it is written to disk."""
    return add_csp(fix_theme_html(html))


def fix_theme_html(html: str) -> str:
    """Valid HTML where the theme's is not (checked with the Nu HTML checker)."""
    html = re.sub(r'(<input class="md-toggle"[^>]*?) autocomplete="off"', r"\1", html)
    if 'id="__toc"' not in html:  # pages outside the navigation have the label, not what it is for
        html = html.replace(' for="__toc"', "")
    return html


def add_csp(html: str) -> str:
    """The page with its policy; inline scripts are allowed by their hash and nothing else is."""
    hashes = dict.fromkeys(hash_of(script) for script in INLINE.findall(html))
    allowed = "".join(f" '{value}'" for value in hashes)
    policy = "; ".join(POLICY).format(hashes=allowed)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}', 1)


def hash_of(script: str) -> str:
    """An inline script's name in a policy: sha256-… (CSP level 2)."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
