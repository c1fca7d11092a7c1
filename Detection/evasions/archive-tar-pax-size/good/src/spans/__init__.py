from .span import Span, SpanSet

__version__ = "1.2.0"
