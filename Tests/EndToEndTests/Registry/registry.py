#!/usr/bin/env python3
"""A small npm registry, package index and gem server on loopback, for the tests and the demo.

    registry.py serve FOLDER            prints "listening PORT" and serves until its input ends
    registry.py npm FOLDER NAME VERSION AGE_DAYS [PATH=CONTENT ...]
    registry.py sdist FOLDER NAME VERSION AGE_DAYS [PATH=CONTENT ...]
    registry.py wheel FOLDER NAME VERSION AGE_DAYS [PATH=CONTENT ...]
    registry.py gem FOLDER NAME VERSION AGE_DAYS [PATH=CONTENT ...]
    registry.py gemindex FOLDER

A gem is built by `gem build`; the lines of PATH `gemspec` go into its specification, and a PATH that begins with `api:`
keeps its time out of the compact index. With PATH `broken` the gem is none: CONTENT says in which way (`damaged`). `gemindex` makes the older indexes by `gem generate_index`.

The folder is the whole state: publishing writes into it, and the server reads it anew for each request. Tests look
at FOLDER/log for what was asked; while FOLDER/wait exists, no file is answered. Only the standard library is used.
"""
import base64, gzip, hashlib, http.server, io, json, os, re, subprocess, sys, tarfile, tempfile, threading, time
import urllib.parse, zipfile


def timestamp(age_days):
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() - float(age_days) * 86400))


def tar_gz(files):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path, content in files.items():
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode, entry.mtime = len(content), 0o644, 499162500
            tar.addfile(entry, io.BytesIO(content))
    return gzip.compress(raw.getvalue(), mtime=0)


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    temporary = path + ".new"
    with open(temporary, "wb") as file:
        file.write(content)
    os.replace(temporary, path)


def load(path, default):
    try:
        with open(path, "rb") as file:
            return json.load(file)
    except FileNotFoundError:
        return default


def given_files(arguments):
    files = {}
    for argument in arguments:
        path, content = argument.split("=", 1)
        files[path] = content.encode()
    return files


def publish_npm(folder, name, version, age_days, files):
    manifest = {"name": name, "version": version, "main": "index.js"}
    manifest.update(json.loads(files.pop("package.json", b"{}")))
    files.setdefault("index.js", b"module.exports = 1\n")
    content = {"package/package.json": json.dumps(manifest, indent=2).encode()}
    content.update({"package/" + path: data for path, data in files.items()})
    tarball = tar_gz(content)
    base = name.split("/")[-1]
    filename = f"{base}-{version}.tgz"
    write(os.path.join(folder, "npm", name, "-", filename), tarball)
    document_path = os.path.join(folder, "npm", name, "packument.json")
    document = load(document_path, {"_id": name, "name": name, "dist-tags": {}, "versions": {}, "time": {}})
    manifest["_id"] = f"{name}@{version}"
    manifest["dist"] = {
        "integrity": "sha512-" + base64.b64encode(hashlib.sha512(tarball).digest()).decode(),
        "shasum": hashlib.sha1(tarball).hexdigest(),
        "tarball": f"@BASE@/npm/{name}/-/{filename}",
    }
    document["versions"][version] = manifest
    document["time"].setdefault("created", timestamp(age_days))
    document["time"]["modified"] = timestamp(age_days)
    document["time"][version] = timestamp(age_days)
    document["dist-tags"]["latest"] = version
    write(document_path, json.dumps(document, indent=1).encode())


def publish_file(folder, name, version, age_days, filename, content):
    write(os.path.join(folder, "pypi", name, filename), content)
    document_path = os.path.join(folder, "pypi", name, "index.json")
    document = load(document_path, {"meta": {"api-version": "1.1"}, "name": name, "versions": [], "files": []})
    if version not in document["versions"]:
        document["versions"].append(version)
    document["files"].append({
        "filename": filename,
        "url": f"@BASE@/pypi/files/{name}/{filename}",
        "hashes": {"sha256": hashlib.sha256(content).hexdigest()},
        "size": len(content),
        "upload-time": timestamp(age_days),
        "requires-python": ">=3.7",
        "yanked": False,
    })
    write(document_path, json.dumps(document).encode())


def metadata(name, version):
    return f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: made for a test\n".encode()


def publish_sdist(folder, name, version, age_days, files):
    root = f"{name.replace('-', '_')}-{version}"
    files.setdefault("setup.py", f"from setuptools import setup\nsetup(name={name!r}, version={version!r}, py_modules=[])\n".encode())
    content = {f"{root}/PKG-INFO": metadata(name, version)}
    content.update({f"{root}/{path}": data for path, data in files.items()})
    publish_file(folder, name, version, age_days, f"{root}.tar.gz", tar_gz(content))


def publish_wheel(folder, name, version, age_days, files):
    module = name.replace("-", "_")
    info = f"{module}-{version}.dist-info"
    files.setdefault(f"{module}/__init__.py", b"value = 1\n")
    files[f"{info}/METADATA"] = metadata(name, version)
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    lines = []
    for path, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(data)}")
    files[f"{info}/RECORD"] = ("\n".join(lines + [f"{info}/RECORD,,"]) + "\n").encode()
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, (1985, 10, 26, 8, 15, 0)), data)
    publish_file(folder, name, version, age_days, f"{module}-{version}-py3-none-any.whl", raw.getvalue())


def built_gem(name, version, files):
    """The bytes of a gem, its file name, and its line in the compact index without a time."""
    specification = [
        "Gem::Specification.new do |s|",
        f"  s.name = {name!r}", f"  s.version = {version!r}", "  s.summary = 'made for a test'", "  s.authors = ['a test']",
        "  s.homepage = 'https://example.invalid'", "  s.license = 'MIT'", "  s.required_ruby_version = '>= 2.5'",
    ] + ["  " + line for line in files.pop("gemspec", b"").decode().splitlines()]
    files.setdefault(f"lib/{name.replace('-', '/')}.rb", f"# {name} {version}\n".encode())
    specification += [f"  s.files = {sorted(files)!r}", "end", ""]
    with tempfile.TemporaryDirectory() as folder:
        for path, data in files.items():
            write(os.path.join(folder, path), data)
        write(os.path.join(folder, "it.gemspec"), "\n".join(specification).encode())
        environment = dict(os.environ, SOURCE_DATE_EPOCH="499162500")
        subprocess.run(["gem", "build", "-q", "it.gemspec", "-o", "it.gem"], cwd=folder, env=environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ask = """
            s = Gem::Package.new('it.gem').spec
            puts s.file_name
            puts s.original_platform == 'ruby' ? s.version : "#{s.version}-#{s.original_platform}"
            puts s.runtime_dependencies.map { |d| "#{d.name}:#{d.requirement.to_s.gsub(', ', '&')}" }.join(',')
        """
        filename, label, needs = subprocess.run(["ruby", "-rrubygems/package", "-e", ask], cwd=folder, check=True,
                                                capture_output=True, text=True).stdout.split("\n")[:3]
        with open(os.path.join(folder, "it.gem"), "rb") as file:
            content = file.read()
    line = f"{label} {needs}|checksum:{hashlib.sha256(content).hexdigest()},ruby:>= 2.5"
    return content, filename, label, line


def damaged(content, way):
    """A gem that is broken in a way that a client could take for a whole one."""
    members = {}
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        for entry in tar:
            members[entry.name] = tar.extractfile(entry).read()
    specification = gzip.decompress(members["metadata.gz"])
    if way == "truncated":
        return content[:len(content) // 2]
    if way == "contradictory":
        sums = gzip.decompress(members["checksums.yaml.gz"]).decode()
        members["checksums.yaml.gz"] = gzip.compress(re.sub(r"[0-9a-f]{64}", "0" * 64, sums).encode())
        return tar_of(members)
    changes = {
        "other-name": (b"name: ", b"name: other-"),
        "other-platform": (b"platform: ruby", b"platform: java"),
        "anchors": (b"summary: ", b"description: &a x\nsummary: *a\nhomepage_too: "),
        "tags": (b"summary: made for a test", b"summary: !ruby/object:Kernel {}"),
        "twice": (b"summary: ", b"name: other\nsummary: "),
        "depth": (b"summary: made for a test", b"summary: " + b"[" * 50_000),
    }
    members["metadata.gz"] = gzip.compress(specification.replace(*changes[way], 1), mtime=0)
    sums = "".join(f"  {each}: {hashlib.sha256(members[each]).hexdigest()}\n" for each in ("metadata.gz", "data.tar.gz"))
    members["checksums.yaml.gz"] = gzip.compress(f"---\nSHA256:\n{sums}".encode(), mtime=0)
    return tar_of(members)


def tar_of(files):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path, content in files.items():
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode, entry.mtime = len(content), 0o444, 499162500
            tar.addfile(entry, io.BytesIO(content))
    return raw.getvalue()


def publish_gem(folder, name, version, age_days, files):
    states_time = files.pop("api:time", None) is None
    way = files.pop("broken", b"").decode()
    content, filename, label, line = built_gem(name, version, files)
    if way == "other-bytes":
        line = re.sub("checksum:[0-9a-f]*", "checksum:" + "0" * 64, line)
    elif way:
        content = damaged(content, way)
        line = re.sub("checksum:[0-9a-f]*", f"checksum:{hashlib.sha256(content).hexdigest()}", line)
    root = os.path.join(folder, "rubygems")
    write(os.path.join(root, "gems", filename), content)
    times_path = os.path.join(root, "api", "v1", "versions", f"{name}.json")
    times = load(times_path, [])
    number, _, platform = label.partition("-")
    times.insert(0, {"number": number, "platform": platform or "ruby", "created_at": timestamp(age_days),
                     "sha": hashlib.sha256(content).hexdigest()})
    write(times_path, json.dumps(times).encode())
    if states_time:
        line += f",created_at:{timestamp(age_days)}"
    append_gem(root, name, label, line)


def append_gem(root, name, label, line):
    info_path, versions_path = os.path.join(root, "info", name), os.path.join(root, "versions")
    info = open(info_path, "rb").read() if os.path.exists(info_path) else b"---\n"
    info += line.encode() + b"\n"
    write(info_path, info)
    versions = open(versions_path, "rb").read() if os.path.exists(versions_path) else (
        b"created_at: 2024-01-01T00:00:00Z\n---\n")
    write(versions_path, versions + f"{name} {label} {hashlib.md5(info).hexdigest()}\n".encode())
    names = sorted(os.listdir(os.path.join(root, "info")))
    write(os.path.join(root, "names"), ("---\n" + "".join(n + "\n" for n in names)).encode())


def generate_gem_index(folder):
    subprocess.run(["gem", "generate_index", "-q", "-d", os.path.join(folder, "rubygems")], check=True,
                   stdout=subprocess.DEVNULL)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = "."

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, content_type, etag=None):
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(body)))
        if etag:
            self.send_header("etag", etag)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def document(self, path, content_type):
        try:
            with open(path, "rb") as file:
                body = file.read().replace(b"@BASE@", f"http://{self.headers['host']}".encode())
        except FileNotFoundError:
            return self.answer(404, b'{"error":"Not found"}', "application/json")
        etag = '"' + hashlib.sha1(body).hexdigest() + '"'
        if self.headers.get("if-none-match") == etag:
            self.send_response(304)
            self.send_header("etag", etag)
            self.end_headers()
            return
        self.answer(200, body, content_type, etag)

    def do_GET(self):
        path = urllib.parse.unquote(urllib.parse.urlparse(self.path).path).strip("/")
        with open(os.path.join(self.folder, "log"), "a") as log:
            part = self.headers.get("range") if path == "rubygems/versions" else None
            log.write(f"{self.command} /{path}{' ' + part if part else ''}\n")
        parts = path.split("/")
        if ".." in parts:
            return self.answer(400, b"{}", "application/json")
        if parts[0] == "npm" and "-" in parts:
            return self.file(os.path.join(self.folder, *parts))
        if parts[0] == "npm":
            return self.document(os.path.join(self.folder, *parts, "packument.json"), "application/json")
        if parts[:2] == ["pypi", "simple"] and len(parts) == 3:
            name = re.sub(r"[-_.]+", "-", parts[2]).lower()
            return self.document(os.path.join(self.folder, "pypi", name, "index.json"),
                                 "application/vnd.pypi.simple.v1+json")
        if parts[:2] == ["pypi", "files"] and len(parts) == 4:
            return self.file(os.path.join(self.folder, "pypi", parts[2], parts[3]))
        if parts[0] == "rubygems":
            return self.gems(parts[1:])
        self.answer(404, b'{"error":"Not found"}', "application/json")

    do_HEAD = do_GET

    def gems(self, parts):
        """A static gem server, as a folder behind any web server is one."""
        if not parts:
            return self.answer(200, b"gems\n", "text/plain")
        path = os.path.join(self.folder, "rubygems", *parts)
        if parts[0] == "gems":
            return self.file(path)
        try:
            with open(path, "rb") as file:
                body = file.read()
        except (FileNotFoundError, IsADirectoryError):
            return self.answer(404, b"not found\n", "text/plain")
        etag = '"' + hashlib.md5(body).hexdigest() + '"'
        if self.headers.get("if-none-match") == etag:
            self.send_response(304)
            self.send_header("etag", etag)
            self.end_headers()
            return
        first = re.fullmatch("bytes=([0-9]+)-", self.headers.get("range") or "")
        if first and int(first[1]) < len(body):
            self.send_response(206)
            self.send_header("content-range", f"bytes {first[1]}-{len(body) - 1}/{len(body)}")
            self.send_header("content-length", str(len(body) - int(first[1])))
            self.send_header("etag", etag)
            self.end_headers()
            self.wfile.write(body[int(first[1]):])
            return
        self.answer(200, body, "text/plain", etag)

    def file(self, path):
        # A test that needs a slow upstream makes FOLDER/wait, and takes it away when it has seen enough.
        while os.path.exists(os.path.join(self.folder, "wait")):
            time.sleep(0.02)
        try:
            with open(path, "rb") as file:
                self.answer(200, file.read(), "application/octet-stream")
        except FileNotFoundError:
            self.answer(404, b'{"error":"Not found"}', "application/json")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        with open(os.path.join(self.folder, "log"), "a") as log:
            log.write(f"POST {self.path} {len(body)}\n")
        self.answer(200, b"{}", "application/json")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


def serve(folder):
    Handler.folder = folder
    server = Server(("127.0.0.1", 0), Handler)
    print(f"listening {server.server_address[1]}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    command, folder = sys.argv[1], sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    if command == "serve":
        serve(folder)
    elif command == "gemindex":
        generate_gem_index(folder)
    else:
        name, version, age_days = sys.argv[3:6]
        publish = {"npm": publish_npm, "sdist": publish_sdist, "wheel": publish_wheel, "gem": publish_gem}[command]
        publish(folder, name, version, age_days, given_files(sys.argv[6:]))
