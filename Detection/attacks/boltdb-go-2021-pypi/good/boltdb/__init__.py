import json
import os


class DB:
    def __init__(self, path, read_only=False):
        self.path = path
        self.read_only = read_only
        self.buckets = {}
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                self.buckets = json.load(f)

    def bucket(self, name):
        return self.buckets.setdefault(name, {})

    def commit(self):
        if self.read_only:
            raise PermissionError("the database is read only")
        with open(self.path + ".tmp", "w", encoding="utf-8") as f:
            json.dump(self.buckets, f)
        os.replace(self.path + ".tmp", self.path)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.commit()


def open_db(path, **options):
    return DB(path, **options)
