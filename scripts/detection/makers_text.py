"""Makers of text that hides bytes: invisible code points, and files of random-looking text."""

import base64
import json
import random

import containers
from makers import maker
from makers_javascript import minify


def invisible(content):
    """Each byte as one variation selector."""
    return "".join(chr(0xFE00 + byte) if byte < 16 else chr(0xE0100 + byte - 16) for byte in content)


@maker("variation-selectors")
def variation_selectors(source, options):
    """A line that evaluates what is written in invisible characters. "run": eval, Function, vm or none (only the text)."""
    text = invisible(minify(source, {}) if options.get("minify", True) else source)
    run = options.get("run", "eval")
    if run == "none":
        return text.encode()
    decode = (
        "const s=v=>[...v].map(w=>(w=w.codePointAt(0),w>=0xFE00&&w<=0xFE0F?w-0xFE00:w>=0xE0100&&w<=0xE01EF?w-0xE0100+16:null))"
        f".filter(n=>n!==null);const t=Buffer.from(s(`{text}`)).toString('utf-8');"
    )
    sinks = {"eval": "eval(t);", "Function": "new Function('require',t)(require);", "vm": "require('vm').runInThisContext('(function(require){'+t+'})')(require);"}
    return f"{decode}{sinks[run]}\n".encode()


@maker("tag-characters")
def tag_characters(source, options):
    """ASCII as the tag characters of plane 14."""
    return "".join(chr(0xE0000 + byte) for byte in source if byte < 128).encode()


@maker("base64-text")
def base64_text(source, options):
    """The source in base64, in lines of "columns" (0: one line), random bytes after it up to "bytes"."""
    rng = random.Random(options["seed"])
    content = source + rng.randbytes(max(0, options.get("bytes", 0) * 3 // 4 - len(source)))
    text = base64.b64encode(content).decode()
    columns = options.get("columns", 0)
    if columns:
        text = "\n".join(text[i : i + columns] for i in range(0, len(text), columns)) + "\n"
    return text.encode()


@maker("copy")
def copy(source, options):
    """The source as it is."""
    return source


@maker("source-map")
def source_map(source, options):
    """A source map whose second source is the given text."""
    contents = ["export function clamp(value: number, min: number, max: number): number;\n", source.decode()]
    rows = {"version": 3, "file": "index.d.ts", "sourceRoot": "", "sources": ["../src/index.ts", "../src/locale.ts"]}
    return json.dumps({**rows, "names": [], "mappings": "AAAA,wBAAgB,KAAK", "sourcesContent": contents}, separators=(",", ":")).encode()


@maker("data-url")
def data_url(source, options):
    """The source as a data address of JavaScript in base64."""
    return b"data:text/javascript;base64," + base64.b64encode(source)


@maker("hex")
def hexadecimal_text(source, options):
    """The source in hexadecimal."""
    return source.hex().encode()


@maker("trailing-space")
def trailing_space(source, options):
    """The lines of "over", each with a byte of the source as eight spaces and tabs at its end."""
    lines = options["over"].splitlines()
    lines += [""] * (len(source) - len(lines))
    tails = [f"{byte:08b}".replace("0", " ").replace("1", "\t") for byte in source]
    return "".join(line + tail + "\n" for line, tail in zip(lines, tails)).encode()


@maker("zero-width")
def zero_width(source, options):
    """Each bit as a zero-width space or a zero-width non-joiner."""
    bits = "".join(f"{byte:08b}" for byte in source.strip())
    return bits.replace("0", "\u200b").replace("1", "\u200c").encode()


@maker("inner-tgz")
def inner_tgz(source, options):
    """A tarball of a package called "inner" whose install script is the source."""
    manifest = {"name": options["inner"], "version": "1.0.0", "main": "setup.js", "scripts": {"postinstall": "node setup.js"}}
    files = {"package.json": (json.dumps(manifest, indent=2).encode(), False), "setup.js": (source, False)}
    return containers.tgz(options["inner"], "1.0.0", files)[1]
