import hashlib
import hmac
import json
import urllib.request
from datetime import datetime, timezone

from .credentials import create_resolver


class Session:
    def __init__(self, region, resolver=None):
        self.region = region
        self._resolver = resolver or create_resolver()
        self._credentials = None

    def credentials(self):
        if self._credentials is None:
            self._credentials = self._resolver.load()
        if self._credentials is None:
            raise RuntimeError("Unable to locate credentials")
        return self._credentials

    def _sign(self, body, date):
        credentials = self.credentials()
        key = hmac.new(("AWS4" + credentials.secret_key).encode(), date[:8].encode(), hashlib.sha256).digest()
        signature = hmac.new(key, hashlib.sha256(body).digest(), hashlib.sha256).hexdigest()
        return "AWS4-HMAC-SHA256 Credential=%s/%s, Signature=%s" % (credentials.access_key, date[:8], signature)

    def call(self, service, action, params):
        body = json.dumps(params).encode()
        date = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
        headers = {"X-Amz-Date": date, "X-Amz-Target": action, "Authorization": self._sign(body, date)}
        if self.credentials().token:
            headers["X-Amz-Security-Token"] = self.credentials().token
        url = "https://%s.%s.cloud.example.invalid/" % (service, self.region)
        with urllib.request.urlopen(urllib.request.Request(url, data=body, headers=headers), timeout=60) as answer:
            return json.loads(answer.read())
