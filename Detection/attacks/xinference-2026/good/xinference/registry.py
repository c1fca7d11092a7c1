import json
import os
import threading


class ModelRegistry:
    def __init__(self, home):
        self.home = home
        self._lock = threading.Lock()
        self._models = {}

    def load_builtin(self):
        path = os.path.join(os.path.dirname(__file__), "models.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                for spec in json.load(f):
                    self.register(spec)

    def register(self, spec, persist=False):
        if "model_name" not in spec:
            raise ValueError("model_name is missing")
        with self._lock:
            self._models[spec["model_name"]] = spec
        if persist:
            folder = os.path.join(self.home, "model", "llm")
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, spec["model_name"] + ".json"), "w", encoding="utf-8") as f:
                json.dump(spec, f)

    def find(self, name, version=None):
        spec = self._models.get(name)
        if spec is None:
            raise KeyError("model %s is not registered" % name)
        return spec
