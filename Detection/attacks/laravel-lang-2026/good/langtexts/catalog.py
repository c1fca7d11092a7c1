import json
from pathlib import Path

LOCALES = Path(__file__).with_name("locales")


def available():
    return sorted(path.stem for path in LOCALES.glob("*.json"))


class Catalog:
    def __init__(self, locale, fallback="en"):
        self.locale = locale
        self.texts = self._read(fallback)
        if locale != fallback:
            self.texts.update(self._read(locale))

    def _read(self, locale):
        path = LOCALES / (locale + ".json")
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def get(self, key, **values):
        text = self.texts.get(key, key)
        for name, value in values.items():
            text = text.replace(":" + name, str(value))
        return text
