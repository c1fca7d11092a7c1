from setuptools import setup

setup(
    name="ctx",
    version="0.1.2",
    description="A minimal but opinionated dict/object combo (like Bunch).",
    py_modules=["ctx"],
    python_requires=">=2.7",
)
