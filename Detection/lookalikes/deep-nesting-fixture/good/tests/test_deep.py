import pathlib

import pytest

import jsonwalk

DATA = pathlib.Path(__file__).with_name("data")


def test_deep():
    with pytest.raises(ValueError):
        jsonwalk.loads((DATA / "deep.json").read_text())


def test_broken():
    with pytest.raises(UnicodeDecodeError):
        (DATA / "broken.json").read_text(encoding="utf-8")
