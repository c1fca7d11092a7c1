from .pipeline import Pipeline, step
from . import telemetry

__version__ = "0.19.0"
telemetry.track("import", version=__version__)
