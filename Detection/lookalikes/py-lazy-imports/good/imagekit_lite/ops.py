from .image import Image


def resize(image, width, height):
    out = Image(width, height)
    for y in range(height):
        for x in range(width):
            source = image.pixel(x * image.width // width, y * image.height // height)
            at = (y * width + x) * 4
            out.data[at : at + 4] = bytes(source)
    return out


def rotate(image):
    out = Image(image.height, image.width)
    for y in range(image.height):
        for x in range(image.width):
            at = (x * out.width + (out.width - 1 - y)) * 4
            out.data[at : at + 4] = bytes(image.pixel(x, y))
    return out


def blur(image, radius=1):
    out = Image(image.width, image.height)
    for y in range(image.height):
        for x in range(image.width):
            near = [image.pixel(i, j) for j in range(max(0, y - radius), min(image.height, y + radius + 1)) for i in range(max(0, x - radius), min(image.width, x + radius + 1))]
            at = (y * image.width + x) * 4
            out.data[at : at + 4] = bytes(sum(p[c] for p in near) // len(near) for c in range(4))
    return out
