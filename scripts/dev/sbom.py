"""Write what the site is built with as CycloneDX JSON: `python3 scripts/dev/sbom.py OUT`.

Names, versions and hashes are those of requirements/build.lock; the same lock gives the same bytes.
A serial number made from the lock is put in: GitHub's attestation takes no list without one, and
cyclonedx-py leaves it out where the output is to be the same each time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from pathlib import Path

import _path  # noqa: F401 - finds what follows
from _setup import ROOT, inside


def main() -> int:
    if len(sys.argv) != 2:
        print("用法：python3 scripts/dev/sbom.py 文件", file=sys.stderr)
        return 2
    lock, target = ROOT / "requirements" / "build.lock", Path(sys.argv[1])
    command = [
        Path(sys.executable).parent / "cyclonedx-py",
        *("requirements", lock),
        *("--output-format", "JSON", "--output-reproducible", "--output-file", target),
    ]
    if code := subprocess.call([str(word) for word in command]):
        return code
    listed = json.loads(target.read_text("utf-8"))
    listed["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, lock.read_text('utf-8'))}"
    target.write_text(json.dumps(listed, indent=2) + "\n", "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    inside("test")
    sys.exit(main())
