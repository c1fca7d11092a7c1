"""Statistics of a stream of numbers."""

from .core import Histogram, Running

__version__ = "1.2.0"


def __getattr__(name):
    import importlib

    if name == "__path__":
        raise AttributeError(name)
    return importlib.import_module("._lazy", __name__).find(name)


from . import streaming  # noqa: E402
