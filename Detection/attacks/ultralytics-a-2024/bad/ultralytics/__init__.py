__version__ = "8.3.41"

from ultralytics.models import Model

__all__ = ("Model", "__version__")
