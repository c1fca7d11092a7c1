from .__version__ import __version__
from .table import Table

__all__ = ["Table", "__version__"]
