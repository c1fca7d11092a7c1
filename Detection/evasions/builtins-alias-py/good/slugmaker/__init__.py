"""Slugs from titles."""

from .slugs import Slugger, slugify
from .tables import REPLACEMENTS

__version__ = "0.4.0"
__all__ = ["REPLACEMENTS", "Slugger", "slugify"]
