from .main import completion
from .router import Router

__version__ = "1.82.7"
__all__ = ["Router", "completion"]
