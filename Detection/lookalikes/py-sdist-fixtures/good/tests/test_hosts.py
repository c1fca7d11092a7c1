import pytest

from clickable import is_private


@pytest.mark.parametrize("address", ["10.0.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "::1"])
def test_private(address):
    assert is_private(address)


@pytest.mark.parametrize("address", ["198.51.100.23", "203.0.113.77", "2001:db8::1", "203.0.113.8"])
def test_public(address):
    is_private(address)
