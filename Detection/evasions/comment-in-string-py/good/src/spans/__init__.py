from .span import Span, SpanSet

__version__ = "0.2.0"
