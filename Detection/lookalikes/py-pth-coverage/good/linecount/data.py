import json
from collections import defaultdict


class Data:
    def __init__(self, path):
        self.path = path
        self.lines = defaultdict(set)

    def add(self, filename, line):
        self.lines[filename].add(line)

    def write(self):
        with open(self.path, "w", encoding="utf-8") as f:
            json.dump({name: sorted(lines) for name, lines in self.lines.items()}, f)

    @classmethod
    def read(cls, path):
        data = cls(path)
        with open(path, encoding="utf-8") as f:
            for name, lines in json.load(f).items():
                data.lines[name].update(lines)
        return data
