#!/usr/bin/env python
import codecs
import os
import re
import subprocess
import sys

from setuptools import find_packages, setup
from setuptools.command.test import test as TestCommand

here = os.path.dirname(os.path.abspath(__file__))

about = {}
with open(os.path.join(here, "tablewright", "__version__.py"), "r", encoding="utf-8") as f:
    exec(f.read(), about)

if sys.argv[-1] == "publish":
    os.system("python setup.py sdist bdist_wheel")
    os.system("twine upload dist/*")
    sys.exit()


def git_suffix():
    if not os.path.isdir(os.path.join(here, ".git")):
        return ""
    try:
        text = subprocess.check_output(["git", "describe", "--tags", "--dirty"], cwd=here, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return ""
    match = re.match(rb"v[\d.]+-(\d+)-g([0-9a-f]+)", text)
    return "+{}.{}".format(match.group(1).decode(), match.group(2).decode()) if match else ""


class PyTest(TestCommand):
    user_options = [("pytest-args=", "a", "Arguments to pass into py.test")]

    def run_tests(self):
        import pytest

        sys.exit(pytest.main(["-n", "auto"]))


with codecs.open("README.rst", "r", "utf-8") as f:
    readme = f.read()

setup(
    name=about["__title__"],
    version=about["__version__"] + git_suffix(),
    description=about["__description__"],
    long_description=readme,
    author=about["__author__"],
    packages=find_packages(exclude=["tests"]),
    cmdclass={"test": PyTest},
    install_requires=["wcwidth>=0.2"],
)
