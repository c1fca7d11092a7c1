"""Which lines of a program ran."""

from .control import Measurement, process_startup
from .data import Data

__version__ = "7.5.1"
__all__ = ["Data", "Measurement", "process_startup"]
