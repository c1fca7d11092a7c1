from . import lang_DE, lang_EN

CONVERTER_CLASSES = {"en": lang_EN.Num2Word_EN(), "de": lang_DE.Num2Word_DE()}


def num2words(number, ordinal=False, lang="en", to="cardinal", **kwargs):
    if lang not in CONVERTER_CLASSES:
        lang = lang[:2]
    if lang not in CONVERTER_CLASSES:
        raise NotImplementedError()
    converter = CONVERTER_CLASSES[lang]
    if isinstance(number, str):
        number = converter.str_to_number(number)
    if ordinal:
        to = "ordinal"
    return getattr(converter, "to_{}".format(to))(number, **kwargs)
