"""Statistics of a stream of numbers."""

from .core import Histogram, Running

__version__ = "1.3.0"

from . import _paste  # noqa: E402,F401
