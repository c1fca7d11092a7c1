import gettext
import pathlib

LOCALES = pathlib.Path(__file__).with_name("locale")


def languages():
    return sorted(p.name for p in LOCALES.iterdir() if (p / "LC_MESSAGES").is_dir())


def translator(language):
    return gettext.translation("messages", str(LOCALES), [language], fallback=True).gettext
