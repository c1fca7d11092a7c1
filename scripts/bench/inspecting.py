"""Reading packages: unpacked bytes a second of one core, inflate and hashing included, beside GuardDog and gunzip."""
import gzip, os, subprocess

from machine import Row, median, timed

ROUNDS, SAMPLE = 5, 12


def measure(bench):
    registry = os.path.join(bench.upstreams, "registry")
    files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(registry) for name in names
                   if name.endswith(".tgz"))
    sample = files[::len(files) // SAMPLE]
    inspect = [bench.sallyport, "inspect", "--format", "json"]
    ours, gunzip, each = [], [], []
    for _ in range(ROUNDS):
        ours.append(rate(files, [[*inspect, *files]]))
        # What this machine's gzip makes of the same bytes: a figure to compare machines by.
        gunzip.append(rate(files, [["gzip", "-dc", *files]]))
        each.append(rate(sample, [[*inspect, path] for path in sample]))
    # GuardDog takes seconds for a package: one round is enough for a factor of hundreds.
    guarddog = rate(sample, [[bench.guarddog, "npm", "scan", path, "--output-format", "json"] for path in sample])
    return [
        Row(f"inspecting {len(files)} npm tarballs, unpacked bytes a second of one core", f"{median(ours):.0f} MB/s",
            f"`gzip -dc`, which only unpacks: {median(gunzip):.0f} MB/s", f"{median(ours) / median(gunzip):.2f}",
            "at least 100 MB/s", median(ours) >= 100),
        Row(f"inspecting {len(sample)} of them, a process for each", f"{median(each):.1f} MB/s",
            f"GuardDog {guarddog:.3f} MB/s", f"{median(each) / guarddog:,.0f}", "", None),
    ]


def rate(files, commands):
    """Megabytes, unpacked, for each processor second that commands take one after the other."""
    seconds = 0
    for command in commands:
        _, cpu, status = timed(["taskset", "-c", "0", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if status not in (0, 10, 20):
            raise RuntimeError(f"{command[:3]} ended with {status}")
        seconds += cpu
    return sum(unpacked(path) for path in files) / seconds / 1e6


def unpacked(path):
    with gzip.open(path) as file:
        return len(file.read())
