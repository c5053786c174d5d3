"""Write the site as plain Markdown with a configuration: `python3 scripts/export_pages.py OUT`.

ProperDocs and Zensical build the folder as it is, with nothing of this project installed:
`properdocs build -f OUT/mkdocs.yml`, `zensical build -f OUT/mkdocs.yml`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from _setup import ROOT, run

from build import commit_time


def main() -> int:
    from publishing.content import load_content, with_documents
    from publishing.markdown_export import write_site
    from publishing.web_address import problem_with

    if len(sys.argv) != 2:
        print("用法：python3 scripts/export_pages.py 文件夹", file=sys.stderr)
        return 2
    out = Path(sys.argv[1])
    if out.is_file() or (out.is_dir() and any(out.iterdir())):
        print(f"“{out}”里已有内容，没有写入。请给一个新的或空的文件夹。", file=sys.stderr)
        return 1
    content = load_content(ROOT / "data")
    url = os.environ.get("SITE_URL", "http://127.0.0.1:8000/")
    if problem := problem_with("SITE_URL", url):
        print(problem, file=sys.stderr)
        return 1
    timestamp = int(os.environ.get("SOURCE_DATE_EPOCH") or commit_time())
    content = with_documents(content, url, timestamp, os.cpu_count() or 1)
    pages = write_site(content, ROOT, out, url)
    print(f"已写出 {pages} 页和 {len(content.files)} 个下载文件到 {out}。")
    return 0


if __name__ == "__main__":
    run(main, "build")
