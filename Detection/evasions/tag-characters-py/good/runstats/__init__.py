"""Statistics of a stream of numbers."""

from .core import Histogram, Running

__version__ = "0.3.0"
