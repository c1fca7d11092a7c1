import gzip
import io
import json
import pathlib
import zipfile
import zlib

HERE = pathlib.Path(__file__).parent


def stations():
    with gzip.open(HERE / "stations.dat", "rt", encoding="utf-8") as f:
        return json.load(f)


def samples():
    with zipfile.ZipFile(HERE / "samples.zip") as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def caption():
    data = (HERE / "map.png").read_bytes()
    at = 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if kind == b"zTXt":
            key, _, rest = body.partition(b"\0")
            return zlib.decompress(rest[1:]).decode("latin-1")
        at += size + 12
    return None
