"""Turns Debian's packages of JavaScript and Ruby libraries into npm tarballs and gems.

usage: fetch-debian.py FOLDER

Downloads `node-*` and `ruby-*` with apt-get into FOLDER/debs (what is there already is left alone), unpacks them, and
packs what they install the way its ecosystem would: FOLDER/npm/NAME-VERSION.tgz, FOLDER/gem/NAME-VERSION.gem.
"""

import gzip
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

DEB_BYTES_MAX = 8_000_000


def package_names():
    answer = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=True)
    return sorted(name for name in answer.stdout.split() if name.startswith(("node-", "ruby-")))


def sizes(names):
    answer = subprocess.run(
        ["apt-cache", "--no-all-versions", "show", *names], capture_output=True, text=True, check=False
    )
    found, name = {}, None
    for line in answer.stdout.splitlines():
        if line.startswith("Package: "):
            name = line[9:]
        elif line.startswith("Size: ") and name:
            found[name] = int(line[6:])
    return found


def download(folder):
    folder.mkdir(parents=True, exist_ok=True)
    have = {path.name.split("_")[0] for path in folder.glob("*.deb")}
    names = [name for name in package_names() if name not in have]
    small = [name for name, size in sizes(names).items() if size <= DEB_BYTES_MAX] if names else []
    for start in range(0, len(small), 50):
        subprocess.run(
            ["apt-get", "download", "-qq", *small[start : start + 50]], cwd=folder, check=False, capture_output=True
        )


def add(archive, name, data, mode=0o644):
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(data), mode
    archive.addfile(entry, io.BytesIO(data))


def tree(root, leave=()):
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and not any(path.is_relative_to(other) for other in leave):
            yield path.relative_to(root).as_posix(), path.read_bytes(), path.stat().st_mode & 0o777


def compressed(entries):
    body = io.BytesIO()
    with gzip.GzipFile(fileobj=body, mode="wb", mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
            for name, data, mode in entries:
                add(archive, name, data, mode)
    return body.getvalue()


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def pack_npm(root, target):
    """Each folder with a manifest that no other package holds."""
    libraries = root / "usr/share/nodejs"
    if not libraries.is_dir():
        return
    manifests = [path for path in libraries.rglob("package.json") if is_package(path, libraries)]
    for manifest in manifests:
        try:
            said = json.loads(manifest.read_text())
            name, version = said["name"], said.get("version", "0.0.0")
        except (ValueError, KeyError, UnicodeDecodeError):
            continue
        if not re.fullmatch(r"(@[\w.-]+/)?[\w.-]+", name):
            continue
        others = [path.parent for path in manifests if path != manifest and path.is_relative_to(manifest.parent)]
        entries = [(f"package/{name_}", data, mode) for name_, data, mode in tree(manifest.parent, others)]
        write(target / f"{name.replace('/', '__')}-{version}.tgz", compressed(entries))


def is_package(manifest, libraries):
    parts = manifest.parent.relative_to(libraries).parts
    inner = parts[parts.index("node_modules") + 1 :] if "node_modules" in parts else parts
    while "node_modules" in inner:
        inner = inner[inner.index("node_modules") + 1 :]
    return 0 < len(inner) <= (2 if inner[0].startswith("@") else 1)


GEMSPEC = """--- !ruby/object:Gem::Specification
name: {name}
version: !ruby/object:Gem::Version
  version: '{version}'
platform: ruby
authors:
- Debian
bindir: bin
cert_chain: []
dependencies: []
description: {name}
email:
executables: []
extensions: []
extra_rdoc_files: []
files:
{files}
homepage:
licenses: []
metadata: {{}}
rdoc_options: []
require_paths:
- lib
required_ruby_version: !ruby/object:Gem::Requirement
  requirements:
  - - ">="
    - !ruby/object:Gem::Version
      version: '0'
required_rubygems_version: !ruby/object:Gem::Requirement
  requirements:
  - - ">="
    - !ruby/object:Gem::Version
      version: '0'
requirements: []
rubygems_version: 3.3.15
signing_key:
specification_version: 4
summary: {name}
test_files: []
"""


def pack_gem(root, target):
    specifications = list((root / "usr/share/rubygems-integration").glob("*/specifications/*.gemspec"))
    if len(specifications) != 1:
        return
    name, _, version = specifications[0].stem.rpartition("-")
    if not re.fullmatch(r"[\w.-]+", name) or not re.fullmatch(r"\d[\w.]*", version):
        return
    entries = []
    inner = root / "usr/share/rubygems-integration" / specifications[0].parts[-3] / "gems" / specifications[0].stem
    if inner.is_dir():
        entries += list(tree(inner))
    library = root / "usr/lib/ruby/vendor_ruby"
    if library.is_dir():
        entries += [(f"lib/{name_}", data, mode) for name_, data, mode in tree(library)]
    if not entries:
        return
    files = "\n".join(f'- "{name_}"' for name_, _, _ in entries)
    parts = {
        "metadata.gz": gzip.compress(GEMSPEC.format(name=name, version=version, files=files).encode(), mtime=0),
        "data.tar.gz": compressed(entries),
    }
    sums = "---\n"
    for kind in ("SHA256", "SHA512"):
        sums += f"{kind}:\n"
        for part, data in parts.items():
            sums += f"  {part}: {hashlib.new(kind.lower(), data).hexdigest()}\n"
    parts["checksums.yaml.gz"] = gzip.compress(sums.encode(), mtime=0)
    body = io.BytesIO()
    with tarfile.open(fileobj=body, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for part, data in parts.items():
            add(archive, part, data, 0o444)
    write(target / f"{specifications[0].stem}.gem", body.getvalue())


def main(folder):
    folder = pathlib.Path(folder)
    download(folder / "debs")
    done = folder / "packed"
    known = set(done.read_text().split()) if done.exists() else set()
    for deb in sorted((folder / "debs").glob("*.deb")):
        if deb.name in known:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            subprocess.run(["dpkg-deb", "-x", deb, root], check=True)
            pack_npm(root, folder / "npm")
            pack_gem(root, folder / "gem")
        known.add(deb.name)
        done.write_text("\n".join(sorted(known)))


if __name__ == "__main__":
    main(*sys.argv[1:])
