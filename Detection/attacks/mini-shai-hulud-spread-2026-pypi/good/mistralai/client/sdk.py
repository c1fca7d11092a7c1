import json
import os
import urllib.request

from .models import ChatMessage, Usage


class Mistral:
    def __init__(self, api_key=None, server_url="https://api.mistral.example.invalid"):
        self._key = api_key or os.environ.get("MISTRAL_API_KEY", "")
        self._url = server_url.rstrip("/")

    def _post(self, path, body):
        request = urllib.request.Request(self._url + path, data=json.dumps(body).encode(), headers={"Authorization": "Bearer " + self._key})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def chat(self, model, messages, **options):
        answer = self._post("/v1/chat/completions", {"model": model, "messages": [m.to_dict() for m in messages], **options})
        usage = Usage(answer["usage"]["prompt_tokens"], answer["usage"]["completion_tokens"])
        return [ChatMessage("assistant", c["message"]["content"]) for c in answer["choices"]], usage

    def embeddings(self, model, inputs):
        return [row["embedding"] for row in self._post("/v1/embeddings", {"model": model, "input": inputs})["data"]]
