from .encoder import Encoder
from .hub import cached_path

__version__ = "2.7.0"
__all__ = ["Encoder", "cached_path"]
