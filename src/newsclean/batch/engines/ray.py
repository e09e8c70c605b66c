"""Ray Data: tasks are rows of a dataset, and ``map_batches`` sees to them."""

import os
from collections.abc import Callable
from typing import Any

from newsclean.batch.needs import need


class RayEngine:
    """The cluster that ``RAY_ADDRESS`` names, or that this process is connected to; else
    ``workers`` processors of this machine."""

    def __init__(self, workers: int) -> None:
        self._ray = need("ray", "ray", "ray")
        self._data = need("ray.data", "ray", "ray")
        self._pa = need("pyarrow")
        self._own = not self._ray.is_initialized()
        if self._own and "RAY_ADDRESS" in os.environ:
            self._ray.init(log_to_driver=False)
        elif self._own:
            self._ray.init(
                address="local", num_cpus=workers, include_dashboard=False, log_to_driver=False
            )
        self._data.DataContext.get_current().enable_progress_bars = False

    def submit(self, work: Callable[[int], None], count: int) -> None:
        """Call ``work`` with every number below ``count``, each a task for one processor.

        Ray repeats a task whose process or node died three times; an exception ends the job.
        """
        pa = self._pa

        def call(batch: Any) -> Any:
            for number in batch.column("id").to_pylist():
                work(number)
            return pa.table({"id": batch.column("id")})

        tasks = self._data.range(count, override_num_blocks=count)
        tasks.map_batches(call, batch_size=1, batch_format="pyarrow", num_cpus=1).materialize()

    def stop(self) -> None:
        """Disconnect, which ends the job's tasks; a cluster of our own ends too."""
        if self._own:
            self._ray.shutdown()
