"""A run in a process of its own, to be killed: ``python -m tests.batch.killed SOURCE OUT``."""

import sys
from pathlib import Path

from newsclean.batch import Limits
from tests.batch.runs import batch

if __name__ == "__main__":
    batch(
        sys.argv[1],
        Path(sys.argv[2]),
        format=sys.argv[3],
        rows_per_shard=20,
        limits=Limits(workers=2, timeout=3.0, chunk=4),
    )
