"""python.py FILES TOKENS: compares DumpTokens' output with the tokens of Python's own tokenize.

Before Python 3.12 that module gives a formatted string as one token, and ours are joined for the comparison; from 3.12 on it gives the
parts, and all but the literal ones are compared (it counts the positions of doubled braces in its own way).
"""

import ast
import collections
import io
import json
import sys
import tokenize

KINDS = {tokenize.NAME: "name", tokenize.NUMBER: "number", tokenize.STRING: "string", tokenize.OP: "punctuator"}
WITHOUT_RANGE = {tokenize.NEWLINE: "newline", tokenize.INDENT: "indent", tokenize.DEDENT: "dedent"}
LEFT_OUT = {tokenize.ENCODING, tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER}
HAS_PARTS = hasattr(tokenize, "FSTRING_START")
if HAS_PARTS:
    KINDS |= {tokenize.FSTRING_START: "formattedStart", tokenize.FSTRING_END: "formattedEnd"}
    LEFT_OUT.add(tokenize.FSTRING_MIDDLE)


class OracleError(Exception):
    """The module could not read what Python itself reads."""


def theirs(raw):
    """The tokens of a source that Python accepts, with byte offsets."""
    compile(raw, "source", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
    lines = raw.split(b"\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    mark = 3 if raw.startswith(b"\xef\xbb\xbf") else 0

    def offset(position):
        row, column = position
        if row > len(lines):
            return len(raw)
        line, skipped = lines[row - 1], mark if row == 1 else 0
        if not line.isascii():
            column = len(line[skipped:].decode(encoding)[:column].encode(encoding))
        return min(starts[row - 1] + skipped + column, len(raw))

    for token in tokenize.tokenize(io.BytesIO(raw).readline):
        if token.type == tokenize.ERRORTOKEN:
            # Before 3.12 the module knows fewer letters than the parser, which took the source.
            raise OracleError
        if token.type in WITHOUT_RANGE:
            yield (WITHOUT_RANGE[token.type],)
        elif token.type not in LEFT_OUT:
            yield (KINDS.get(token.type, "other"), offset(token.start), offset(token.end))


def ours(tokens):
    """The dumped tokens in the same form."""
    depth = start = 0
    for kind, first, end in zip(tokens[::3], tokens[1::3], tokens[2::3]):
        if not HAS_PARTS and kind in ("formattedStart", "formattedEnd"):
            if kind == "formattedStart" and depth == 0:
                start = first
            depth += 1 if kind == "formattedStart" else -1
            if depth == 0:
                yield ("string", start, end)
        elif depth == 0 and kind != "formattedMiddle":
            kind = "name" if kind in ("identifier", "keyword") else kind
            yield (kind,) if kind in ("newline", "indent", "dedent") else (kind, first, end)


def main():
    result = collections.Counter()
    with open(sys.argv[1]) as files, open(sys.argv[2]) as dumps:
        for path, dump in zip(files, dumps):
            with open(path.rstrip("\n"), "rb") as file:
                raw = file.read()
            try:
                expected = list(theirs(raw))
            except (SyntaxError, ValueError, tokenize.TokenError, RecursionError, MemoryError):
                result["not valid Python"] += 1
                continue
            except OracleError:
                result["not read by tokenize"] += 1
                continue
            dump = json.loads(dump)
            found = list(ours(dump["tokens"]))
            result["tokens"] += len(expected)
            if found == expected and dump["malformed"] == 0:
                result["agree"] += 1
                continue
            result["disagree"] += 1
            pairs = zip(found + [None], expected + [None])
            print(path.strip(), "malformed", dump["malformed"], next((pair for pair in pairs if pair[0] != pair[1]), ""))
    print(dict(result))
    return 1 if result["disagree"] else 0


sys.exit(main())
