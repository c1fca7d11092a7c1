from .jit import JITFunction, jit
