"""An extractor that kills the process of the engine that its worker belongs to, once."""

import os
import signal
from pathlib import Path
from typing import Any

from newsclean import Article
from tests.batch.poison import story


def extract(data: bytes | str, **_: Any) -> Article:
    """The first to see ``KILL`` and the path of a file that is not there."""
    text = data.decode() if isinstance(data, bytes) else data
    word, _, path = text.partition(" ")
    if word == "KILL":
        try:
            Path(path).touch(exist_ok=False)
        except FileExistsError:
            return story("killed")
        # This process was forked by a server, and that one by the engine's process.
        status = Path(f"/proc/{os.getppid()}/stat").read_text()
        os.kill(int(status.rpartition(")")[2].split()[1]), signal.SIGKILL)
    return story(text)
