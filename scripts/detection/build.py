#!/usr/bin/env python3
"""Builds the artefacts of Detection/ from their case folders: build.py CORPUS OUTPUT [ID ...]

CORPUS holds attacks/, evasions/, lookalikes/ and variants/, each with folders ID/case.json, good/ and bad/ (look-alikes:
next/), where the second is laid over the first. OUTPUT gets GROUP/ID/ARTEFACT for both versions and cases.json, the list
of what was built. The same input gives the same bytes. See Detection/README.md for the keys of case.json.

"good" may be null: the package has no earlier version and only the bad one is built.
"generated" makes files with makers.py before the overlay is read: {"in": "good"|"bad"|"next", "path": ..., "maker": NAME
or a list of NAMEs and {"name": NAME, option: ...} applied one after another, "from": a file of the case folder, "bytes",
"seed", any option of the maker}. With "place": "append" or "prepend" the made bytes join the file that is there, and with
"at": "TEXT" they stand in for that text of it. "count" makes so many files, numbered in the {} of "path".
"metadata" is for the containers of wheels, sdists and gems; "metadata_good", "metadata_bad" and "metadata_next" change it
for one version.
"archive" spoils the second version's archive so that readers disagree about it; see ambiguity.py.
"""

import concurrent.futures
import json
import pathlib
import re
import sys

import ambiguity
import containers
import makers

GROUPS = {"attacks": "bad", "evasions": "bad", "variants": "bad", "lookalikes": "next"}
WORTH_PROCESSES = 8  # as many cases are built side by side


class BadCase(Exception):
    """A case folder that cannot be built; the text says which and why."""


def read_tree(folder):
    """The files under a folder as {path: (bytes, executable)}."""
    files = {}
    if not folder.is_dir():
        return files
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise BadCase(f"{path}: links are not supported")
        if path.is_file():
            executable = bool(path.stat().st_mode & 0o100)
            files[path.relative_to(folder).as_posix()] = (path.read_bytes(), executable)
    return files


def generate(case_folder, side, entries, files):
    """Adds the made files of one side to `files`."""
    for entry in entries:
        if entry["in"] != side:
            continue
        source = (case_folder / entry["from"]).read_bytes() if "from" in entry else b""
        if "count" in entry:  # many files of one kind; "path" holds {} for the number
            for number in range(entry["count"]):
                made = makers.make(entry["maker"], source, {**entry, "seed": entry.get("seed", 1) + number})
                files[entry["path"].format(number)] = (made, False)
            continue
        made = makers.make(entry["maker"], source, entry)
        path = entry["path"]
        there, executable = files.get(path, (b"", entry.get("executable", False)))
        if "at" in entry:
            mark = entry["at"].encode()
            if there.count(mark) != 1:
                raise BadCase(f"{case_folder.name}: {path} must hold {entry['at']!r} once")
            made = there.replace(mark, made)
        elif entry.get("place") == "append":
            made = there + made
        elif entry.get("place") == "prepend":
            made = made + there
        files[path] = (made, entry.get("executable", executable))


def sides(case_folder, case, second):
    """The files of the first and of the second version."""
    entries = case.get("generated", [])
    good = read_tree(case_folder / "good")
    generate(case_folder, "good", entries, good)
    bad = dict(good)
    for path in case.get("removed", []):
        if path not in bad:
            raise BadCase(f"{case_folder.name}: removed path {path} is not in good")
        del bad[path]
    bad.update(read_tree(case_folder / second))
    generate(case_folder, second, entries, bad)
    return good, bad


def set_version(case_id, files, name, version):
    """Writes name-checked, versioned package.json text: the first "version" is replaced, the rest stays as typed."""
    if "package.json" not in files:
        raise BadCase(f"{case_id}: no package.json")
    content, executable = files["package.json"]
    text = content.decode("utf-8")
    changed, count = re.subn(r'("version"\s*:\s*)"[^"]*"', lambda m: f'{m[1]}"{version}"', text, count=1)
    if count != 1:
        raise BadCase(f"{case_id}: package.json has no version")
    if f'"{name}"' not in text:
        raise BadCase(f"{case_id}: package.json does not name {name}")
    files["package.json"] = (changed.encode("utf-8"), executable)


def build_version(case_folder, case, files, version, side):
    """The file name and bytes of one version."""
    name, form = case["name"], case["form"]
    metadata = {**case.get("metadata", {}), **case.get(f"metadata_{side}", {})}
    if form == "tgz":
        files = dict(files)
        set_version(case_folder.name, files, name, version)
        return containers.tgz(name, version, files)
    if form == "wheel":
        return containers.wheel(name, version, files, metadata)
    if form == "sdist":
        return containers.sdist(name, version, files, metadata)
    if form == "gem":
        return containers.gem(name, version, files, metadata)
    raise BadCase(f"{case_folder.name}: unknown form {form}")


def build_case(group, case_folder, output):
    """Builds one case and returns its row of cases.json."""
    second = GROUPS[group]
    case = json.loads((case_folder / "case.json").read_text("utf-8"))
    good_files, bad_files = sides(case_folder, case, second)
    target = output / group / case_folder.name
    target.mkdir(parents=True, exist_ok=True)
    row = {"group": group, "id": case_folder.name}
    for key in ("ecosystem", "form", "family", "name", "row", "signals", "index", "index_good"):
        row[key] = case.get(key)
    written = set()
    for side, files in (("good", good_files), (second, bad_files)):
        version = case[side]
        row[f"{side}_version"] = version
        if version is None:
            row[side] = None
            continue
        file_name, content = build_version(case_folder, case, files, version, side)
        if side == second and "archive" in case:
            given = (case_folder / case["archive"]["from"]).read_bytes() if "from" in case["archive"] else b""
            content = ambiguity.spoil(case["form"], case["archive"], given, content)
        relative = pathlib.PurePosixPath(group, case_folder.name, file_name)
        if file_name in written:  # the same version uploaded again
            relative = pathlib.PurePosixPath(group, case_folder.name, side, file_name)
        written.add(file_name)
        path = output / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        row[side] = str(relative)
    return row


def build_one(job):
    """Builds one case; what goes wrong says in which."""
    group, case_folder, output = job
    try:
        return build_case(group, case_folder, output)
    except (KeyError, ValueError, OSError) as error:
        raise BadCase(f"{group}/{case_folder.name}: {error!r}") from error


def build(corpus, output, wanted=()):
    """Builds all cases, or the wanted ones, and writes cases.json."""
    jobs = [
        (group, case_file.parent, output)
        for group in GROUPS
        for case_file in sorted((corpus / group).glob("*/case.json"))
        if not wanted or case_file.parent.name in wanted
    ]
    left = set(wanted) - {case_folder.name for _, case_folder, _ in jobs}
    if left:
        raise BadCase(f"no such case: {', '.join(sorted(left))}")
    if len(jobs) < WORTH_PROCESSES:
        rows = [build_one(job) for job in jobs]
    else:
        with concurrent.futures.ProcessPoolExecutor() as pool:
            rows = list(pool.map(build_one, jobs))
    output.mkdir(parents=True, exist_ok=True)
    (output / "cases.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return rows


def main(arguments):
    if len(arguments) < 2:
        print("usage: build.py CORPUS OUTPUT [ID ...]", file=sys.stderr)
        return 2
    try:
        rows = build(pathlib.Path(arguments[0]), pathlib.Path(arguments[1]), arguments[2:])
    except BadCase as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    print(f"{len(rows)} cases in {arguments[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
