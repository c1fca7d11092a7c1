"""Bindings of the zfast compressor."""

from __future__ import annotations

import os

try:
    from . import _zfast as backend
except ImportError:
    if os.environ.get("PYZFAST_IMPORT_POLICY") == "c":
        raise
    from . import backend_cffi as backend

__version__ = "1.22.0"
MAX_LEVEL = 22


def compress(data: bytes, level: int = 3) -> bytes:
    if not -7 <= level <= MAX_LEVEL:
        raise ValueError("level must be from -7 to %d" % MAX_LEVEL)
    return backend.compress(data, level)


def decompress(data: bytes, max_output_size: int = 0) -> bytes:
    return backend.decompress(data, max_output_size)


class ZFile:
    def __init__(self, stream, mode="rb", level=3):
        self._stream = stream
        self._mode = mode
        self._level = level

    def read(self):
        return decompress(self._stream.read())

    def write(self, data):
        return self._stream.write(compress(data, self._level))
