import os

from .constants import XINFERENCE_HOME

__version__ = "2.5.0"


def _install():
    from .registry import ModelRegistry

    registry = ModelRegistry(XINFERENCE_HOME)
    registry.load_builtin()
    return registry


registry = _install()
