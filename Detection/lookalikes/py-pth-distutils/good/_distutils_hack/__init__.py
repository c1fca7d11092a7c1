import os
import sys


def clear_distutils():
    if "distutils" not in sys.modules:
        return
    for name in [n for n in sys.modules if n == "distutils" or n.startswith("distutils.")]:
        del sys.modules[name]


class DistutilsMetaFinder:
    def find_spec(self, fullname, path, target=None):
        if path is not None and not fullname.startswith("test."):
            return None
        method = getattr(self, "spec_for_{}".format(fullname), lambda: None)
        return method()

    def spec_for_distutils(self):
        import importlib
        import importlib.abc
        import importlib.util

        try:
            mod = importlib.import_module("buildtools._distutils")
        except Exception:
            return None

        class DistutilsLoader(importlib.abc.Loader):
            def create_module(self, spec):
                mod.__name__ = "distutils"
                return mod

            def exec_module(self, module):
                pass

        return importlib.util.spec_from_loader("distutils", DistutilsLoader(), origin=mod.__file__)

    def spec_for_pip(self):
        if sys.version_info >= (3, 12):
            return
        clear_distutils()
        self.spec_for_distutils = lambda: None


DISTUTILS_FINDER = DistutilsMetaFinder()


def add_shim():
    DISTUTILS_FINDER in sys.meta_path or sys.meta_path.insert(0, DISTUTILS_FINDER)


def remove_shim():
    try:
        sys.meta_path.remove(DISTUTILS_FINDER)
    except ValueError:
        pass
