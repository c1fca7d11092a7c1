from .catalog import Catalog, available
from . import helpers

__all__ = ["Catalog", "available"]
