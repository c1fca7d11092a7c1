import ctypes
import glob
import os

_here = os.path.dirname(os.path.abspath(__file__))
_found = glob.glob(os.path.join(_here, os.pardir, "pyzfast.libs", "libzfast-*"))
_lib = ctypes.CDLL(_found[0]) if _found else ctypes.CDLL("libzfast.so.1")
_lib.ZF_compressBound.restype = ctypes.c_size_t
_lib.ZF_compressBound.argtypes = [ctypes.c_size_t]


def compress(data, level):
    bound = _lib.ZF_compressBound(len(data))
    out = ctypes.create_string_buffer(bound)
    size = _lib.ZF_compress(out, bound, data, len(data), level)
    return out.raw[:size]


def decompress(data, limit):
    out = ctypes.create_string_buffer(limit or len(data) * 32)
    size = _lib.ZF_decompress(out, len(out), data, len(data))
    return out.raw[:size]
