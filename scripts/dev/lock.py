"""Write the hashed locks again from `requirements/*.in`: `python3 scripts/dev/lock.py`.

Needs `uv` on the PATH (`pip install uv`): it resolves for every platform and Python at once.
"""

from __future__ import annotations

import subprocess
import sys

import _path  # noqa: F401 - finds what follows
from _setup import ROOT

OPTIONS = ["--universal", "--python-version=3.11", "--generate-hashes", "--quiet"]
# No registry's address in the lock: the same file serves mirrors.
OPTIONS += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
# What the tests need agrees with the build.
LOCKS = {
    "build": [],
    "draft": ["--constraint=requirements/build.lock"],
    "test": ["--constraint=requirements/build.lock"],
    "audit": [],
}


def main() -> int:
    for name, constraint in LOCKS.items():
        target = f"requirements/{name}.lock"
        command = ["uv", "pip", "compile", f"requirements/{name}.in", f"--output-file={target}"]
        if code := subprocess.call([*command, *OPTIONS, *constraint], cwd=ROOT):
            return code
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
