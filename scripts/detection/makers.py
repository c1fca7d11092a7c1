"""Makers of the corpus's generated files: deterministic for a seed, harmless, written in the standard library only.

A maker takes the bytes of "from" (or what the maker before it made) and its options, and returns bytes. `make` runs one
or a chain. Add one with `@maker("name")` in this file or in a makers_*.py that is imported below.
"""

MAKERS = {}


def maker(name):
    """Registers a maker: a function of (source: bytes, options: dict) that returns bytes."""

    def register(function):
        MAKERS[name] = function
        return function

    return register


def make(chain, source, options):
    """Applies one maker (a name) or several (a list of names and {"name": ..., option: ...}) to the source."""
    shared = {key: value for key, value in options.items() if key not in ("maker", "in", "path", "from", "at", "place")}
    for link in [chain] if isinstance(chain, (str, dict)) else chain:
        own = link if isinstance(link, dict) else {"name": link}
        if own["name"] not in MAKERS:
            raise ValueError(f"no maker is called {own['name']}")
        source = MAKERS[own["name"]](source, {"seed": 1, **shared, **own})
    return source


import makers_binary  # noqa: E402,F401  (they register themselves)
import makers_flood  # noqa: E402,F401
import makers_javascript  # noqa: E402,F401
import makers_text  # noqa: E402,F401
