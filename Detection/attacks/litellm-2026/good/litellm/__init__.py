from .main import completion
from .router import Router

__version__ = "1.82.6"
__all__ = ["Router", "completion"]
