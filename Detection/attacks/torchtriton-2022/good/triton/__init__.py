"""Language and compiler for kernels."""
__version__ = "2.0.0"

from .runtime import JITFunction, jit

__all__ = ["JITFunction", "jit"]
