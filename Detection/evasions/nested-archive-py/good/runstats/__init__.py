"""Statistics of a stream of numbers."""

from .core import Histogram, Running

__version__ = "1.1.0"
