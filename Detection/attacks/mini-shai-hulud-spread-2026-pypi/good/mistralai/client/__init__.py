"""Client of the chat service."""

from .sdk import Mistral
from .models import ChatMessage, Usage

__all__ = ["ChatMessage", "Mistral", "Usage"]
