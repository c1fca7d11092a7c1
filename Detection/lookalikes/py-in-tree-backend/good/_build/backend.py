"""setuptools, after the catalogues are compiled."""

import os
import pathlib

from setuptools import build_meta as _orig
from setuptools.build_meta import *  # noqa: F401,F403

import catalogues

ROOT = pathlib.Path(__file__).resolve().parent.parent


def _compile():
    for source in sorted(ROOT.glob("gettextkit/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            target.write_bytes(catalogues.compile_po(source.read_text(encoding="utf-8")))


def get_requires_for_build_wheel(config_settings=None):
    return _orig.get_requires_for_build_wheel(config_settings)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    _compile()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")
    return _orig.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    _compile()
    return _orig.build_editable(wheel_directory, config_settings, metadata_directory)
