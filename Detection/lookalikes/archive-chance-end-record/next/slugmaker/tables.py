REPLACEMENTS = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a",
    "ł": "l", "đ": "d", "þ": "th", "&": " and ", "@": " at ", "%": " percent ",
}


def frequencies():
    import pathlib

    return pathlib.Path(__file__).with_name("frequencies.bin").read_bytes()
