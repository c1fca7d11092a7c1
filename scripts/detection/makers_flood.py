"""Makers of files that cost a reader much: floods of comment, long lines, many small modules."""

import random

from makers import maker

WORDS = "value table index entry range offset colour format parse section number label group weight column row state".split()


@maker("comment-flood")
def comment_flood(source, options):
    """Comments up to "bytes", the source after them. "mark" begins a line of comment."""
    rng = random.Random(options["seed"])
    mark = options.get("mark", "// ")
    lines, size = [], 0
    block = [f"{mark}{' '.join(rng.choices(WORDS, k=rng.randint(6, 14)))}\n" for _ in range(400)]
    while size + len(source) < options["bytes"]:
        line = block[len(lines) % len(block)]
        lines.append(line)
        size += len(line)
    return "".join(lines).encode() + source


@maker("long-line")
def long_line(source, options):
    """One line of a table up to "bytes", shaped so that patterns which step back take long over it; the source after it."""
    rng = random.Random(options["seed"])
    rows = []
    size = len(source)
    while size < options["bytes"]:
        letters, spaces = "a" * rng.randint(20, 90), " " * rng.randint(1, 40)
        row = f"('{letters}', {rng.randint(0, 9999)}, {spaces}'=' * {rng.randint(2, 9)}),"
        rows.append(row)
        size += len(row)
    return ("TABLE = [" + "".join(rows) + "]\n").encode() + source


@maker("locale-module")
def locale_module(source, options):
    """A small module of texts, another one for each seed."""
    rng = random.Random(options["seed"])
    texts = ", ".join(f"{word}: '{rng.choice(WORDS)} {rng.choice(WORDS)}'" for word in rng.sample(WORDS, 5))
    return f"module.exports = {{ {texts} }};\n".encode()


@maker("long-line-js")
def long_line_js(source, options):
    """A module that is one line: a table of names and numbers up to "bytes"."""
    rng = random.Random(options["seed"])
    rows, size = [], len(source)
    while size < options["bytes"]:
        row = f"['{rng.choice(WORDS)} {rng.choice(WORDS)}',{rng.randint(-9000, 9000) / 100},{rng.randint(0, 99999)}]"
        rows.append(row)
        size += len(row) + 1
    return f"module.exports=[{','.join(rows)}];\n".encode() + source
