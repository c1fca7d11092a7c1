"""A packument after a decision beside node's parse, filter and stringify; and twenty clients that want it at once."""
import os, subprocess, threading, time

from machine import Row, free_port, median, nginx, process, request, sallyport, settled
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
    # What the client itself spends on a packument of this size is in both; what is asked of us is the difference.
    ratio = median(theirs) / median(first)
    return [
        Row("first rendering after a decision, as a client sees it (request to last byte)",
            f"{median(first):.1f} ms plain, {median(gzipped):.1f} ms gzip; {median(again):.1f} ms when cached",
            f"node parse + filter + stringify {median(theirs):.1f} ms", f"{ratio:.1f} times as fast",
            "under 10 ms, 10 times", median(gzipped) < 10 and median(first) < 10 and ratio >= 10),
    ]


def fetch(port, fields):
    started = time.perf_counter()
    status, _, _ = request(port, "/npm/mocha", fields)
    assert status == 200, status
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
