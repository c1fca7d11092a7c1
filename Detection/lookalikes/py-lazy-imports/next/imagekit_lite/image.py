import struct
import zlib


class Image:
    def __init__(self, width, height, data=None):
        self.width, self.height = width, height
        self.data = bytearray(data) if data is not None else bytearray(width * height * 4)

    def pixel(self, x, y):
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError("the pixel is outside the image")
        at = (y * self.width + x) * 4
        return tuple(self.data[at : at + 4])

    def to_png(self):
        def chunk(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        rows = b"".join(b"\0" + bytes(self.data[y * self.width * 4 : (y + 1) * self.width * 4]) for y in range(self.height))
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 6, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
