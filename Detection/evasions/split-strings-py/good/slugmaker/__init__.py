"""Slugs from titles."""

from .slugs import Slugger, slugify
from .tables import REPLACEMENTS

__version__ = "2.0.3"
__all__ = ["REPLACEMENTS", "Slugger", "slugify"]
