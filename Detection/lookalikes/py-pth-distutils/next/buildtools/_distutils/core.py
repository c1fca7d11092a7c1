import os


def run(attrs):
    name, version = attrs["name"], attrs.get("version") or "0"
    target = os.path.join("build", "lib")
    os.makedirs(target, exist_ok=True)
    for module in attrs.get("py_modules", []):
        with open(module + ".py", encoding="utf-8") as source:
            text = source.read()
        with open(os.path.join(target, module + ".py"), "w", encoding="utf-8") as copy:
            copy.write(text)
    return "{}-{}".format(name, version)
