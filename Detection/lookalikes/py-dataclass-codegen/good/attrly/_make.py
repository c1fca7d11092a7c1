import base64
import linecache
import pickle
import uuid

NOTHING = object()


class _Attribute:
    __slots__ = ("name", "default", "validator", "converter")

    def __init__(self, default=NOTHING, validator=None, converter=None):
        self.name = None
        self.default = default
        self.validator = validator
        self.converter = converter


def attrib(**kwargs):
    return _Attribute(**kwargs)


def _compile_and_eval(script, globs, locs=None, filename=""):
    bytecode = compile(script, filename, "exec")
    eval(bytecode, globs, locs)


def _make_method(name, script, filename, globs):
    locs = {}
    count = 1
    base = filename
    while linecache.cache.setdefault(filename, (len(script), None, script.splitlines(True), filename))[2] != script.splitlines(True):
        filename = "{}-{}>".format(base[:-1], count)
        count += 1
    _compile_and_eval(script, globs, locs, filename)
    return locs[name]


def _init_script(attrs):
    args, lines, globs = [], [], {"NOTHING": NOTHING}
    for a in attrs:
        args.append(a.name if a.default is NOTHING else "{0}=_d_{0}".format(a.name))
        globs["_d_" + a.name] = a.default
        value = a.name
        if a.converter is not None:
            globs["_c_" + a.name] = a.converter
            value = "_c_{0}({0})".format(a.name)
        lines.append("    self.{} = {}".format(a.name, value))
        if a.validator is not None:
            globs["_v_" + a.name] = a.validator
            lines.append("    _v_{0}(self, {0!r}, self.{0})".format(a.name))
    return "def __init__(self, {}):\n{}\n".format(", ".join(args), "\n".join(lines) or "    pass"), globs


def define(cls):
    attrs = []
    for name, value in list(vars(cls).items()):
        if isinstance(value, _Attribute):
            value.name = name
            attrs.append(value)
            delattr(cls, name)
    script, globs = _init_script(attrs)
    filename = "<attrly generated init {}.{}-{}>".format(cls.__module__, cls.__qualname__, uuid.uuid4().hex[:6])
    cls.__init__ = _make_method("__init__", script, filename, globs)
    cls.__attrly__ = tuple(attrs)
    cls.__repr__ = lambda self: "{}({})".format(cls.__name__, ", ".join("{}={!r}".format(a.name, getattr(self, a.name)) for a in attrs))
    return cls


def fields(cls):
    return cls.__attrly__


def dumps(obj):
    return base64.b64encode(pickle.dumps({a.name: getattr(obj, a.name) for a in fields(type(obj))})).decode("ascii")
