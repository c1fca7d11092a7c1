from .pipeline import Pipeline, step
from . import telemetry

__version__ = "0.18.2"
telemetry.track("import", version=__version__)
