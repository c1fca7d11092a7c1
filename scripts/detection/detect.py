"""Runs both engines over the corpora and writes the tables of docs/detection.md.

usage: detect.py --sallyport BINARY --cases FOLDER --benign FOLDER [--npm FOLDER] [--upstream FOLDER]
                 [--guarddog BINARY] [--page FILE] [--results FILE] [--group NAME ...]
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import sys

import corpora
import engines
import pages

# GuardDog takes seconds for a package, so of the harmless releases it reads every so many.
GUARDDOG_EVERY = 120
# Releases that one process reads.
BATCH = 40


@dataclasses.dataclass
class Result:
    case: corpora.Case
    delta: engines.Answer | None
    cold: engines.Answer | None
    guarddog: engines.Answer | None = None


def gather(given):
    cases = corpora.written(given.cases)
    benign = pathlib.Path(given.benign)
    cases += corpora.pypi(benign / "pypi")
    cases += corpora.debian(benign / "debian")
    if given.npm:
        cases += corpora.npm_bundled(given.npm, benign / "npm-bundled")
    if given.upstream:
        cases += corpora.npm_upstream(given.upstream)
    return [case for case in cases if not given.group or case.group in given.group]


def ours(sallyport, cases, pool):
    """Every case in both modes."""
    results = {case: Result(case, None, None) for case in cases}
    alone = [case for case in cases if case.index or case.group != "benign"]
    many = [case for case in cases if case not in set(alone)]
    for case, answer in each(pool, sallyport.cold, alone, "cold"):
        results[case].cold = answer
    batches = [tuple(many[start : start + BATCH]) for start in range(0, len(many), BATCH)]
    for batch, answers in each(pool, sallyport.cold_many, batches, "cold, by the batch"):
        for case in batch:
            results[case].cold = answers[case.path]
    for case, answer in each(pool, sallyport.delta, [case for case in cases if case.previous], "delta"):
        results[case].delta = answer
    return list(results.values())


def each(pool, work, cases, what):
    tasks = {pool.submit(work, case): case for case in cases}
    for number, task in enumerate(concurrent.futures.as_completed(tasks), 1):
        if number % 200 == 0:
            print(f"{what}: {number} of {len(tasks)}", file=sys.stderr)
        if task.exception() is not None:
            # An engine that fails has not stopped anything; it is said, and counted as such.
            print(f"{what}: {task.exception()}", file=sys.stderr)
            continue
        yield tasks[task], task.result()


def with_guarddog(results, guarddog, pool, groups):
    results = [result for result in results if not groups or result.case.group in groups]
    written = [result for result in results if result.case.group != "benign"]
    sample = [result for result in results if result.case.group == "benign"][::GUARDDOG_EVERY]
    by_case = {result.case: result for result in written + sample}
    for case, answer in each(pool, guarddog.ask, list(by_case), "GuardDog"):
        by_case[case].guarddog = answer


def report(results):
    """What a person who tunes wants to see: each wrong answer, with its reasons."""
    for result in sorted(results, key=lambda result: (result.case.group, result.case.name)):
        for mode in ("delta", "cold"):
            answer = getattr(result, mode)
            if answer is None or answer.stopped == (result.case.truth == corpora.HOSTILE):
                continue
            wrong = "missed" if result.case.truth == corpora.HOSTILE else "stopped"
            print(f"{wrong} {mode} {result.case.group} {result.case.name}: {', '.join(answer.reasons)}")
    counts = collections.Counter()
    for result in results:
        for mode in ("delta", "cold"):
            answer = getattr(result, mode)
            if answer is not None:
                counts[result.case.group, mode, answer.stopped] += 1
    for (group, mode, stopped), count in sorted(counts.items()):
        print(f"{group} {mode} {'stopped' if stopped else 'admitted'}: {count}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sallyport", required=True)
    parser.add_argument("--cases", required=True)
    parser.add_argument("--benign", required=True)
    parser.add_argument("--npm")
    parser.add_argument("--upstream")
    parser.add_argument("--guarddog")
    parser.add_argument("--guarddog-group", action="append")
    parser.add_argument("--page")
    parser.add_argument("--results")
    parser.add_argument("--group", action="append")
    given = parser.parse_args()
    cases = gather(given)
    sallyport = engines.Sallyport(given.sallyport)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = ours(sallyport, cases, pool)
        if given.guarddog:
            guarddog = engines.GuardDog(given.guarddog, pathlib.Path(given.benign) / "guarddog")
            with_guarddog(results, guarddog, pool, given.guarddog_group)
    report(results)
    if given.results:
        pathlib.Path(given.results).write_text(json.dumps([dataclasses.asdict(result) for result in results]))
    if given.page:
        pages.write(pathlib.Path(given.page), results)


if __name__ == "__main__":
    main()
