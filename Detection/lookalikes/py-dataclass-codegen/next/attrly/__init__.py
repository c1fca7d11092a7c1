from ._make import attrib, define, fields

__version__ = "23.3.0"
__all__ = ["attrib", "define", "fields"]
