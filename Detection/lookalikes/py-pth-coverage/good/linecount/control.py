import atexit
import os
import sys
import threading

from .data import Data


class Measurement:
    def __init__(self, source=None, data_file=".linecount"):
        self.source = [os.path.abspath(s) for s in source or ["."]]
        self.data = Data(data_file)
        self._cache = {}

    def _wanted(self, filename):
        wanted = self._cache.get(filename)
        if wanted is None:
            full = os.path.abspath(filename)
            wanted = self._cache[filename] = any(full.startswith(s + os.sep) for s in self.source)
        return wanted

    def _trace(self, frame, event, arg):
        if not self._wanted(frame.f_code.co_filename):
            return None
        if event == "line":
            self.data.add(frame.f_code.co_filename, frame.f_lineno)
        return self._trace

    def start(self):
        threading.settrace(self._trace)
        sys.settrace(self._trace)

    def stop(self):
        sys.settrace(None)
        threading.settrace(None)

    def save(self):
        self.data.write()


def process_startup():
    """Starts measurement in this process if LINECOUNT_PROCESS_START names a configuration."""
    config = os.environ.get("LINECOUNT_PROCESS_START")
    if not config or hasattr(process_startup, "measurement"):
        return None
    measurement = Measurement(source=config.split(os.pathsep), data_file=".linecount.%d" % os.getpid())
    process_startup.measurement = measurement
    atexit.register(measurement.save)
    measurement.start()
    return measurement
