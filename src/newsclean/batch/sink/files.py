"""Shards that are files: written under a temporary name, then renamed."""

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from newsclean.batch.worker import Pack


class FileShard:
    """A shard whose packed rows are appended to a file as they are."""

    def __init__(self, final: Path, temporary: Path) -> None:
        self._final = final
        self.path = temporary / f"{final.name}.part"
        self._file: BinaryIO = self.path.open("wb")

    def write(self, data: bytes) -> None:
        """Append rows."""
        self._file.write(data)

    def finish(self) -> int:
        """Everything on disk, under the temporary name; the size in bytes."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return self.path.stat().st_size

    def publish(self) -> None:
        """Rename it, within one file system: atomic."""
        self.path.replace(self._final)
        sync_directory(self._final.parent)

    def drop(self) -> None:
        """Remove the temporary file."""
        with contextlib.suppress(OSError):  # what is not yet written may not fit on the disk
            self._file.close()
        self.path.unlink(missing_ok=True)


class FileSink:
    """A directory of shards that are files."""

    pack: Pack
    warm: tuple[str, ...] = ()
    suffix = ""

    def __init__(self, out: Path, temporary: Path) -> None:
        self.out, self.temporary = out, temporary

    def path(self, name: str) -> Path:
        """The file of a shard."""
        return self.out / (name + self.suffix)

    def has(self, name: str, size: int) -> bool:
        """Whether the shard is there in its size."""
        try:
            return self.path(name).stat().st_size == size
        except FileNotFoundError:
            return False

    def remove(self, name: str) -> None:
        """Remove the shard if it is there."""
        self.path(name).unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing is held open."""


def sync_directory(path: Path) -> None:
    """Make renames in a directory survive a power failure, where the system can."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
