"""Training loops without boilerplate."""
import logging

_logger = logging.getLogger("lightning")
_logger.addHandler(logging.StreamHandler())
_logger.setLevel(logging.INFO)

from lightning.trainer import Trainer
from lightning.module import LightningModule

__version__ = "2.6.1"
__all__ = ["LightningModule", "Trainer"]
