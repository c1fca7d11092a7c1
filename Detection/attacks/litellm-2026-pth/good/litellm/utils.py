import re

_WORD = re.compile(r"\w+|[^\w\s]")


def token_counter(text=None, messages=None):
    if messages is not None:
        return sum(token_counter(m.get("content") or "") + 4 for m in messages) + 2
    return sum(max(1, (len(w) + 3) // 4) for w in _WORD.findall(text or ""))


def trim_messages(messages, max_tokens):
    kept = [m for m in messages if m["role"] == "system"]
    budget = max_tokens - token_counter(messages=kept)
    tail = []
    for message in reversed([m for m in messages if m["role"] != "system"]):
        cost = token_counter(message["content"]) + 4
        if cost > budget:
            break
        tail.append(message)
        budget -= cost
    return kept + tail[::-1]


def mask(value, shown=4):
    return value if len(value) <= shown * 2 else value[:shown] + "*" * (len(value) - shown * 2) + value[-shown:]
