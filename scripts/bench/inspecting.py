"""Reading packages: unpacked bytes a second on one core, inflate and hashing included, beside GuardDog."""
import gzip, os, subprocess

from machine import Row, median, timed

ROUNDS, SAMPLE = 5, 12


def measure(bench):
    registry = os.path.join(bench.upstreams, "registry")
    files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(registry) for name in names
                   if name.endswith(".tgz"))
    largest = max(files, key=os.path.getsize)
    sample = files[::len(files) // SAMPLE]
    rows = [
        row(f"inspecting {len(files)} npm tarballs", rates(bench, files), None),
        row("the same, the largest tarball alone", rates(bench, [largest]), None),
    ]
    return rows + [row(f"inspecting {len(sample)} of them", rates(bench, sample), guarddog(bench, sample))]


def row(what, ours, theirs):
    beside = f"GuardDog {theirs:.2f} MB/s" if theirs else ""
    ratio = f"{median(ours) / theirs:,.0f}" if theirs else ""
    return Row(f"{what}, unpacked bytes a second of one core", f"{median(ours):.0f} MB/s", beside, ratio, "at least 50 MB/s",
               median(ours) >= 50)


def unpacked(files):
    total = 0
    for path in files:
        with gzip.open(path) as file:
            total += len(file.read())
    return total


def rates(bench, files):
    size, found = unpacked(files), []
    for _ in range(ROUNDS):
        command = ["taskset", "-c", "0", bench.sallyport, "inspect", "--format", "json", *files]
        _, cpu, status = timed(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if status not in (0, 10, 20):
            raise RuntimeError(f"inspect ended with {status}")
        found.append(size / cpu / 1e6)
    return found


def guarddog(bench, files):
    """GuardDog reads one package a process, and takes seconds for it: one round is enough for a factor of hundreds."""
    seconds = 0
    for path in files:
        command = ["taskset", "-c", "0", bench.guarddog, "npm", "scan", path, "--output-format", "json"]
        _, cpu, _ = timed(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds += cpu
    return unpacked(files) / seconds / 1e6
