import ast
import struct


def entries(text):
    key = value = None
    current = None
    for line in text.splitlines() + ["msgid \"\""]:
        line = line.strip()
        if line.startswith("msgid "):
            if key is not None and value:
                yield key, value
            key, value, current = ast.literal_eval(line[6:]), "", "key"
        elif line.startswith("msgstr "):
            value, current = ast.literal_eval(line[7:]), "value"
        elif line.startswith('"'):
            piece = ast.literal_eval(line)
            if current == "key":
                key += piece
            else:
                value += piece


def compile_po(text):
    messages = sorted((k.encode(), v.encode()) for k, v in entries(text))
    ids = b"".join(k + b"\0" for k, _ in messages)
    strings = b"".join(v + b"\0" for _, v in messages)
    start = 7 * 4 + 16 * len(messages)
    offsets, o1, o2 = [], 0, 0
    koff, voff = [], []
    for k, v in messages:
        koff += [len(k), start + o1]
        voff += [len(v), start + len(ids) + o2]
        o1 += len(k) + 1
        o2 += len(v) + 1
    offsets = koff + voff
    head = struct.pack("<Iiiiiii", 0x950412DE, 0, len(messages), 28, 28 + len(messages) * 8, 0, 0)
    return head + struct.pack("<%di" % len(offsets), *offsets) + ids + strings
