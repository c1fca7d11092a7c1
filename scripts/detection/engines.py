"""The two engines that are asked: ours, and GuardDog."""

import dataclasses
import hashlib
import json
import os
import pathlib
import resource
import subprocess

# From 5.0 on, as GuardDog's own evaluation counts.
GUARDDOG_THRESHOLD = 5.0
SECONDS_MAX = 600
ECOSYSTEMS = {"npm": "npm", "pypi": "pypi", "gem": "rubygems"}


@dataclasses.dataclass(frozen=True)
class Answer:
    stopped: bool
    verdict: str
    reasons: tuple[str, ...]
    facts: tuple[str, ...] = ()
    path: str = ""


class Sallyport:
    """`sallyport inspect`, with the release before (delta) or without (cold)."""

    def __init__(self, binary):
        self.binary = binary

    def delta(self, case):
        """Judged as a change of the release before."""
        return self.run(case, "--previous", case.previous)[0]

    def cold(self, case):
        """Judged as a release of which nothing is known."""
        return self.run(case)[0]

    def cold_many(self, cases):
        """The same for many releases of which the index says nothing, in one process."""
        answers = self.run(cases[0], *[case.path for case in cases[1:]])
        return dict(zip(sorted(case.path for case in cases), sorted(answers, key=lambda answer: answer.path)))

    def run(self, case, *arguments):
        command = [self.binary, "inspect", "--format", "json", *arguments]
        if case.index:
            command += ["--index", case.index]
        done = subprocess.run([*command, case.path], capture_output=True, text=True, timeout=SECONDS_MAX)
        if done.returncode not in (0, 10, 20):
            raise RuntimeError(f"{case.name}: exit status {done.returncode}: {done.stderr.strip()[:300]}")
        return [answer(json.loads(line)) for line in done.stdout.splitlines()]


def answer(said):
    """What one line of `sallyport inspect --format json` says."""
    reasons = tuple(reason["code"] for reason in said["reasons"] if reason.get("outcome") != "admit")
    facts = tuple(sorted({f"{fact['code']}@{fact['reach']}" for fact in said["facts"]}))
    return Answer(said["verdict"] != "admit", said["verdict"], reasons, facts, said["file"])


class GuardDog:
    """GuardDog on one release; its answers are kept by the file's digest, because it takes seconds for each."""

    def __init__(self, binary, cache):
        self.binary = binary
        self.cache = pathlib.Path(cache)
        self.cache.mkdir(parents=True, exist_ok=True)
        self.version = subprocess.run([binary, "--version"], capture_output=True, text=True).stdout.split()[-1]

    def ask(self, case):
        digest = hashlib.sha256(pathlib.Path(case.path).read_bytes()).hexdigest()
        kept = self.cache / f"{self.version}-{digest}.json"
        if not kept.exists():
            kept.write_text(json.dumps(self.scan(case)))
        said = json.loads(kept.read_text())
        return Answer(said["score"] >= GUARDDOG_THRESHOLD, f"{said['score']:.1f}", tuple(said["rules"]))

    def scan(self, case):
        command = [self.binary, ECOSYSTEMS[case.ecosystem], "scan", os.path.abspath(case.path)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            done = subprocess.run(
                [*command, "--output-format", "json"], capture_output=True, text=True, timeout=SECONDS_MAX
            )
            said = json.loads(done.stdout[done.stdout.index("{") :])
        except (subprocess.TimeoutExpired, ValueError) as error:
            return {"score": 0.0, "rules": [], "error": str(error)[:200], "seconds": None}
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        score = (said.get("risk_score") or {}).get("score") or 0.0
        rules = sorted({risk["threat_rule"] or risk["name"] for risk in said.get("risks", [])})
        return {"score": score, "rules": rules, "error": str(said.get("errors") or ""), "seconds": seconds}
