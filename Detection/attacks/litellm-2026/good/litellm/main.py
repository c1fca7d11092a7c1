import json
import os
import urllib.request

PROVIDERS = {
    "openai": ("https://api.models.example.invalid/v1/chat/completions", "OPENAI_API_KEY"),
    "anthropic": ("https://api.assistants.example.invalid/v1/messages", "ANTHROPIC_API_KEY"),
}


def completion(model, messages, api_key=None, timeout=600, **params):
    provider, _, name = model.partition("/")
    url, variable = PROVIDERS[provider]
    key = api_key or os.environ[variable]
    body = json.dumps({"model": name, "messages": messages, **params}).encode()
    request = urllib.request.Request(url, data=body, headers={"Authorization": "Bearer " + key, "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=timeout) as answer:
        return json.loads(answer.read())
