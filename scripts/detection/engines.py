"""The two engines that are asked: ours, and GuardDog."""

import dataclasses
import hashlib
import json
import os
import pathlib
import subprocess
import threading

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
        return {answer.path: answer for answer in answers}

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
        """Its answer; none where it failed or took too long, which is neither one nor the other."""
        digest = hashlib.sha256(pathlib.Path(case.path).read_bytes()).hexdigest()
        kept = self.cache / f"{self.version}-{digest}.json"
        if kept.exists():
            said = json.loads(kept.read_text())
        else:
            said = self.scan(case)
            # What went wrong may go right the next time.
            if not said["error"]:
                whole = kept.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
                whole.write_text(json.dumps(said))
                whole.rename(kept)
        if said["error"]:
            return None
        return Answer(said["score"] >= GUARDDOG_THRESHOLD, f"{said['score']:.1f}", tuple(said["rules"]))

    def scan(self, case):
        command = [self.binary, ECOSYSTEMS[case.ecosystem], "scan", os.path.abspath(case.path)]
        try:
            done = subprocess.run(
                [*command, "--output-format", "json"], capture_output=True, text=True, timeout=SECONDS_MAX
            )
            said = json.loads(done.stdout[done.stdout.index("{") :])
        except (subprocess.TimeoutExpired, ValueError) as error:
            return {"score": 0.0, "rules": [], "error": str(error)[:200]}
        score = (said.get("risk_score") or {}).get("score") or 0.0
        rules = sorted({risk["threat_rule"] or risk["name"] for risk in said.get("risks", [])})
        return {"score": score, "rules": rules, "error": str(said.get("errors") or "")}
