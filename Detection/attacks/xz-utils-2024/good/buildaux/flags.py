import os
import subprocess


def for_platform(platform):
    flags = ["-O2", "-fvisibility=hidden"]
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
