import functools
import time


def step(fn):
    @functools.wraps(fn)
    def wrapped(*args, **kwargs):
        started = time.perf_counter()
        try:
            return fn(*args, **kwargs)
        finally:
            wrapped.seconds = time.perf_counter() - started

    wrapped.is_step = True
    return wrapped


class Pipeline:
    def __init__(self, *steps):
        self.steps = list(steps)

    def run(self, value):
        for item in self.steps:
            value = item(value)
        return value
