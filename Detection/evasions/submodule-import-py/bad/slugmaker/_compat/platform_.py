import unicodedata

from . import _probe

unicode_version = unicodedata.unidata_version
