"""PySpark: tasks are rows of a data frame, one a partition, and ``mapInArrow`` sees to them."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

from newsclean.batch.needs import need

# Set where something has settled which cluster it is: spark-submit, a notebook, the user.
_SETTLED = ("PYSPARK_GATEWAY_PORT", "PYSPARK_SUBMIT_ARGS", "SPARK_REMOTE")
_TAG = "newsclean-batch"


class SparkEngine:
    """The cluster of the active session, or that ``PYSPARK_SUBMIT_ARGS`` names; else
    ``workers`` threads of this machine, each with a Python process."""

    def __init__(self, workers: int) -> None:
        session = need("pyspark.sql", "pyspark", "spark").SparkSession
        active = session.getActiveSession()
        builder = session.builder.appName("newsclean batch")
        if active is None and not any(name in os.environ for name in _SETTLED):
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            builder = (
                builder.master(f"local[{workers}]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
            )
        self._own = active is None
        self._session: Any = active or builder.getOrCreate()

    def submit(self, work: Callable[[int], None], count: int) -> None:
        """Call ``work`` with every number below ``count``, each a partition of its own.

        Spark repeats a task that failed, by whatever cause, until it has failed
        ``spark.task.maxFailures`` times (4; in local mode 1), and then gives up the job.
        """

        def call(batches: Iterator[Any]) -> Iterator[Any]:
            for batch in batches:
                for number in batch.column("id").to_pylist():
                    work(number)
                yield batch

        tasks = self._session.range(0, count, 1, numPartitions=count)
        self._session.addTag(_TAG)
        tasks.mapInArrow(call, "id long").collect()

    def stop(self) -> None:
        """End the job; a session of our own ends too."""
        if self._own:
            self._session.stop()
        else:
            self._session.interruptTag(_TAG)
