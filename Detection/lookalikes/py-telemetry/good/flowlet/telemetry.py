import atexit
import json
import os
import platform
import queue
import threading
import urllib.request
import uuid
from pathlib import Path

ENDPOINT = "https://telemetry.example.invalid/v1/events"
_events = queue.Queue()
_worker = None


def enabled():
    if os.getenv("DO_NOT_TRACK", "").lower() in ("1", "true"):
        return False
    return os.getenv("FLOWLET_TELEMETRY", "on").lower() not in ("0", "off", "false")


def _user_id():
    path = Path.home() / ".config" / "flowlet" / "id"
    try:
        return path.read_text()
    except OSError:
        value = str(uuid.uuid4())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(value)
        except OSError:
            pass
        return value


def _properties():
    return {
        "os": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "ci": bool(os.getenv("CI")),
        "docker": os.path.exists("/.dockerenv"),
    }


def _send():
    while True:
        name, properties = _events.get()
        body = json.dumps({"id": _user_id(), "event": name, "properties": {**_properties(), **properties}}).encode()
        request = urllib.request.Request(ENDPOINT, data=body, headers={"Content-Type": "application/json"})
        try:
            urllib.request.urlopen(request, timeout=2).close()
        except OSError:
            pass
        _events.task_done()


def track(name, **properties):
    global _worker
    if not enabled():
        return
    if _worker is None:
        _worker = threading.Thread(target=_send, daemon=True, name="flowlet-telemetry")
        _worker.start()
    _events.put((name, properties))


@atexit.register
def _flush():
    if _worker is not None and not _events.empty():
        _worker.join(timeout=1)
