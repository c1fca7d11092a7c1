"""Durable functions for Python."""

from durabletask.worker import ConcurrencyOptions

__all__ = ["ConcurrencyOptions"]

PACKAGE_NAME = "durabletask"
