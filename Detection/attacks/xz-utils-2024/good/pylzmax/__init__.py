import lzma

from ._lzmax import crc

MAGIC = b"\xfd7zXZ\x00"


def is_xz(data):
    return data[:6] == MAGIC


def decompress(data, memlimit=None):
    if not is_xz(data):
        raise ValueError("this is no .xz stream")
    return lzma.decompress(data, memlimit=memlimit)
