from ._distutils import core

__all__ = ["core", "setup"]


def setup(**attrs):
    return core.run(attrs)
