"""Models are fetched once and checked by digest."""

import hashlib
import os
import shutil
import tempfile
import urllib.request
from pathlib import Path

MODELS = {
    "small": ("https://models.example.invalid/sentvec/small-v2.npz", "ca0df2c95aa144c1d0ff2ff3c8f967fdc1de9ef0c4120b3726416701b519d619"),
    "base": ("https://models.example.invalid/sentvec/base-v2.npz", "29c1b289e7522195b362e44f54e05470b69ad20540ab60a18a05e5bf6951f13d"),
}


class DigestMismatch(RuntimeError):
    pass


def cache_dir():
    root = os.environ.get("SENTVEC_HOME")
    if root:
        return Path(root)
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "sentvec"


def _digest(path):
    sha = hashlib.sha256()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            sha.update(block)
    return sha.hexdigest()


def cached_path(name, progress=None):
    url, expected = MODELS[name]
    target = cache_dir() / url.rsplit("/", 1)[1]
    if target.exists() and _digest(target) == expected:
        return target
    if os.environ.get("SENTVEC_OFFLINE"):
        raise RuntimeError("the model is not in the cache and SENTVEC_OFFLINE is set")
    target.parent.mkdir(parents=True, exist_ok=True)
    request = urllib.request.Request(url, headers={"User-Agent": "sentvec"})
    token = os.environ.get("SENTVEC_TOKEN")
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as out:
        with urllib.request.urlopen(request) as answer:
            while True:
                block = answer.read(1 << 16)
                if not block:
                    break
                out.write(block)
                if progress:
                    progress(len(block))
    if _digest(out.name) != expected:
        os.unlink(out.name)
        raise DigestMismatch("%s does not have the expected digest" % url)
    shutil.move(out.name, target)
    return target
