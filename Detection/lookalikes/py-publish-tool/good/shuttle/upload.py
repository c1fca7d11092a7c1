import base64
import hashlib
import http.client
import os
import secrets
from urllib.parse import urlsplit


class Repository:
    def __init__(self, settings):
        self.settings = settings

    def _body(self, path):
        with open(path, "rb") as f:
            content = f.read()
        boundary = secrets.token_hex(16)
        fields = {":action": "file_upload", "protocol_version": "1", "sha256_digest": hashlib.sha256(content).hexdigest()}
        parts = []
        for name, value in fields.items():
            parts.append('--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (boundary, name, value))
        head = '--%s\r\nContent-Disposition: form-data; name="content"; filename="%s"\r\n\r\n' % (boundary, os.path.basename(path))
        return boundary, "".join(parts).encode() + head.encode() + content + ("\r\n--%s--\r\n" % boundary).encode()

    def upload(self, path):
        target = urlsplit(self.settings.url)
        boundary, body = self._body(path)
        token = base64.b64encode(("%s:%s" % (self.settings.username, self.settings.password)).encode()).decode()
        connection = http.client.HTTPSConnection(target.netloc)
        connection.request("POST", target.path, body, {"Authorization": "Basic " + token, "Content-Type": "multipart/form-data; boundary=" + boundary})
        return connection.getresponse()
