from .span import Span, SpanSet

__version__ = "1.0.0"
