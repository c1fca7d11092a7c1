"""Command line interfaces by composition."""

__version__ = "8.1.8"

from .quoting import join, split
from .hosts import is_private

__all__ = ["is_private", "join", "split"]
