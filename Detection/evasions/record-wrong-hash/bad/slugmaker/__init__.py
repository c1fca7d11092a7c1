"""Slugs from titles."""

from .slugs import Slugger, slugify
from .tables import REPLACEMENTS

__version__ = "1.1.1"
__all__ = ["REPLACEMENTS", "Slugger", "slugify"]
