__version__ = "8.3.40"

from ultralytics.models import Model

__all__ = ("Model", "__version__")
