from .credentials import create_resolver
from .session import Session

__version__ = "1.34.101"
