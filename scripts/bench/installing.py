"""`npm ci` of a real tree of about 156 packages: straight from the upstream, through a new Sallyport,
and through one that runs and has seen it."""
import contextlib, json, os, shutil, subprocess, sys

from machine import Row, await_port, free_port, median, process, sallyport, timed

TREE, ROUNDS = "standard@8", 5


def measure(bench):
    upstream, cold_port, warm_port = free_port(), free_port(), free_port()
    straight = f"http://127.0.0.1:{upstream}/"
    through_cold, through_warm = f"http://127.0.0.1:{cold_port}/npm/", f"http://127.0.0.1:{warm_port}/npm/"
    direct, cold, warm = [], [], []
    serve = [sys.executable, os.path.join(bench.upstreams, "serve.py"), os.path.join(bench.upstreams, "registry"), str(upstream)]
    with process(serve):
        await_port(upstream)
        prepare(bench, "direct", straight)
        with sallyport(bench, straight, bench.path("lockfile"), cold_port):
            prepare(bench, "cold", through_cold)
        with sallyport(bench, straight, bench.path("running"), warm_port):
            prepare(bench, "warm", through_warm)
            for round in range(ROUNDS):
                direct.append(clean_install(bench, "direct", straight))
                with sallyport(bench, straight, bench.path(f"new-{round}"), cold_port):
                    cold.append(clean_install(bench, "cold", through_cold))
                direct.append(clean_install(bench, "direct", straight))
                warm.append(clean_install(bench, "warm", through_warm))
    with open(bench.path("direct", "package-lock.json")) as file:
        packages = len(json.load(file)["packages"]) - 1
    rows = []
    for what, times, beside, bar in (("cold", cold, direct[::2], 1.25), ("warm", warm, direct[1::2], 1.0)):
        ratio = median(a / b for a, b in zip(times, beside))
        rows.append(Row(f"`npm ci` of {TREE}, {packages} packages, {what}", f"{median(times):.2f} s",
                        f"straight {median(beside):.2f} s", f"{ratio:.2f}", f"at most {bar} times", ratio <= bar))
    return rows


def prepare(bench, project, registry):
    os.mkdir(bench.path(project))
    with open(bench.path(project, "package.json"), "w") as file:
        json.dump({"name": "tree", "version": "1.0.0", "private": True}, file)
    npm(bench, project, registry, "install", TREE)


def clean_install(bench, project, registry):
    for _ in range(3):
        shutil.rmtree(bench.path(project, "node_modules"))
        shutil.rmtree(bench.path(project, "cache"))
        # What the installation before left to be written would be paid for by this one.
        os.sync()
        with contextlib.suppress(CacheCollision):
            return npm(bench, project, registry, "ci")
    raise RuntimeError("npm's cache collides each time")


def npm(bench, project, registry, *arguments):
    """Wall seconds of an npm with a home, a cache and nothing else of its own."""
    environment = {
        "PATH": os.environ["PATH"], "HOME": bench.path(project), "npm_config_registry": registry,
        "npm_config_cache": bench.path(project, "cache"), "npm_config_update_notifier": "false",
        "npm_config_fund": "false",
    }
    with open(bench.path(project + ".out"), "w+") as output:
        wall, _, status = timed(["npm", *arguments, "--ignore-scripts"], cwd=bench.path(project), env=environment,
                                stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        output.seek(0)
        if status:
            said = output.read()
            # Now and then two of npm's own temporary files get one name, with any registry.
            raise (CacheCollision if "EEXIST" in said else RuntimeError)(f"npm {' '.join(arguments)}: {said[-2000:]}")
    return wall


class CacheCollision(Exception):
    pass
