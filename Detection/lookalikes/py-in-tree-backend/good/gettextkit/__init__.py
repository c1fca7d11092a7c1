import gettext
import pathlib

LOCALES = pathlib.Path(__file__).with_name("locale")


def translator(language):
    return gettext.translation("messages", str(LOCALES), [language], fallback=True).gettext
