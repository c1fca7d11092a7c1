"""Gems: a `/versions` of 20 MB after a decision and served beside nginx, and `bundle install` of 60 gems, straight and through."""
import contextlib, hashlib, os, random, re, shutil, socket, subprocess, sys, time

from machine import Row, free_port, median, nginx, process, request, sallyport, timed

GEMS, ROUNDS = 180_000, 15
BUNDLED, INSTALLS = 60, 11
REGISTRY = os.path.join(os.path.dirname(__file__), "..", "..", "Tests", "EndToEndTests", "Registry", "registry.py")


def measure(bench):
    root, port = bench.path("root"), free_port()
    os.makedirs(os.path.join(root, "info"))
    size = stage_versions(root)
    rebuilt, again, ours, theirs = [], [], [], []
    with nginx(bench, root, port), \
            sallyport(bench, f"http://127.0.0.1:{port}/", bench.path("data"), ecosystem="gem") as server:
        for name in ("gem-7", "gem-8"):
            assert request(server.port, f"/rubygems/info/{name}")[0] == 200
        fetch(server.port)
        for round in range(ROUNDS):
            server.decide("reopen" if round % 2 else "deny", "pkg:gem/gem-7@1.0.0")
            rebuilt.append(fetch(server.port))
            again.append(fetch(server.port))
        with open(os.path.join(root, "versions-held"), "wb") as file:
            file.write(request(server.port, "/rubygems/versions")[2])
        lists = [timed_lists(server, "reopen" if round % 2 else "deny") for round in range(5)]
        for _ in range(5):
            theirs.append(rate(port, "/versions-held"))
            ours.append(rate(server.port, "/rubygems/versions"))
        memory = server.memory()
    rendering = median(a - b for a, b in zip(rebuilt, again))
    ratio = median(a / b for a, b in zip(ours, theirs))
    return [
        Row(f"`/versions` of {size / 1e6:.0f} MB, {GEMS:,} gems, after a decision, from the request to the last byte",
            f"{median(rebuilt):.0f} ms, {rendering:.0f} ms more than when it is cached", "", "", "under 150 ms",
            median(rebuilt) < 150),
        Row("the same, cached, 8 connections", f"{median(ours):.1f}/s", f"nginx {median(theirs):.1f}/s", f"{ratio:.2f}",
            "at least 0.5", ratio >= 0.5),
        Row("`/specs.4.8.gz` of the same after a decision, first byte to last", f"{median(lists):.0f} ms", "", "", "", None),
        Row("resident memory then", f"{memory:.0f} MiB", "", "", "", None),
    ] + measure_bundle(bench)


def stage_versions(root):
    """A list like the public registry's: 180,000 gems, some of them with hundreds of versions."""
    chance = random.Random(4)
    lines = ["created_at: 2024-01-01T00:00:00Z", "---"]
    for number in range(GEMS):
        name, count = f"gem-{number}", max(1, min(500, int(chance.paretovariate(0.85))))
        labels = ",".join(f"{index // 10 + 1}.{index % 10}.0" for index in range(count))
        digest = hashlib.md5(name.encode()).hexdigest()
        if number in (7, 8):
            labels = "1.0.0"
            page = f"---\n1.0.0 |checksum:{hashlib.sha256(name.encode()).hexdigest()},created_at:2024-01-01T00:00:00Z\n"
            with open(os.path.join(root, "info", name), "w") as file:
                file.write(page)
            digest = hashlib.md5(page.encode()).hexdigest()
        lines.append(f"{name} {labels} {digest}")
    text = ("\n".join(lines) + "\n").encode()
    with open(os.path.join(root, "versions"), "wb") as file:
        file.write(text)
    return len(text)


def timed_lists(server, action):
    server.decide(action, "pkg:gem/gem-7@1.0.0")
    started = time.perf_counter()
    assert request(server.port, "/rubygems/specs.4.8.gz")[0] == 200
    return (time.perf_counter() - started) * 1000


def fetch(port):
    """Milliseconds from the request to the last byte, by a client that only counts bytes."""
    buffer = bytearray(1 << 20)
    with socket.create_connection(("127.0.0.1", port), 60) as connection:
        started = time.perf_counter()
        connection.sendall(f"GET /rubygems/versions HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n\r\n".encode())
        count = connection.recv_into(buffer)
        head = bytes(buffer[:count]).split(b"\r\n\r\n")[0]
        assert head.startswith(b"HTTP/1.1 200 "), head[:200]
        rest = len(head) + 4 + int(re.search(rb"(?i)content-length: *(\d+)", head)[1]) - count
        while rest > 0:
            rest -= connection.recv_into(buffer)
        return (time.perf_counter() - started) * 1000


def rate(port, path):
    command = ["setsid", "-w", "wrk", "-t1", "-c8", "-d4s", f"http://127.0.0.1:{port}{path}"]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise RuntimeError(output)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])


def measure_bundle(bench):
    """Gems that need one another a little, built by `gem build`."""
    folder, upstream = bench.path("registry"), free_port()
    for number in range(BUNDLED):
        needs = f"gemspec=s.add_dependency 'bench-{number - 1}', '>= 1.0'" if number % 5 else "gemspec="
        content = "lib/data.rb=" + f"# {number}\n" * 400
        command = [sys.executable, REGISTRY, "gem", folder, f"bench-{number}", "1.0.0", "400", needs, content]
        subprocess.run(command, check=True)
    shutil.move(os.path.join(folder, "rubygems"), bench.path("gems"))
    direct, warm = [], []
    with nginx(bench, bench.path("gems"), upstream, location="etag off;"), \
            sallyport(bench, f"http://127.0.0.1:{upstream}/", bench.path("gem-data"), ecosystem="gem") as server:
        sources = {"straight": f"http://127.0.0.1:{upstream}/", "through": f"{server.url}/rubygems/"}
        for project, source in sources.items():
            prepare(bench, project, source)
            bundle(bench, project)
        for round in range(INSTALLS):
            # Who comes first in a round changes, so that neither gains by it.
            for project in ["straight", "through"][:: -1 if round % 2 else 1]:
                (direct if project == "straight" else warm).append(bundle(bench, project))
    ratio = median(a / b for a, b in zip(warm, direct))
    return [Row(f"`bundle install` of {BUNDLED} gems, warm", f"{median(warm):.2f} s", f"straight {median(direct):.2f} s",
                f"{ratio:.2f}", "at most 1.0 times", ratio <= 1.0)]


def prepare(bench, project, source):
    os.makedirs(bench.path(project))
    with open(bench.path(project, "Gemfile"), "w") as file:
        file.write(f"source '{source}'\n" + "".join(f"gem 'bench-{number}'\n" for number in range(BUNDLED)))


def bundle(bench, project):
    """Wall seconds of an install into an empty folder by a Bundler that keeps nothing."""
    for name in ("vendor", "home"):
        shutil.rmtree(bench.path(project, name), ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        os.remove(bench.path(project, "Gemfile.lock"))
    os.sync()
    environment = {
        "PATH": os.environ["PATH"], "HOME": bench.path(project, "home"), "BUNDLE_PATH": "vendor", "BUNDLE_JOBS": "2",
        "BUNDLE_SILENCE_ROOT_WARNING": "1", "LANG": "C.UTF-8",
    }
    os.makedirs(bench.path(project, "home"))
    with open(bench.path(project, "out"), "w+") as output:
        wall, _, status = timed(["bundle", "install"], cwd=bench.path(project), env=environment,
                                stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        output.seek(0)
        if status:
            raise RuntimeError(output.read()[-2000:])
    return wall
