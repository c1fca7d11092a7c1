import os
import platform
import subprocess

import pytest


def pytest_addoption(parser):
    group = parser.getgroup("revision")
    group.addoption("--revision", action="store_true", default=None, help="show the revision in the header")
    parser.addini("revision", type="bool", default=True, help="show the revision in the header")


def _git(root, *args):
    try:
        done = subprocess.run(["git", *args], cwd=root, capture_output=True, text=True, timeout=5)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def pytest_report_header(config):
    if not (config.getoption("--revision") or config.getini("revision")):
        return None
    root = str(config.rootpath)
    revision = os.environ.get("GITHUB_SHA") or _git(root, "rev-parse", "HEAD")
    if not revision:
        return None
    dirty = _git(root, "status", "--porcelain")
    return "revision: {}{} on {}".format(revision[:12], " (changed)" if dirty else "", platform.node())


@pytest.fixture(scope="session")
def revision(request):
    return _git(str(request.config.rootpath), "rev-parse", "HEAD")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    report.revision = getattr(item.config, "_revision", None)
