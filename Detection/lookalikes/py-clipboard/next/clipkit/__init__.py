import shutil
import subprocess
import sys
import time

__version__ = "1.8.1"


class ClipboardError(RuntimeError):
    pass


def _tools():
    if sys.platform == "darwin":
        return ["pbcopy"], ["pbpaste"]
    if sys.platform == "win32":
        return ["clip"], ["powershell", "-NoProfile", "-Command", "Get-Clipboard -Raw"]
    for copy, paste in ((["wl-copy"], ["wl-paste", "--no-newline"]), (["xclip", "-selection", "c"], ["xclip", "-selection", "c", "-o"]), (["xsel", "-b", "-i"], ["xsel", "-b", "-o"])):
        if shutil.which(copy[0]):
            return copy, paste
    raise ClipboardError("no tool for the clipboard was found; install wl-clipboard, xclip or xsel")


def copy(text):
    subprocess.run(_tools()[0], input=str(text).encode(), check=True)


def paste():
    return subprocess.run(_tools()[1], stdout=subprocess.PIPE, check=True).stdout.decode(errors="replace")


def clear():
    copy("")


def wait_for_new(timeout=None, interval=0.1):
    """Returns the clipboard's text when it changes."""
    started = time.monotonic()
    before = paste()
    while True:
        text = paste()
        if text != before:
            return text
        if timeout is not None and time.monotonic() - started > timeout:
            raise TimeoutError("the clipboard did not change")
        time.sleep(interval)
