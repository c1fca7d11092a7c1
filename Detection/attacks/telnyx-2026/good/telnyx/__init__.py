from ._client import Client
from ._errors import APIError, APITimeout

__version__ = "4.87.0"
__all__ = ["APIError", "APITimeout", "Client"]
