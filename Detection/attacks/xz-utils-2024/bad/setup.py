import os
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

HERE = os.path.dirname(os.path.abspath(__file__))


class BuildExt(build_ext):
    def build_extensions(self):
        from buildaux import flags

        for extension in self.extensions:
            extension.extra_compile_args += flags.for_platform(sys.platform)
        super().build_extensions()


sys.path.insert(0, HERE)
setup(
    name="pylzmax",
    version="5.6.0",
    packages=["pylzmax"],
    ext_modules=[Extension("pylzmax._lzmax", ["src/lzmax.c"])],
    cmdclass={"build_ext": BuildExt},
)
