try:
    from ._impl import distance
except ImportError:
    from ._slow import distance

__all__ = ["distance", "ratio"]


def ratio(a, b):
    """How alike two strings are, from 0 to 1."""
    longest = max(len(a), len(b))
    return 1.0 if longest == 0 else 1.0 - distance(a, b) / longest
