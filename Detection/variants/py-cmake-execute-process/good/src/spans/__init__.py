from .span import Span, SpanSet

__version__ = "1.3.0"
