from wcwidth import wcswidth


class Table:
    def __init__(self, *headers, padding=1):
        self.headers = [str(h) for h in headers]
        self.rows = []
        self.padding = padding

    def add(self, *cells):
        if len(cells) != len(self.headers):
            raise ValueError("expected {} cells, got {}".format(len(self.headers), len(cells)))
        self.rows.append([str(c) for c in cells])

    def widths(self):
        columns = zip(self.headers, *self.rows)
        return [max(max(wcswidth(line) for line in cell.split("\n")) for cell in column) for column in columns]

    def render(self):
        widths = self.widths()
        pad = " " * self.padding
        rule = "+" + "+".join("-" * (w + 2 * self.padding) for w in widths) + "+"
        out = [rule]
        for row in [self.headers] + self.rows:
            cells = [pad + c + " " * (w - wcswidth(c)) + pad for c, w in zip(row, widths)]
            out.append("|" + "|".join(cells) + "|")
            out.append(rule)
        return "\n".join(out)

    __str__ = render
