import math


def local_maxima(grid, threshold):
    """Positions whose value is above the threshold and above all neighbours."""
    spots = []
    for y in range(1, len(grid) - 1):
        for x in range(1, len(grid[0]) - 1):
            value = grid[y][x]
            if value < threshold:
                continue
            if all(value >= grid[y + dy][x + dx] for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
                spots.append((y, x, value))
    return spots


def gaussian(sigma):
    radius = math.ceil(3 * sigma)
    kernel = [math.exp(-(i * i) / (2 * sigma * sigma)) for i in range(-radius, radius + 1)]
    total = sum(kernel)
    return [k / total for k in kernel]


def enhance(grid, sigma=1.0):
    kernel = gaussian(sigma)
    radius = len(kernel) // 2

    def blur(row):
        return [sum(kernel[k] * row[min(max(i + k - radius, 0), len(row) - 1)] for k in range(len(kernel))) for i in range(len(row))]

    rows = [blur(row) for row in grid]
    columns = [blur(list(column)) for column in zip(*rows)]
    return [list(row) for row in zip(*columns)]
