from .utils import token_counter, trim_messages

__version__ = "1.82.8"
