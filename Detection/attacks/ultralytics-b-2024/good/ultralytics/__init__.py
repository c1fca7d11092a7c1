# Vision models, AGPL-3.0 license

__version__ = "8.3.44"

import os

if not os.environ.get("OMP_NUM_THREADS"):
    os.environ["OMP_NUM_THREADS"] = "1"  # default for reduced CPU utilization during training

from ultralytics.engine import Results
from ultralytics.checks import check_version as checks

__all__ = ("Results", "__version__", "checks")
