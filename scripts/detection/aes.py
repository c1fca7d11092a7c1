"""AES in counter and Galois mode over the standard library, fast enough for megabytes.

All blocks are worked on at once: the state is sixteen planes, one byte of every block each, so that a substitution is one
`bytes.translate` and an addition one exclusive or of two large integers.
"""


def _xtime(byte):
    return ((byte << 1) ^ 0x1B) & 0xFF if byte & 0x80 else byte << 1


def _sbox():
    box, p, q = [0] * 256, 1, 1
    while True:
        p = p ^ _xtime(p)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        rotated = q
        for shift in range(1, 5):
            rotated ^= ((q << shift) | (q >> (8 - shift))) & 0xFF
        box[p] = rotated ^ 0x63
        if p == 1:
            break
    box[0] = 0x63
    return bytes(box)


SBOX = _sbox()
DOUBLE = bytes(_xtime(byte) for byte in range(256))


def expand(key):
    """The round keys of a key of 16 or 32 bytes."""
    length = len(key) // 4
    words = [key[i : i + 4] for i in range(0, len(key), 4)]
    constant = 1
    for index in range(length, 4 * (length + 7)):
        word = words[-1]
        if index % length == 0:
            word = (word[1:] + word[:1]).translate(SBOX)
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _xtime(constant)
        elif length == 8 and index % 8 == 4:
            word = word.translate(SBOX)
        words.append(bytes(a ^ b for a, b in zip(words[-length], word)))
    return [b"".join(words[i : i + 4]) for i in range(0, len(words), 4)]


def encrypt_blocks(key, blocks):
    """Encrypts whole blocks independently."""
    count = len(blocks) // 16
    if count == 0:
        return b""
    ones = int.from_bytes(b"\x01" * count, "little")

    def number(plane):
        return int.from_bytes(plane, "little")

    rounds = expand(key)
    planes = [(number(blocks[i::16]) ^ ones * rounds[0][i]).to_bytes(count, "little") for i in range(16)]
    last = len(rounds) - 1
    for turn in range(1, last + 1):
        planes = [plane.translate(SBOX) for plane in planes]
        planes = [planes[(i + 4 * (i % 4)) % 16] for i in range(16)]
        values = [number(plane) for plane in planes]
        if turn < last:
            doubled = [number(plane.translate(DOUBLE)) for plane in planes]
            mixed = []
            for i in range(16):
                column, row = i - i % 4, i % 4
                one, two, three = (column + (row + step) % 4 for step in (1, 2, 3))
                mixed.append(doubled[i] ^ doubled[one] ^ values[one] ^ values[two] ^ values[three])
            values = mixed
        planes = [(value ^ ones * rounds[turn][i]).to_bytes(count, "little") for i, value in enumerate(values)]
    out = bytearray(16 * count)
    for i, plane in enumerate(planes):
        out[i::16] = plane
    return bytes(out)


def _ghash(subkey, data):
    """The universal hash of GCM, a byte at a time through a table of the subkey's multiples."""
    reduction = 0xE1 << 120
    multiples, value = [0] * 256, subkey
    for bit in range(8):
        multiples[0x80 >> bit] = value
        value = (value >> 1) ^ (reduction if value & 1 else 0)
    for byte in range(256):
        if byte & (byte - 1):
            low = byte & -byte
            multiples[byte] = multiples[low] ^ multiples[byte ^ low]
    fall = []
    for byte in range(256):
        rest = byte
        for _ in range(8):
            rest = (rest >> 1) ^ (reduction if rest & 1 else 0)
        fall.append(rest)
    total = 0
    for start in range(0, len(data), 16):
        total ^= int.from_bytes(data[start : start + 16].ljust(16, b"\0"), "big")
        product = 0
        for byte in total.to_bytes(16, "big")[::-1]:
            product = (product >> 8) ^ fall[product & 0xFF] ^ multiples[byte]
        total = product
    return total


def gcm(key, nonce, plain):
    """Ciphertext and tag for a 12-byte nonce."""
    count = (len(plain) + 15) // 16
    counters = b"".join(nonce + (2 + i).to_bytes(4, "big") for i in range(count))
    stream = encrypt_blocks(key, counters)[: len(plain)]
    cipher = (int.from_bytes(plain, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(plain), "big")
    subkey = int.from_bytes(encrypt_blocks(key, bytes(16)), "big")
    padded = cipher + bytes(-len(cipher) % 16)
    digest = _ghash(subkey, padded + bytes(8) + (8 * len(cipher)).to_bytes(8, "big"))
    first = int.from_bytes(encrypt_blocks(key, nonce + b"\0\0\0\1"), "big")
    return cipher, (digest ^ first).to_bytes(16, "big")


def ctr(key, counter, plain):
    """Counter mode with a whole 16-byte first counter."""
    count, start = (len(plain) + 15) // 16, int.from_bytes(counter, "big")
    counters = b"".join(((start + i) % (1 << 128)).to_bytes(16, "big") for i in range(count))
    stream = encrypt_blocks(key, counters)[: len(plain)]
    return (int.from_bytes(plain, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(plain), "big")


def cbc(key, first, plain):
    """Cipher block chaining with the usual padding."""
    rest = 16 - len(plain) % 16
    plain, out = plain + bytes([rest]) * rest, [first]
    for start in range(0, len(plain), 16):
        out.append(encrypt_blocks(key, bytes(a ^ b for a, b in zip(plain[start : start + 16], out[-1]))))
    return b"".join(out[1:])
