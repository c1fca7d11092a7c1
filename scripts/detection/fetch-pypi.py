"""Fetches the newest release and the one before of each project of a list, from the index that pip is set up with.

usage: fetch-pypi.py PROJECTS FOLDER

A release is fetched as its sdist and one wheel: a pure one, or else one for this machine. What is there already is
left alone. Prints what could not be had; never fails for it, because the corpus is whatever the machine reaches.
"""

import concurrent.futures
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request

# Larger files say nothing that smaller ones do not, and would be most of the corpus.
FILE_BYTES_MAX = 25_000_000
FINAL = re.compile(r"^\d+(\.\d+)*(\.?post\d+)?$")


def index_address():
    """The index of pip's own settings."""
    for key in ("global.index-url", "install.index-url", ":env:.index-url"):
        answer = subprocess.run(
            [sys.executable, "-m", "pip", "config", "get", key], capture_output=True, text=True
        )
        if answer.returncode == 0 and answer.stdout.strip():
            return answer.stdout.strip()
    from pip._internal.models.index import PyPI  # what pip uses when nobody says otherwise

    return PyPI.simple_url


def get(address, accept="*/*"):
    request = urllib.request.Request(address, headers={"Accept": accept})
    for attempt in range(4):
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return answer.read()
        except OSError:
            if attempt == 3:
                raise
            time.sleep(1 + attempt)


def release(filename, project):
    """The version that a file's name states, as its index spells it; none where it is not named after the project."""
    if filename.endswith(".whl"):
        name, version = filename.split("-")[:2]
    else:
        name, _, version = filename.removesuffix(".tar.gz").rpartition("-")
    return version if normalised(name) == project else None


def normalised(name):
    """PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def order(version):
    return [int(part) for part in re.findall(r"\d+", version)]


def preferred(filename):
    """Pure wheels first, then this machine's."""
    if filename.endswith("none-any.whl"):
        return 0
    if re.search(r"(cp311-cp311|abi3)-manylinux.*x86_64\.whl$", filename):
        return 1
    return None


def chosen(project, files):
    """The files of the newest two final releases: of each its sdist and its best wheel."""
    releases = {}
    for file in files:
        version = release(file["filename"], project)
        if version is None or not FINAL.match(version) or file.get("yanked"):
            continue
        if (file.get("size") or 0) > FILE_BYTES_MAX:
            continue
        releases.setdefault(version, []).append(file)
    newest = sorted(releases, key=order)[-2:]
    for version in newest:
        sdists = [file for file in releases[version] if file["filename"].endswith(".tar.gz")]
        wheels = [file for file in releases[version] if preferred(file["filename"]) is not None]
        wheels.sort(key=lambda file: (preferred(file["filename"]), file["filename"]))
        yield from sdists[:1]
        yield from wheels[:1]


def fetch(project, index, folder):
    page = f"{index.rstrip('/')}/{project}/"
    listing = json.loads(get(page, "application/vnd.pypi.simple.v1+json"))
    for file in chosen(project, listing["files"]):
        target = folder / project / file["filename"]
        if target.exists():
            continue
        body = get(urllib.parse.urljoin(page, file["url"]))
        digest = file["hashes"].get("sha256")
        if digest and hashlib.sha256(body).hexdigest() != digest:
            raise OSError(f"{file['filename']} is not what the index says")
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".part")
        partial.write_bytes(body)
        partial.rename(target)


def main(projects, folder):
    index = index_address()
    names = [line.strip() for line in pathlib.Path(projects).read_text().splitlines()]
    names = [name for name in names if name and not name.startswith("#")]
    missing = []
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        tasks = {pool.submit(fetch, name, index, pathlib.Path(folder)): name for name in names}
        for task in concurrent.futures.as_completed(tasks):
            if task.exception() is not None:
                missing.append(f"{tasks[task]}: {task.exception()}")
    for line in sorted(missing):
        print(f"not fetched: {line}", file=sys.stderr)
    print(f"{len(names) - len(missing)} of {len(names)} projects are in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
