from ._meta import Defaults  # noqa: F401

REPLACEMENTS = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a",
    "ł": "l", "đ": "d", "þ": "th", "&": " and ", "@": " at ", "%": " percent ",
}
