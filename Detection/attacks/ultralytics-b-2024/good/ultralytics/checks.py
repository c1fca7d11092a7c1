import re


def parse_version(version):
    match = re.findall(r"\d+", str(version))
    return tuple(map(int, match[:3])) if match else (0, 0, 0)


def check_version(current="0.0.0", required="0.0.0", hard=False):
    result = True
    for r in required.strip(",").split(","):
        op, version = re.match(r"([^0-9]*)([\d.]+)", r).groups()
        c, v = parse_version(current), parse_version(version)
        if op == "==" and c != v or op in (">=", "") and c < v or op == "<" and c >= v:
            result = False
    if hard and not result:
        raise ModuleNotFoundError(f"{required} is required, but {current} is installed")
    return result
