from setuptools import setup

setup(
    name="ctx",
    version="0.2.6",
    description="A minimal but opinionated dict/object combo (like Bunch).",
    py_modules=["ctx"],
    install_requires=["requests"],
    python_requires=">=2.7",
)
