import re
import shlex

_UNSAFE = re.compile(r"[^\w@%+=:,./-]", re.ASCII)


def quote(text):
    if not text:
        return "''"
    return text if not _UNSAFE.search(text) else "'" + text.replace("'", "'\"'\"'") + "'"


def join(parts):
    return " ".join(quote(part) for part in parts)


def split(text):
    return shlex.split(text)


def strip_invisible(text):
    return re.sub("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f]", "", text)
