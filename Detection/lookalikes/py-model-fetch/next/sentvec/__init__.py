from .encoder import Encoder
from .hub import cached_path

__version__ = "2.7.1"
__all__ = ["Encoder", "cached_path"]
