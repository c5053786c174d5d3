"""Write what the site is built with as CycloneDX JSON: `python3 scripts/sbom.py OUT`.

Names, versions and hashes are those of requirements/build.lock; the same lock gives the same bytes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from _setup import ROOT, inside


def main() -> int:
    if len(sys.argv) != 2:
        print("用法：python3 scripts/sbom.py 文件", file=sys.stderr)
        return 2
    command = [
        Path(sys.executable).parent / "cyclonedx-py",
        *("requirements", ROOT / "requirements" / "build.lock"),
        *("--output-format", "JSON", "--output-reproducible", "--output-file", sys.argv[1]),
    ]
    return subprocess.call([str(word) for word in command])


if __name__ == "__main__":
    inside("test")
    sys.exit(main())
