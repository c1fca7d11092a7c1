"""The corpora as lists of cases: what is inspected, what it is compared with, and what the right answer is."""

import dataclasses
import json
import pathlib
import re
import tarfile

HOSTILE, HARMLESS = "hostile", "harmless"


@dataclasses.dataclass(frozen=True)
class Case:
    """One release, with the one before it where there is one."""

    group: str  # attacks, evasions, variants, lookalikes, benign
    name: str
    ecosystem: str
    path: str
    previous: str | None = None
    index: str | None = None  # a file with what the index says of the release

    @property
    def truth(self):
        return HARMLESS if self.group in ("lookalikes", "benign") else HOSTILE


def written(built):
    """The cases of the repository, as build.py left them."""
    built = pathlib.Path(built)
    cases = []
    for case in json.loads((built / "cases.json").read_text()):
        index = None
        if case.get("index"):
            index = built / case["group"] / case["id"] / "index.json"
            index.write_text(json.dumps(case["index"]))
        release = case.get("bad") or case.get("next")
        cases.append(
            Case(
                case["group"],
                case["id"],
                case["ecosystem"],
                str(built / release),
                str(built / case["good"]) if case.get("good") else None,
                str(index) if index else None,
            )
        )
    return cases


def numbers(version):
    return [int(part) if part.isdigit() else -1 for part in re.split(r"[.+-]", version)]


def consecutive(ecosystem, releases):
    """One case a release; each is compared with the one before it."""
    cases, before = [], None
    for name, path in releases:
        cases.append(Case("benign", name, ecosystem, str(path), before))
        before = str(path)
    return cases


def pypi(folder):
    """Of each project the newest two releases, sdist beside sdist and wheel beside wheel."""
    cases = []
    for project in sorted(pathlib.Path(folder).glob("*")):
        for suffix in (".tar.gz", ".whl"):
            files = [path for path in project.iterdir() if path.name.endswith(suffix)]
            files.sort(key=lambda path: numbers(python_version(path.name)))
            cases += consecutive("pypi", [(path.name, path) for path in files])
    return cases


def python_version(filename):
    return filename.split("-")[1] if filename.endswith(".whl") else filename[: -len(".tar.gz")].rpartition("-")[2]


def npm_upstream(folder):
    """Every tarball of a registry's folder, each beside the version before it on the same line."""
    cases = []
    lines = {}
    for path in sorted(pathlib.Path(folder).rglob("*.tgz")):
        match = re.fullmatch(r"(.+)-(\d+)\.(\d+)\.(\d+.*)\.tgz", path.name)
        if match is None:
            continue
        line = (path.parent, match[1], match[2] if match[2] != "0" else f"0.{match[3]}")
        lines.setdefault(line, []).append((numbers(f"{match[2]}.{match[3]}.{match[4]}"), path))
    for releases in lines.values():
        releases.sort()
        cases += consecutive("npm", [(path.name, path) for _, path in releases])
    return cases


def npm_bundled(npm, folder):
    """The packages that npm brings along, packed as they were."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    modules = pathlib.Path(npm) / "node_modules"
    cases = []
    for manifest in sorted([*modules.glob("*/package.json"), *modules.glob("@*/*/package.json")]):
        said = json.loads(manifest.read_text())
        target = folder / f"{said['name'].replace('/', '__')}-{said['version']}.tgz"
        if not target.exists():
            with tarfile.open(target, "w:gz") as archive:
                archive.add(manifest.parent, "package", filter=plain)
        cases.append(Case("benign", target.name, "npm", str(target)))
    return cases


def plain(entry):
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def debian(folder):
    folder = pathlib.Path(folder)
    cases = [Case("benign", path.name, "npm", str(path)) for path in sorted((folder / "npm").glob("*.tgz"))]
    return cases + [Case("benign", path.name, "gem", str(path)) for path in sorted((folder / "gem").glob("*.gem"))]
