"""Put scripts/ on the path: what the maintainers' tools share with the others lies there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
