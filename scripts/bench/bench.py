"""Measures Sallyport beside what it is compared with, in alternating rounds, and prints medians and ratios.

    bench.py --sallyport BINARY --upstreams FOLDER --guarddog BINARY [--page FILE] [MEASURE ...]

A measure is one of the modules' names below. A run of all of them rewrites the table between the marks of the page.
"""
import argparse, os, platform, sys, tempfile, time

import gems, inspecting, installing, rendering, serving
from machine import Bench

MEASURES = {
    "serving": serving.measure,
    "rendering": rendering.measure,
    "rush": rendering.measure_rush,
    "installing": installing.measure,
    "gems": gems.measure,
    "inspecting": inspecting.measure,
}
BEGIN, END = "<!-- make bench writes from here -->", "<!-- to here -->"


def table(rows):
    lines = ["| what | Sallyport | beside it | ratio | bar | |", "|---|---|---|---|---|---|"]
    for row in rows:
        verdict = "" if row.holds is None else ("holds" if row.holds else "**missed**")
        lines.append(f"| {row.what} | {row.ours} | {row.theirs} | {row.ratio} | {row.bar} | {verdict} |")
    return "\n".join(lines)


def machine_line():
    with open("/proc/loadavg") as file:
        load = file.read().split()[0]
    return (f"Measured on {time.strftime('%Y-%m-%d')}: {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
            f"load {load} at the end of the run; medians of alternating rounds.")


def rewrite(page, text):
    with open(page) as file:
        before, rest = file.read().split(BEGIN)
        after = rest.split(END)[1]
    with open(page, "w") as file:
        file.write(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sallyport", required=True)
    parser.add_argument("--upstreams", required=True)
    parser.add_argument("--guarddog", required=True)
    parser.add_argument("--page")
    parser.add_argument("measures", nargs="*", metavar="MEASURE")
    given = parser.parse_args()
    unknown = set(given.measures) - set(MEASURES)
    if unknown:
        sys.exit(f"There is no measure {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}.")

    rows = []
    with tempfile.TemporaryDirectory(prefix="sallyport-bench-") as work:
        for name in given.measures or MEASURES:
            print(f"{name} ...", file=sys.stderr, flush=True)
            folder = os.path.join(work, name)
            os.mkdir(folder)
            bench = Bench(os.path.abspath(given.sallyport), os.path.abspath(given.upstreams),
                          os.path.abspath(given.guarddog), folder)
            measured = MEASURES[name](bench)
            rows += measured
            print(table(measured), file=sys.stderr, flush=True)
    text = f"{machine_line()}\n\n{table(rows)}"
    print(text)
    if given.page and not given.measures:
        rewrite(given.page, text)


main()
