import re
import unicodedata

from .tables import REPLACEMENTS

_DASHES = re.compile(r"-{2,}")


def _ascii(text):
    for source, target in REPLACEMENTS.items():
        text = text.replace(source, target)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")


def slugify(text, max_length=0, separator="-", stopwords=()):
    words = re.split(r"[^a-z0-9]+", _ascii(text).lower())
    words = [w for w in words if w and w not in stopwords]
    slug = "-".join(words)
    if max_length:
        while len(slug) > max_length and "-" in slug:
            slug = slug.rsplit("-", 1)[0]
        slug = slug[:max_length]
    return _DASHES.sub("-", slug).replace("-", separator)


class Slugger:
    """Gives each text a slug that it has not given before."""

    def __init__(self, **options):
        self.options = options
        self.seen = {}

    def __call__(self, text):
        slug = slugify(text, **self.options)
        count = self.seen.get(slug, 0)
        self.seen[slug] = count + 1
        return slug if count == 0 else "%s-%d" % (slug, count)
