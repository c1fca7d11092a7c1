import functools
import hashlib
import os
import pickle
import time
import zlib

__version__ = "5.6.0"


class Cache:
    def __init__(self, directory=None, expire=None):
        self.directory = os.path.expanduser(directory or os.environ.get("MEMODISK_DIR", "~/.cache/memodisk"))
        self.expire = expire
        os.makedirs(self.directory, exist_ok=True)

    def _path(self, key):
        digest = hashlib.sha256(pickle.dumps(key, protocol=4)).hexdigest()
        return os.path.join(self.directory, digest[:2], digest[2:])

    def get(self, key, default=None):
        path = self._path(key)
        try:
            if self.expire and time.time() - os.path.getmtime(path) > self.expire:
                return default
            with open(path, "rb") as f:
                return pickle.loads(zlib.decompress(f.read()))
        except (OSError, EOFError, pickle.UnpicklingError):
            return default

    def set(self, key, value):
        path = self._path(key)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".tmp", "wb") as f:
            f.write(zlib.compress(pickle.dumps(value, protocol=4)))
        os.replace(path + ".tmp", path)

    def memoize(self, function):
        missing = object()

        @functools.wraps(function)
        def wrapped(*args, **kwargs):
            key = (function.__module__, function.__qualname__, args, tuple(sorted(kwargs.items())))
            value = self.get(key, missing)
            if value is missing:
                value = function(*args, **kwargs)
                self.set(key, value)
            return value

        return wrapped
