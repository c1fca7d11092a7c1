import ast
import ctypes
import mmap
import platform
import struct

__version__ = "0.2.0"


class Unsupported(ValueError):
    pass


def _emit(node, out):
    if isinstance(node, ast.Expression):
        _emit(node.body, out)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        out += b"\x48\xb8" + struct.pack("<q", node.value) + b"\x50"
    elif isinstance(node, ast.Name) and node.id == "x":
        out += b"\x57"
    elif isinstance(node, ast.BinOp):
        _emit(node.left, out)
        _emit(node.right, out)
        out += b"\x59\x58"
        if isinstance(node.op, ast.Add):
            out += b"\x48\x01\xc8"
        elif isinstance(node.op, ast.Sub):
            out += b"\x48\x29\xc8"
        elif isinstance(node.op, ast.Mult):
            out += b"\x48\x0f\xaf\xc1"
        else:
            raise Unsupported(type(node.op).__name__)
        out += b"\x50"
    else:
        raise Unsupported(type(node).__name__)


def compile_expression(text):
    """A function of one integer, from an expression in x."""
    tree = ast.parse(text, mode="eval")
    if platform.machine() not in ("x86_64", "AMD64"):
        code = compile(tree, "<tinyjit>", "eval")
        return lambda x: eval(code, {"__builtins__": {}}, {"x": x})
    out = bytearray()
    _emit(tree, out)
    out += b"\x58\xc3"
    page = mmap.mmap(-1, len(out), prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes(out))
    function = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    function.page = page
    return function
