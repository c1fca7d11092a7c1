"""A dictionary whose keys are attributes, with dots that reach inside."""

__version__ = "0.1.2"


class Ctx(dict):
    """Attribute access over a dictionary.

    >>> c = Ctx(a=1, b={"c": 2})
    >>> c.b.c
    2
    """

    def __init__(self, *args, **kwargs):
        super().__init__()
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def __setitem__(self, key, value):
        if isinstance(value, dict) and not isinstance(value, Ctx):
            value = Ctx(value)
        super().__setitem__(key, value)

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    __setattr__ = __setitem__

    def __delattr__(self, name):
        del self[name]

    def dig(self, path, default=None):
        node = self
        for part in path.split("."):
            if not isinstance(node, dict) or part not in node:
                return default
            node = node[part]
        return node

    def copy(self):
        return Ctx(self)
