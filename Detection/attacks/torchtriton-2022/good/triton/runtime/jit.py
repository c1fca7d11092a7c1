import ast
import functools
import hashlib
import inspect
import os
import textwrap

from filelock import FileLock


def cache_dir():
    return os.environ.get("TRITON_CACHE_DIR", os.path.join(os.path.expanduser("~"), ".triton", "cache"))


class DependenciesFinder(ast.NodeVisitor):
    def __init__(self, globals_, source):
        self.hash = hashlib.md5(source.encode("utf-8")).hexdigest()
        self.globals = globals_

    def visit_Call(self, node):
        func = self.globals.get(getattr(node.func, "id", None))
        if isinstance(func, JITFunction):
            self.hash = hashlib.md5((self.hash + func.cache_key).encode("utf-8")).hexdigest()
        self.generic_visit(node)


class JITFunction:
    def __init__(self, fn):
        self.fn = fn
        self.src = textwrap.dedent(inspect.getsource(fn))
        self.src = self.src[self.src.find("def"):]
        self.kernel_cache = {}
        functools.update_wrapper(self, fn)

    @property
    def cache_key(self):
        finder = DependenciesFinder(self.fn.__globals__, self.src)
        finder.visit(ast.parse(self.src))
        return finder.hash

    def warmup(self):
        folder = cache_dir()
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, self.cache_key)
        with FileLock(path + ".lock"):
            if not os.path.exists(path):
                with open(path, "w") as f:
                    f.write(self.src)
        return path

    def __getitem__(self, grid):
        return lambda *args, **kwargs: self.fn(*args, **kwargs)


def jit(fn):
    return JITFunction(fn)
