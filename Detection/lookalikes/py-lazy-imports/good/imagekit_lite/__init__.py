import importlib
import importlib.metadata

_LAZY = {"Image": ".image", "resize": ".ops", "rotate": ".ops", "blur": ".ops"}
__all__ = sorted(_LAZY)
__version__ = "3.0.2"


def __getattr__(name):
    if name in _LAZY:
        module = importlib.import_module(_LAZY[name], __name__)
        value = getattr(module, name)
        globals()[name] = value
        return value
    raise AttributeError("module %r has no attribute %r" % (__name__, name))


def __dir__():
    return __all__


def codecs():
    found = {}
    for entry in importlib.metadata.entry_points(group="imagekit_lite.codecs"):
        found[entry.name] = entry.load()
    return found
