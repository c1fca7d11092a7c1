from setuptools import find_packages, setup

setup(
    name="spans-hatch",
    version="1.3.0",
    description="Intervals and sets of them",
    packages=find_packages("src"),
    package_dir={"": "src"},
    python_requires=">=3.8",
)
