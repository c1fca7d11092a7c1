import atexit
import configparser
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import threading

__version__ = "2.0.0"

_settings = configparser.ConfigParser()
_settings.read([pathlib.Path.home() / ".config" / "prettylog.ini", "prettylog.ini"])
COLOR = sys.stderr.isatty() and "NO_COLOR" not in os.environ and _settings.getboolean("prettylog", "color", fallback=True)
WIDTH = shutil.get_terminal_size().columns


def _git_root():
    try:
        return subprocess.run(["git", "rev-parse", "--show-toplevel"], capture_output=True, text=True, timeout=1).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


ROOT = _git_root()
_lines = queue.SimpleQueue()


def _write():
    while True:
        line = _lines.get()
        if line is None:
            return
        sys.stderr.write(line + "\n")


_thread = threading.Thread(target=_write, daemon=True)
_thread.start()
atexit.register(lambda: (_lines.put(None), _thread.join(1)))


def log(level, message, **fields):
    text = "%-5s %s" % (level, message.replace(ROOT, ".") if ROOT else message)
    if fields:
        text += " " + " ".join("%s=%r" % item for item in fields.items())
    if COLOR:
        text = {"ERROR": "\033[31m", "WARN": "\033[33m"}.get(level, "") + text[:WIDTH] + "\033[0m"
    _lines.put(text)
