"""What is cached, served under load: a tarball of 50 kB and a packument some of whose versions are held, beside nginx."""
import os, re, shutil, subprocess, time

from machine import Row, Watched, cpu_seconds, free_port, median, nginx, request, sallyport, settled

CONNECTIONS, SECONDS, ROUNDS = 64, 4, 5
GZIP = {"accept-encoding": "gzip"}


def measure(bench):
    root, port = bench.path("root"), free_port()
    os.mkdir(root)
    tarball = stage_tarball(bench, root, port)
    versions = stage_packument(bench, root, port, "mocha")
    with nginx(bench, root, port), sallyport(bench, f"http://127.0.0.1:{port}/", bench.path("data")) as server:
        time.sleep(2)
        idle = server.memory()
        hold_some(server, "mocha", versions)
        settled(server.port, f"/npm/{tarball}")
        gzipped = settled(server.port, "/npm/mocha", GZIP)
        full = request(server.port, "/npm/mocha")[2]
        with open(os.path.join(root, "mocha-held"), "wb") as file:
            file.write(gzipped)
        with nginx(bench, root, free := free_port(), location="add_header content-encoding gzip;") as packuments:
            with nginx(bench, root, other := free_port()) as files, Watched(server.child.pid) as watched:
                rows = [
                    race(f"cached tarball of {os.path.getsize(os.path.join(root, tarball)) // 1000} kB", server,
                         f"/npm/{tarball}", files.pid, other, f"/{tarball}", []),
                    race(f"cached gated packument, {len(full) / 1e6:.1f} MB, {len(gzipped) // 1000} kB as gzip", server,
                         "/npm/mocha", packuments.pid, free, "/mocha-held", ["-H", "accept-encoding: gzip"]),
                ]
    return rows + [
        Row("resident memory, idle", f"{idle:.0f} MiB", "", "", "under 60 MB", idle * 1.048576 < 60),
        Row(f"resident memory under {CONNECTIONS} connections, highest", f"{watched.highest:.0f} MiB", "", "",
            "under 200 MB", watched.highest * 1.048576 < 200),
    ]


def stage_tarball(bench, root, port):
    """Copies the package with the tarball nearest to 50 kB below the upstream's root; its path there."""
    registry = os.path.join(bench.upstreams, "registry")
    found = [(abs(os.path.getsize(path) - 50_000), path)
             for folder, _, names in os.walk(registry) for name in names
             if name.endswith(".tgz") and not os.path.relpath(path := os.path.join(folder, name), registry).count("/") > 2]
    path = min(found)[1]
    name = os.path.relpath(path, registry).split("/-/")[0]
    shutil.copytree(os.path.dirname(path), os.path.join(root, name, "-"))
    point_here(os.path.join(registry, name + ".json"), os.path.join(root, name + ".json"), port)
    return os.path.relpath(path, registry)


def stage_packument(bench, root, port, name):
    """Puts a whole real packument, without its tarballs, below the upstream's root; its versions."""
    text = point_here(os.path.join(bench.upstreams, "large", name + ".json"), os.path.join(root, name + ".json"), port)
    return sorted(set(re.findall(rf'/{name}-(\d[^"/]*)\.tgz"', text)))


def point_here(source, target, port):
    with open(source) as file:
        text = re.sub(r'https?://[^/"]+/(?=[^"]+\.tgz")', f"http://127.0.0.1:{port}/", file.read())
    with open(target, "w") as file:
        file.write(text)
    return text


def hold_some(server, name, versions):
    for version in versions[::10]:
        server.decide("deny", f"pkg:npm/{name}@{version}")


def race(what, server, path, nginx_pid, nginx_port, nginx_path, options):
    ours, theirs, our_cpu, their_cpu = [], [], [], []
    for _ in range(ROUNDS):
        load(nginx_pid, nginx_port, nginx_path, options, theirs, their_cpu)
        load(server.child.pid, server.port, path, options, ours, our_cpu)
    ratio = median(a / b for a, b in zip(ours, theirs))
    return Row(f"{what}, keep-alive, {CONNECTIONS} connections", f"{median(ours):,.0f}/s, {median(our_cpu):.0f} µs CPU",
               f"nginx {median(theirs):,.0f}/s, {median(their_cpu):.0f} µs CPU", f"{ratio:.2f}", "at least 0.5", ratio >= 0.5)


def load(pid, port, path, options, rates, costs):
    command = ["setsid", "-w", "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", *options, f"http://127.0.0.1:{port}{path}"]
    before = cpu_seconds(pid)
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise RuntimeError(output)
    rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]))
    costs.append((cpu_seconds(pid) - before) * 1e6 / int(re.search(r"(\d+) requests in", output)[1]))
