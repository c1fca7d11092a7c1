"""A packument after a decision beside node's parse, filter and stringify; and twenty clients that want it at once."""
import os, re, socket, subprocess, threading, time

from machine import Row, free_port, median, nginx, process, sallyport, settled
from serving import GZIP, hold_some, stage_packument

ROUNDS = 25
CLIENTS, RUSHES = 20, 5


def measure(bench):
    root, port = bench.path("root"), free_port()
    os.mkdir(root)
    versions = stage_packument(bench, root, port, "mocha")
    script = os.path.join(os.path.dirname(__file__), "filter.js")
    node = ["node", script, os.path.join(root, "mocha.json")]
    first, gzipped, again, theirs = [], [], [], []
    with nginx(bench, root, port), sallyport(bench, f"http://127.0.0.1:{port}/", bench.path("data")) as server:
        settled(server.port, "/npm/mocha")
        hold_some(server, "mocha", versions)
        with process(node, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as filtering:
            for round in range(ROUNDS):
                for times, fields in ((first, {}), (gzipped, GZIP)):
                    server.decide("reopen" if round % 2 else "deny", "pkg:npm/mocha@5.2.0")
                    times.append(fetch(server.port, fields))
                again.append(fetch(server.port, {}))
                filtering.stdin.write("\n")
                filtering.stdin.flush()
                theirs.append(float(filtering.stdout.readline()))
    # Sending and receiving three megabytes is no part of rendering, nor of node's side: the next client's time is that.
    rendered = median(a - b for a, b in zip(first, again))
    ratio = median(theirs) / rendered
    return [
        Row("first rendering of that packument after a decision, from the request to the last byte",
            f"{median(first):.1f} ms, {rendered:.1f} ms more than when it is cached",
            f"node parse + filter + stringify {median(theirs):.1f} ms",
            f"{ratio:.1f} times as fast", "under 10 ms, 10 times", median(first) < 10 and ratio >= 10),
        Row("the same, compressed as well, for the first client that takes gzip", f"{median(gzipped):.1f} ms", "", "", "", None),
    ]


def fetch(port, fields):
    """Milliseconds from the request to the last byte, by a client that only counts bytes."""
    lines = [f"GET /npm/mocha HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n", *(f"{k}: {v}\r\n" for k, v in fields.items()), "\r\n"]
    buffer = bytearray(1 << 20)
    with socket.create_connection(("127.0.0.1", port), 60) as connection:
        started = time.perf_counter()
        connection.sendall("".join(lines).encode())
        count = connection.recv_into(buffer)
        head = bytes(buffer[:count]).split(b"\r\n\r\n")[0]
        assert head.startswith(b"HTTP/1.1 200 "), head[:200]
        rest = len(head) + 4 + int(re.search(rb"(?i)content-length: *(\d+)", head)[1]) - count
        while rest > 0:
            rest -= connection.recv_into(buffer)
        return (time.perf_counter() - started) * 1000


def measure_rush(bench):
    root, port = bench.path("root"), free_port()
    os.mkdir(root)
    stage_packument(bench, root, port, "mocha")
    log = bench.path("upstream.log")
    alone, slowest, fetches = [], [], []
    with nginx(bench, root, port, access_log=log):
        for round in range(RUSHES):
            alone.append(max(rush(bench, port, 1, f"alone-{round}")))
            before = count(log)
            slowest.append(max(rush(bench, port, CLIENTS, f"rush-{round}")))
            fetches.append(count(log) - before)
    ratio = median(b / a for a, b in zip(alone, slowest))
    return [
        Row(f"{CLIENTS} clients at once, cold packument of 3.3 MB: the slowest", f"{median(slowest):.0f} ms",
            f"one client {median(alone):.0f} ms", f"{ratio:.1f}", "under 5 times", ratio < 5),
        Row("the same: fetches from the upstream", f"{max(fetches)}", "", "", "one", max(fetches) == 1),
    ]


def rush(bench, upstream, clients, data):
    """Milliseconds that each of the clients waited for the packument that a new server has not seen."""
    times, gate = [], threading.Barrier(clients + 1)
    with sallyport(bench, f"http://127.0.0.1:{upstream}/", bench.path(data)) as server:
        def client():
            gate.wait()
            times.append(fetch(server.port, GZIP))
        threads = [threading.Thread(target=client) for _ in range(clients)]
        for thread in threads:
            thread.start()
        gate.wait()
        for thread in threads:
            thread.join()
    return times


def count(log):
    with open(log) as file:
        return sum('GET /mocha HTTP' in line for line in file)
