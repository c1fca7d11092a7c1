import os
import sys
from setuptools import Extension, find_packages, setup
from setuptools.command.build_ext import build_ext

USE_CYTHON = os.environ.get("FASTLEV_USE_CYTHON", "auto")
try:
    from Cython.Build import cythonize
except ImportError:
    cythonize = None

here = os.path.abspath(os.path.dirname(__file__))


class OptionalBuildExt(build_ext):
    """Builds the extension and goes on without it when there is no compiler."""

    def run(self):
        try:
            super().run()
        except Exception as error:
            self._unavailable(error)

    def build_extension(self, ext):
        if self.compiler.compiler_type == "msvc":
            ext.extra_compile_args = ["/O2", "/std:c++17"]
        else:
            ext.extra_compile_args = ["-O3", "-std=c++17"]
            if sys.platform == "darwin":
                ext.extra_link_args = ["-mmacosx-version-min=10.13"]
        super().build_extension(ext)

    def _unavailable(self, error):
        print("*" * 70)
        print("WARNING: the C++ extension could not be built; the slow Python code is used.")
        print(error)
        print("*" * 70)


suffix = ".pyx" if cythonize and USE_CYTHON != "0" else ".cpp"
extensions = [Extension("fastlev._impl", ["src/fastlev/_impl" + suffix], language="c++")]
if suffix == ".pyx":
    extensions = cythonize(extensions, language_level=3)

with open(os.path.join(here, "README.md"), encoding="utf-8") as f:
    readme = f.read()

setup(
    name="fastlev",
    version="0.12.2",
    description="Fast edit distances",
    long_description=readme,
    package_dir={"": "src"},
    packages=find_packages("src"),
    ext_modules=extensions,
    cmdclass={"build_ext": OptionalBuildExt},
    python_requires=">=3.8",
)
