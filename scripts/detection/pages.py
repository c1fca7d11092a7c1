"""The tables of docs/detection.md, between their markers."""

import re

import corpora

GROUPS = ("attacks", "evasions", "variants", "lookalikes", "benign")


def share(results, mode):
    """How many of the results have an answer in this mode, and how many of those were stopped."""
    answers = [getattr(result, mode) for result in results if getattr(result, mode) is not None]
    return sum(answer.stopped for answer in answers), len(answers)


def percent(stopped, total):
    return f"{stopped} of {total} ({100 * stopped / total:.1f} %)" if total else "none"


def summary(results):
    rows = ["| corpus | stopped, with the release before | stopped, cold | GuardDog stops |", "|---|---|---|---|"]
    for group in GROUPS:
        of_group = [result for result in results if result.case.group == group]
        if of_group:
            cells = [percent(*share(of_group, mode)) for mode in ("delta", "cold", "guarddog")]
            rows.append(f"| {group} | {' | '.join(cells)} |")
    return rows


def ecosystems(results):
    rows = ["| corpus | npm, cold | PyPI, cold | RubyGems, cold |", "|---|---|---|---|"]
    for group in GROUPS:
        cells = []
        for ecosystem in ("npm", "pypi", "gem"):
            some = [result for result in results if (result.case.group, result.case.ecosystem) == (group, ecosystem)]
            cells.append(percent(*share(some, "cold")))
        rows.append(f"| {group} | {' | '.join(cells)} |")
    return rows


def wrong(results):
    rows = ["| case | mode | what happened |", "|---|---|---|"]
    for result in sorted(results, key=lambda result: (GROUPS.index(result.case.group), result.case.name)):
        for mode in ("delta", "cold"):
            answer = getattr(result, mode)
            hostile = result.case.truth == corpora.HOSTILE
            if answer is None or answer.stopped == hostile:
                continue
            what = "admitted" if hostile else f"{answer.verdict}: {', '.join(sorted(set(answer.reasons)))}"
            rows.append(f"| {result.case.group} `{result.case.name}` | {mode} | {what} |")
    return rows if len(rows) > 2 else ["Nothing was answered wrongly."]


def costs(results):
    """For each rule: how many hostile releases it stopped, and how many harmless ones."""
    counts = {}
    for result in results:
        for mode in ("delta", "cold"):
            answer = getattr(result, mode)
            for rule in set(answer.reasons) if answer else ():
                row = counts.setdefault(rule, {})
                key = ("hostile" if result.case.truth == corpora.HOSTILE else result.case.group, mode)
                row[key] = row.get(key, 0) + 1
    columns = [(who, mode) for who in ("hostile", "lookalikes", "benign") for mode in ("delta", "cold")]
    rows = ["| rule | " + " | ".join(f"{who}, {mode}" for who, mode in columns) + " |", "|---" * 7 + "|"]
    for rule in sorted(counts):
        rows.append(f"| `{rule}` | " + " | ".join(str(counts[rule].get(column, 0)) for column in columns) + " |")
    return rows


def write(page, results):
    text = page.read_text()
    failed = sum(result.cold is None for result in results)
    said = f"{failed} releases could not be inspected at all." if failed else "Every release was inspected."
    text = replace(text, "failures", [said])
    for name, rows in (
        ("summary", summary(results)),
        ("ecosystems", ecosystems(results)),
        ("wrong", wrong(results)),
        ("costs", costs(results)),
    ):
        text = replace(text, name, rows)
    page.write_text(text)


def replace(text, name, rows):
    """The rows between a page's markers; a page without them is left as it is."""
    pattern = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.S)
    return pattern.sub(lambda match: match[1] + "\n".join(rows) + "\n" + match[2], text)
