"""Makers of binary files: tiny executables with true headers and nothing to run, and carriers of hidden data.

"strings" are put in the read-only data, "imports" in the import table, "bytes" is the size to fill up to with what looks
like machine code or packed data. The entry points return at once.
"""

import base64
import random
import struct
import zlib

from makers import maker


def code_filler(rng, size):
    """Bytes with the look of x86-64 code: common opcodes between immediate values."""
    parts = [b"\x55\x48\x89\xe5\x48\x83\xec\x20", b"\x48\x8b\x45\xf8", b"\xe8\x00\x00\x00\x00", b"\xc9\xc3", b"\x0f\x1f\x40\x00", b"\x31\xc0", b"\x48\x8d\x3d", b"\x0f\x84", b"\x85\xc0", b"\xc7\x45\xfc"]
    out = bytearray()
    while len(out) < size:
        out += rng.choice(parts)
        if rng.random() < 0.4:
            out += rng.randbytes(4)
    return bytes(out[:size])


def filled(rng, size, packed):
    return rng.randbytes(size) if packed else code_filler(rng, size)


def text_block(options):
    return b"\0".join(text.encode() for text in options.get("strings", [])) + b"\0"


@maker("elf")
def elf(source, options):
    """A 64-bit ELF with .text, .rodata, .dynsym, .dynstr, .comment; "shared" makes it a library, "packed" random inside."""
    rng = random.Random(options["seed"])
    imports = options.get("imports", ["getenv", "open", "read"])
    exports = options.get("exports", [])
    names, offsets = b"\0", []
    for symbol in [*imports, *exports, "libc.so.6"]:
        offsets.append(len(names))
        names += symbol.encode() + b"\0"
    start = b"\xb8\x3c\x00\x00\x00\x31\xff\x0f\x05\xc3"  # exit(0)
    rodata = text_block(options) + source
    used = 0x40 + 2 * 0x38 + len(names) + len(rodata) + 24 * (len(offsets)) + 0x500
    text = start + filled(rng, max(64, options.get("bytes", 8192) - used), options.get("packed", False))
    symbols = bytes(24)
    for index, offset in enumerate(offsets[:-1]):
        exported = index >= len(imports)
        symbols += struct.pack("<IBBHQQ", offset, 0x12, 0, 1 if exported else 0, 0x1000 if exported else 0, 10 if exported else 0)
    dynamic = struct.pack("<QQ", 1, offsets[-1]) + bytes(16)
    comment = options.get("comment", "GCC: (GNU) 13.2.0").encode() + b"\0"
    parts = [(".text", 1, 6, text), (".rodata", 1, 2, rodata), (".dynsym", 11, 2, symbols), (".dynstr", 3, 2, names), (".dynamic", 6, 3, dynamic), (".comment", 1, 0, comment)]
    section_names, name_at = b"\0", {}
    for title in [part[0] for part in parts] + [".shstrtab"]:
        name_at[title] = len(section_names)
        section_names += title.encode() + b"\0"
    body, headers, position = b"", bytes(64), 0x40 + 2 * 0x38
    for title, kind, flags, content in [*parts, (".shstrtab", 3, 0, section_names)]:
        gap = -position % 16
        body, position = body + bytes(gap), position + gap
        link = {".dynsym": 4, ".dynamic": 4}.get(title, 0)
        size = {".dynsym": 24, ".dynamic": 16}.get(title, 0)
        headers += struct.pack("<IIQQQQIIQQ", name_at[title], kind, flags, 0x1000 + position, position, len(content), link, 1 if title == ".dynsym" else 0, 16, size)
        body, position = body + content, position + len(content)
    gap = -position % 16
    body, position = body + bytes(gap), position + gap
    kind = 3 if options.get("shared") else 2
    head = b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", kind, 62, 1, 0x1000 + 0x40 + 0x70, 0x40, position, 0, 0x40, 0x38, 2, 0x40, 8, 7)
    load = struct.pack("<IIQQQQQQ", 1, 5, 0, 0x1000, 0x1000, position, position, 0x1000)
    dynamic_at = 0x40 + 0x70
    segment = struct.pack("<IIQQQQQQ", 2, 6, dynamic_at, 0x1000 + dynamic_at, 0x1000 + dynamic_at, len(dynamic), len(dynamic), 8)
    return head + load + segment + body + headers


@maker("pe")
def pe(source, options):
    """A 64-bit PE ("dll" by default) with .text, .rdata (imports), .data, a name for its exports; the entry returns 1."""
    rng = random.Random(options["seed"])
    imports = options.get("imports", {"KERNEL32.dll": ["LoadLibraryA", "GetProcAddress"]})
    rva, size = 0x1000, len(import_table(imports, 0)) + len(text_block(options)) + len(source)
    entry = b"\xb8\x01\x00\x00\x00\xc3" + bytes(10)
    text = entry + filled(rng, max(512, options.get("bytes", 16384) - size - 0x600), options.get("packed", False))
    sections, body, raw = b"", b"", 0x400
    rdata_rva = 0x1000 + (len(text) + 0xFFF) // 0x1000 * 0x1000
    rdata = import_table(imports, rdata_rva) + text_block(options) + source
    data_rva = rdata_rva + (len(rdata) + 0xFFF) // 0x1000 * 0x1000
    data = bytes(64)
    for name, content, where, flags in ((b".text", text, rva, 0x60000020), (b".rdata", rdata, rdata_rva, 0x40000040), (b".data", data, data_rva, 0xC0000040)):
        size = (len(content) + 0x1FF) // 0x200 * 0x200
        sections += struct.pack("<8sIIIIIIHHI", name, len(content), where, size, raw, 0, 0, 0, 0, flags)
        body += content.ljust(size, b"\0")
        raw += size
    stub = b"\x0e\x1f\xba\x0e\x00\xb4\x09\xcd\x21\xb8\x01\x4c\xcd\x21This program cannot be run in DOS mode.\r\r\n$"
    dos = (b"MZ" + bytes(58) + struct.pack("<I", 0x80) + stub).ljust(0x80, b"\0")
    characteristics = 0x2022 if options.get("dll", True) else 0x22
    head = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 3, 0x5F000000, 0, 0, 240, characteristics)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, len(text), len(rdata) + len(data), 0, 0x1000, 0x1000)
    optional += struct.pack("<QIIHHHHHHIIIIHH", 0x180000000, 0x1000, 0x200, 6, 0, 0, 0, 6, 0, 0, data_rva + 0x1000, 0x400, 0, 2, 0x160)
    optional += struct.pack("<QQQQII", 0x100000, 0x1000, 0x100000, 0x1000, 0, 16)
    directories = bytes(8) + struct.pack("<II", rdata_rva, 20 * (len(imports) + 1)) + bytes(14 * 8)
    return (dos + head + optional + directories + sections).ljust(0x400, b"\0") + body


def import_table(imports, base):
    """Import descriptors, lookup tables and names, for a section at `base`."""
    descriptors, position = b"", 20 * (len(imports) + 1)
    tables, names = b"", b""
    table_at = position
    name_at = table_at + sum(2 * 8 * (len(functions) + 1) for functions in imports.values())
    for library, functions in imports.items():
        lookups = b""
        for function in functions:
            lookups += struct.pack("<Q", base + name_at + len(names))
            names += b"\0\0" + function.encode() + b"\0"
        lookups += bytes(8)
        library_at = name_at + len(names)
        names += library.encode() + b"\0"
        descriptors += struct.pack("<IIIII", base + table_at + len(tables), 0, 0, base + library_at, base + table_at + len(tables) + len(lookups))
        tables += lookups * 2
    return descriptors + bytes(20) + tables + names


@maker("macho")
def macho(source, options):
    """A 64-bit Mach-O with one text segment, a symbol table and a library it loads."""
    rng = random.Random(options["seed"])
    imports = options.get("imports", ["_getenv", "_open", "_read"])
    names, offsets = b"\0", []
    for symbol in imports:
        offsets.append(len(names))
        names += symbol.encode() + b"\0"
    symbols = b"".join(struct.pack("<IBBHQ", offset, 1, 0, 0x100, 0) for offset in offsets)
    rodata = text_block(options) + source
    library = b"/usr/lib/libSystem.B.dylib\0".ljust(32, b"\0")
    commands_size = 72 + 80 + 24 + 24 + len(library)
    start = 0x20 + commands_size
    start += -start % 16
    text = b"\x31\xc0\xc3" + filled(rng, max(64, options.get("bytes", 8192) - start - len(rodata) - len(symbols) - len(names)), options.get("packed", False))
    body = text + rodata
    symbols_at = start + len(body)
    section = struct.pack("<16s16sQQIIIIIIII", b"__text", b"__TEXT", 0x1000 + start, len(body), start, 4, 0, 0, 0x80000400, 0, 0, 0)
    segment = struct.pack("<II16sQQQQIIII", 0x19, 152, b"__TEXT", 0x1000, start + len(body), 0, start + len(body), 7, 5, 1, 0) + section
    table = struct.pack("<IIIIII", 2, 24, symbols_at, len(symbols) // 16, symbols_at + len(symbols), len(names))
    load = struct.pack("<IIIIII", 0xC, 24 + len(library), 24, 2, 0x50C6405, 0x10000) + library
    head = struct.pack("<IIIIIIII", 0xFEEDFACF, 0x1000007 if not options.get("arm") else 0x100000C, 3, 2, 3, len(segment + table + load), 0x85, 0)
    return (head + segment + table + load).ljust(start, b"\0") + body + symbols + names


@maker("random")
def random_bytes(source, options):
    """Random bytes up to "bytes", after a "magic" given in hex."""
    head = bytes.fromhex(options.get("magic", ""))
    return head + random.Random(options["seed"]).randbytes(max(0, options.get("bytes", 4096) - len(head)))


def exclusive(content, key):
    return bytes(byte ^ key[i % len(key)] for i, byte in enumerate(content)) if key else content


@maker("wav")
def wav(source, options):
    """A mono WAV whose frames are the source, in base64 and exclusive-ored with "key", then noise up to "bytes"."""
    rng = random.Random(options["seed"])
    hidden = exclusive(base64.b64encode(source), options.get("key", "").encode())
    frames = hidden + rng.randbytes(max(0, options.get("bytes", 0) - 44 - len(hidden)))
    frames += b"\0" * (len(frames) % 2)
    layout = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 22050, 44100, 2, 16)
    return b"RIFF" + struct.pack("<I", 36 + len(frames)) + b"WAVE" + layout + b"data" + struct.pack("<I", len(frames)) + frames


@maker("png")
def png(source, options):
    """A small PNG; the source stands after its end, in a tEXt chunk, or in the pixels ("where": tail, text, pixels)."""
    rng = random.Random(options["seed"])
    side = options.get("side", 32)
    where = options.get("where", "tail")
    hidden = exclusive(source, options.get("key", "").encode())
    pixels = bytearray(rng.randbytes(3 * side * side) if where == "pixels" else b"\x2d\x7d\xd2" * (side * side))
    if where == "pixels":
        for i, bit in enumerate(bit for byte in len(hidden).to_bytes(4, "big") + hidden for bit in f"{byte:08b}"):
            pixels[i] = pixels[i] & 0xFE | int(bit)

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + bytes(pixels[3 * side * row : 3 * side * (row + 1)]) for row in range(side))
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    if where == "text":
        out += chunk(b"tEXt", b"Comment\0" + base64.b64encode(hidden))
    out += chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return out + (hidden if where == "tail" else b"")


@maker("font")
def font(source, options):
    """The head of a WOFF2 font, then the source ("plain": the source alone under a font's name)."""
    if options.get("plain"):
        return source
    rng = random.Random(options["seed"])
    tail = rng.randbytes(max(0, options.get("bytes", 0) - 48 - len(source)))
    size = 48 + len(tail) + len(source)
    head = b"wOF2" + struct.pack(">IIHHIIHHIIIII", 0x10000, size, 10, 0, size * 2, len(tail), 1, 0, 0, 0, 0, 0, 0)
    return head.ljust(48, b"\0") + tail + source


@maker("wasm")
def wasm(source, options):
    """A WebAssembly module: imports "imports" ([module, name] pairs), one exported empty function, the source as data."""

    def number(value):
        out = b""
        while True:
            byte, value = value & 0x7F, value >> 7
            out += bytes([byte | (0x80 if value else 0)])
            if not value:
                return out

    def section(kind, content):
        return bytes([kind]) + number(len(content)) + content

    def text(value):
        return number(len(value.encode())) + value.encode()

    imports = options.get("imports", [])
    out = b"\0asm\x01\0\0\0" + section(1, b"\x01\x60\0\0")
    if imports:
        out += section(2, number(len(imports)) + b"".join(text(module) + text(name) + b"\0\0" for module, name in imports))
    out += section(3, b"\x01\0") + section(5, b"\x01\0" + number(max(1, (len(source) + 0xFFFF) // 0x10000)))
    exported = text(options.get("export", "run")) + b"\0" + number(len(imports))
    out += section(7, b"\x02" + exported + text("memory") + b"\x02\0") + section(10, b"\x01\x02\0\x0b")
    return out + section(11, b"\x01\0\x41\0\x0b" + number(len(source)) + source)
