"""Imported once by the process that workers are forked from, where rows go to Arrow.

pyarrow imports NumPy and, at the first conversion, pandas if it is installed, whether it is
needed or not: 45 MB and half a second, which workers share instead of having them each.
"""

import os

# NumPy's linear algebra starts a thread for each processor. Nothing here needs them, their
# stacks count against a worker's memory, and a process that forks should have none. (One of
# pyarrow's allocator remains, which sees to forks by itself.)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from newsclean.batch.document import Outcome, Status
from newsclean.batch.sink.parquet import pack

pack([Outcome("", Status.EMPTY)])
