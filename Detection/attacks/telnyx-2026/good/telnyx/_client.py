from __future__ import annotations

import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from ._errors import APIError, APITimeout

DEFAULT_BASE = "https://api.telephony.example.invalid/v2"


class Messages:
    def __init__(self, client: "Client") -> None:
        self._client = client

    def send(self, *, from_: str, to: str, text: str) -> dict[str, Any]:
        return self._client.request("POST", "/messages", {"from": from_, "to": to, "text": text})


class Calls:
    def __init__(self, client: "Client") -> None:
        self._client = client

    def dial(self, *, connection_id: str, from_: str, to: str) -> dict[str, Any]:
        return self._client.request("POST", "/calls", {"connection_id": connection_id, "from": from_, "to": to})

    def hangup(self, call_id: str) -> dict[str, Any]:
        return self._client.request("POST", "/calls/%s/actions/hangup" % urllib.parse.quote(call_id), {})


class Client:
    def __init__(self, api_key: str | None = None, base_url: str = DEFAULT_BASE, max_retries: int = 2) -> None:
        self.api_key = api_key or os.environ.get("TELNYX_API_KEY")
        if self.api_key is None:
            raise ValueError("an api_key is needed; pass it or set TELNYX_API_KEY")
        self.base_url = base_url
        self.max_retries = max_retries
        self.messages = Messages(self)
        self.calls = Calls(self)

    def request(self, method: str, path: str, body: dict | None = None) -> dict[str, Any]:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": "Bearer " + self.api_key, "Content-Type": "application/json"}
        for attempt in range(self.max_retries + 1):
            request = urllib.request.Request(self.base_url + path, data=data, method=method, headers=headers)
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return json.loads(answer.read())
            except urllib.error.HTTPError as error:
                if error.code < 500 or attempt == self.max_retries:
                    raise APIError(error.code, error.read()) from error
            except TimeoutError as error:
                if attempt == self.max_retries:
                    raise APITimeout() from error
            time.sleep(0.5 * 2**attempt)
        raise AssertionError
