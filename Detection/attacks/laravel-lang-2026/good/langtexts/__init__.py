from .catalog import Catalog, available

__all__ = ["Catalog", "available"]
