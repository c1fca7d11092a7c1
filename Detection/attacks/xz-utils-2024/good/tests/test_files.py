import pathlib

import pytest

import pylzmax

FILES = pathlib.Path(__file__).with_name("files")


@pytest.mark.parametrize("path", sorted(FILES.glob("bad-*.xz")))
def test_bad(path):
    with pytest.raises(Exception):
        pylzmax.decompress(path.read_bytes())
