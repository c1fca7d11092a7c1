from setuptools import find_packages, setup

setup(
    name="spans-index",
    version="1.0.0",
    description="Intervals and sets of them",
    packages=find_packages("src"),
    package_dir={"": "src"},
    python_requires=">=3.8",
)
