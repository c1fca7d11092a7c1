"""Containers of the corpus with fixed times and order: npm tarballs, wheels, sdists and gems."""

import base64
import gzip
import hashlib
import io
import re
import tarfile
import zipfile

NPM_TIME = 499162500  # what npm's own packer writes
EPOCH = 315619200  # 1980-01-02, what RubyGems writes


def gzipped(content):
    stream = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, compresslevel=6, mtime=0) as file:
        file.write(content)
    return stream.getvalue()


def tar(entries, mtime, tar_format=tarfile.PAX_FORMAT):
    """A tar of (path, bytes, mode)."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tar_format) as archive:
        for path, content, mode in entries:
            info = tarfile.TarInfo(path)
            info.size, info.mode, info.mtime = len(content), mode, mtime
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def rooted(root, files):
    return [(f"{root}{path}", content, 0o755 if executable else 0o644) for path, (content, executable) in sorted(files.items())]


def tgz(name, version, files):
    file_name = f"{name.removeprefix('@').replace('/', '-')}-{version}.tgz"
    return file_name, gzipped(tar(rooted("package/", files), NPM_TIME))


def core_metadata(name, version, metadata):
    """METADATA and PKG-INFO."""
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines.append(f"Summary: {metadata.get('summary', 'A small library')}")
    for key, field in (("home_page", "Home-page"), ("author", "Author"), ("author_email", "Author-email")):
        if key in metadata:
            lines.append(f"{field}: {metadata[key]}")
    lines.append(f"License: {metadata.get('license', 'MIT')}")
    lines += [f"Classifier: {classifier}" for classifier in metadata.get("classifiers", [])]
    lines.append(f"Requires-Python: {metadata.get('requires_python', '>=3.8')}")
    lines += [f"Requires-Dist: {requirement}" for requirement in metadata.get("requires_dist", [])]
    return ("\n".join(lines) + "\n\n" + metadata.get("description", "") + "\n").encode()


def wheel(name, version, files, metadata):
    stem = f"{re.sub(r'[-_.]+', '_', name)}-{version}"
    folder = f"{stem}.dist-info"
    tag = metadata.get("tag", "py3-none-any")
    contents = {path: content for path, (content, _) in files.items()}
    executable = {path for path, (_, flag) in files.items() if flag}
    pure = "false" if metadata.get("purelib") is False else "true"
    given = {
        "METADATA": core_metadata(name, version, metadata),
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: setuptools (75.1.0)\nRoot-Is-Purelib: {pure}\nTag: {tag}\n\n".encode(),
        "top_level.txt": "".join(f"{top}\n" for top in top_level(contents)).encode(),
    }
    if "entry_points" in metadata:
        given["entry_points.txt"] = metadata["entry_points"].encode()
    for key, content in given.items():
        contents.setdefault(f"{folder}/{key}", content)
    record = f"{folder}/RECORD"
    if record not in contents:
        rows = []
        for path, content in sorted(contents.items()):
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            quoted = f'"{path}"' if "," in path else path
            rows.append(f"{quoted},sha256={digest},{len(content)}\n")
        contents[record] = ("".join(rows) + f"{record},,\n").encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(contents, key=lambda path: (path.startswith(folder), path)):
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (0o100755 if path in executable else 0o100644) << 16
            archive.writestr(info, contents[path])
    return f"{stem}-{tag}.whl", stream.getvalue()


def top_level(contents):
    tops = {path.split("/")[0] for path in contents if path.endswith(".py")}
    return sorted(top.removesuffix(".py") for top in tops if ".data" not in top)


def sdist(name, version, files, metadata):
    root = f"{re.sub(r'[-_.]+', '_', name)}-{version}"
    files = dict(files)
    files.setdefault("PKG-INFO", (core_metadata(name, version, metadata), False))
    return f"{root}.tar.gz", gzipped(tar(rooted(f"{root}/", files), EPOCH))


def gem(name, version, files, metadata):
    """A gem: metadata.gz, data.tar.gz and checksums.yaml.gz in one tar."""
    platform = metadata.get("platform", "ruby")
    described = gzipped(specification(name, version, sorted(files), metadata).encode())
    data = gzipped(tar(rooted("", files), EPOCH, tarfile.USTAR_FORMAT))
    lines = ["---"]
    for algorithm in ("sha256", "sha512"):
        lines.append(f"{algorithm.upper()}:")
        for part, content in (("metadata.gz", described), ("data.tar.gz", data)):
            lines.append(f"  {part}: {hashlib.new(algorithm, content).hexdigest()}")
    sums = gzipped(("\n".join(lines) + "\n").encode())
    parts = [("metadata.gz", described, 0o444), ("data.tar.gz", data, 0o444), ("checksums.yaml.gz", sums, 0o444)]
    suffix = "" if platform == "ruby" else f"-{platform}"
    return f"{name}-{version}{suffix}.gem", tar(parts, EPOCH, tarfile.USTAR_FORMAT)


def scalar(text):
    """A YAML scalar as Psych would write it, for the plain texts of a gemspec."""
    if text is None or text == "":
        return "" if text is None else "''"
    if re.fullmatch(r"[\d_.]+|true|false|yes|no|null|~|on|off", text, re.IGNORECASE):
        return f"'{text}'" if text.count(".") < 2 else text
    if re.match(r"[\s>|@`%&*!?{}\[\],#\-:'\"]", text) or ": " in text or " #" in text or text.endswith(":"):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return text


def requirement(conditions, indent):
    lines = [f"{indent}requirements:"]
    for condition in conditions:
        operator, _, number = condition.rpartition(" ")
        lines += [f'{indent}- - "{operator or "="}"', f"{indent}  - !ruby/object:Gem::Version", f"{indent}    version: {scalar(number)}"]
    return lines


def sequence(key, values):
    return [f"{key}: []"] if not values else [f"{key}:"] + [f"- {scalar(value)}" for value in values]


def specification(name, version, paths, metadata):
    lines = ["--- !ruby/object:Gem::Specification", f"name: {scalar(name)}", "version: !ruby/object:Gem::Version"]
    lines += [f"  version: {scalar(version)}", f"platform: {metadata.get('platform', 'ruby')}"]
    lines += sequence("authors", metadata.get("authors", ["Jane Roe"]))
    lines += ["autorequire:", f"bindir: {metadata.get('bindir', 'bin')}", "cert_chain: []", "date: 1980-01-02 00:00:00.000000000 Z"]
    lines += dependencies(metadata.get("dependencies", []))
    lines.append(f"description: {scalar(metadata.get('description'))}".rstrip())
    lines += sequence("email", metadata.get("email", ["jane@example.invalid"]))
    lines += sequence("executables", metadata.get("executables", []))
    lines += sequence("extensions", metadata.get("extensions", []))
    lines += sequence("extra_rdoc_files", [])
    lines += sequence("files", [path for path in paths if path not in metadata.get("unlisted", [])])
    lines.append(f"homepage: {scalar(metadata.get('homepage', 'https://example.invalid/' + name))}")
    lines += sequence("licenses", metadata.get("licenses", ["MIT"]))
    extra = metadata.get("extra", {})
    lines += ["metadata: {}"] if not extra else ["metadata:"] + [f"  {key}: {scalar(value)}" for key, value in sorted(extra.items())]
    lines.append(f"post_install_message: {scalar(metadata.get('post_install_message'))}".rstrip())
    lines += sequence("rdoc_options", [])
    lines += sequence("require_paths", metadata.get("require_paths", ["lib"]))
    lines.append("required_ruby_version: !ruby/object:Gem::Requirement")
    lines += requirement(metadata.get("required_ruby_version", [">= 2.7"]), "  ")
    lines.append("required_rubygems_version: !ruby/object:Gem::Requirement")
    lines += requirement([">= 0"], "  ")
    lines += ["requirements: []", "rubygems_version: 3.5.22", "signing_key:", "specification_version: 4"]
    lines.append(f"summary: {scalar(metadata.get('summary', 'A small library'))}")
    lines += sequence("test_files", [])
    return "\n".join(lines) + "\n"


def dependencies(entries):
    """Dependencies: names, or {"name", "requirements": [...], "type"}."""
    if not entries:
        return ["dependencies: []"]
    lines = ["dependencies:"]
    for entry in entries:
        if isinstance(entry, str):
            entry = {"name": entry}
        conditions = entry.get("requirements", [">= 0"])
        lines += ["- !ruby/object:Gem::Dependency", f"  name: {scalar(entry['name'])}"]
        lines.append("  requirement: !ruby/object:Gem::Requirement")
        lines += requirement(conditions, "    ")
        lines += [f"  type: :{entry.get('type', 'runtime')}", "  prerelease: false"]
        lines.append("  version_requirements: !ruby/object:Gem::Requirement")
        lines += requirement(conditions, "    ")
    return lines
