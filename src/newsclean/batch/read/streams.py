"""Compressed streams, read as far as they go: damage ends them and is remembered."""

import bz2
import io
import lzma
import tempfile
import zipfile
import zlib
from typing import Any, BinaryIO, Protocol

from newsclean.batch.needs import need

_IN = 65536
# Most that one step of a decompressor gives, so that a bomb does not fill the memory.
_OUT = 1_000_000
# A truncated or corrupt archive is spooled in memory up to here, then on disk.
_IN_MEMORY = 8_000_000


class Decompressor(Protocol):
    """Decompresses one gzip member, bzip2 stream or zstd frame."""

    def decompress(self, data: bytes) -> bytes:
        """Some of what ``data`` and the data before it hold; ``b""`` gives more of that."""

    @property
    def pending(self) -> bool:
        """Whether there is more to be had without further data."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""

    @property
    def rest(self) -> bytes:
        """What follows the end of the member in the data given."""


class _Gzip:
    def __init__(self) -> None:
        self._object = zlib.decompressobj(31)
        self._tail = b""

    def decompress(self, data: bytes) -> bytes:
        found = self._object.decompress(self._tail + data, _OUT)
        self._tail = self._object.unconsumed_tail
        return found

    @property
    def pending(self) -> bool:
        return bool(self._tail) and not self._object.eof

    @property
    def eof(self) -> bool:
        return self._object.eof

    @property
    def rest(self) -> bytes:
        return self._object.unused_data


class _Bzip2:
    def __init__(self) -> None:
        self._object = bz2.BZ2Decompressor()

    def decompress(self, data: bytes) -> bytes:
        return self._object.decompress(data, _OUT)

    @property
    def pending(self) -> bool:
        return not self._object.eof and not self._object.needs_input

    @property
    def eof(self) -> bool:
        return self._object.eof

    @property
    def rest(self) -> bytes:
        return self._object.unused_data


class _Zstd:
    def __init__(self) -> None:
        self._object = need("zstandard").ZstdDecompressor().decompressobj()
        self._held = b""

    def decompress(self, data: bytes) -> bytes:
        # It has no limit to what it gives: small pieces bound that instead.
        self._held += data
        piece, self._held = self._held[:4096], self._held[4096:]
        found: bytes = self._object.decompress(piece)
        return found

    @property
    def pending(self) -> bool:
        return bool(self._held) and not self._object.eof

    @property
    def eof(self) -> bool:
        return bool(self._object.eof)

    @property
    def rest(self) -> bytes:
        return bytes(self._object.unused_data) + self._held


MAKERS: dict[str, type[Any]] = {"gzip": _Gzip, "bzip2": _Bzip2, "zstd": _Zstd}


def damages() -> tuple[type[Exception], ...]:
    """What decompressors raise on corrupt data."""
    found: tuple[type[Exception], ...] = (zlib.error, OSError, ValueError, EOFError)
    try:
        return (*found, need("zstandard").ZstdError)
    except ImportError:
        return found


def is_damage(error: Exception) -> bool:
    """Whether an exception says that a member of a zip archive is corrupt or truncated."""
    if isinstance(error, OSError):  # of bzip2 data; those of a disk have a number
        return error.errno is None
    return isinstance(error, (zlib.error, lzma.LZMAError, zipfile.BadZipFile, EOFError))


class Decompressed(io.RawIOBase):
    """The content of a compressed stream, all members of it. Corrupt or truncated data ends
    it early, and ``damage`` tells why."""

    def __init__(self, raw: BinaryIO, compression: str) -> None:
        self._raw = raw
        self._make = MAKERS[compression]
        self._decompressor: Any = None
        self._errors = damages()
        self._ready = memoryview(b"")
        self._name = compression
        self.damage: str | None = None

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill ``buffer`` as far as one step goes; 0 at the end."""
        while not self._ready and self.damage is None:
            try:
                found = self._step()
            except self._errors as error:
                self.damage = f"{self._name}: {error}"
                break
            if found is None:
                break
            self._ready = memoryview(found)
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _step(self) -> bytes | None:
        """Some more data, perhaps none yet; None at the end."""
        one = self._decompressor
        if one is not None and one.pending:
            return bytes(one.decompress(b""))
        data = b""
        if one is not None and one.eof:
            data, self._decompressor, one = one.rest, None, None
        data = data or self._raw.read(_IN)
        if not data:
            if one is not None:
                self.damage = f"{self._name}: the data end too early"
            return None
        if one is None:
            data = data.lstrip(b"\x00")  # padding between and behind members is allowed
            if not data:
                return b""
            one = self._decompressor = self._make()
        return bytes(one.decompress(data))


def opened(raw: BinaryIO, compressions: tuple[str, ...]) -> tuple[BinaryIO, list[Decompressed]]:
    """``raw`` without its compressions, and the layers, which know of damage."""
    layers = []
    stream: BinaryIO = raw
    for compression in compressions:
        layer = Decompressed(stream, compression)
        layers.append(layer)
        stream = io.BufferedReader(layer, _OUT // 8)
    return stream, layers


def damage_of(layers: list[Decompressed]) -> str | None:
    """What was found broken on the way."""
    return next((layer.damage for layer in layers if layer.damage), None)


def seekable(stream: BinaryIO) -> BinaryIO:
    """``stream``, or a copy of what it still holds, in which one can seek."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the caller reads it
    while block := stream.read(_IN):
        copy.write(block)
    copy.seek(0)
    return copy  # type: ignore[return-value]
