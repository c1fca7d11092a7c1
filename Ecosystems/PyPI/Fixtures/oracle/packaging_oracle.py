"""Answers questions about versions, clauses and file names with the `packaging` library, for the tests beside us.

Reads one JSON object from standard input and writes one to standard output.
"""

import json
import sys

try:
    import packaging
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.utils import (
        InvalidSdistFilename,
        InvalidWheelFilename,
        parse_sdist_filename,
        parse_wheel_filename,
    )
    from packaging.version import InvalidVersion, Version
except ImportError:
    json.dump({"library": ""}, sys.stdout)
    sys.exit(0)


def version_of(text):
    try:
        return Version(text)
    except InvalidVersion:
        return None


def ranks_of(versions):
    known = sorted({version for version in versions if version is not None})
    position = {version: rank for rank, version in enumerate(known)}
    return [None if version is None else position[version] for version in versions]


def clauses_of(text):
    try:
        return SpecifierSet(text)
    except InvalidSpecifier:
        return None


def bits(clauses, versions):
    """One letter a version: satisfied at all; and by the default rule for pre-releases over the whole list."""
    if clauses is None:
        return None
    chosen = set(map(id, clauses.filter(versions)))
    every = "".join("1" if clauses.contains(version, prereleases=True) else "0" for version in versions)
    default = "".join("1" if id(version) in chosen else "0" for version in versions)
    return [every, default]


def file_version(name):
    try:
        if name.endswith(".whl"):
            return str(parse_wheel_filename(name)[1])
        return str(parse_sdist_filename(name)[1])
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None


question = json.load(sys.stdin)
versions = [version_of(text) for text in question.get("versions", [])]
candidates = [version_of(text) for text in question.get("candidates", [])]
json.dump(
    {
        "library": packaging.__version__,
        "normal": [None if version is None else str(version) for version in versions],
        "ranks": ranks_of(versions),
        "prerelease": [version is not None and version.is_prerelease for version in versions],
        "matches": [bits(clauses_of(text), candidates) for text in question.get("clauses", [])],
        "files": [file_version(name) for name in question.get("files", [])],
    },
    sys.stdout,
)
