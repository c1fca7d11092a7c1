import asyncio
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from litellm.router import Router

master_key = os.environ.get("LITELLM_MASTER_KEY")
router = None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        if master_key and self.headers.get("Authorization") != "Bearer " + master_key:
            return self.answer(401, {"error": "invalid key"})
        length = int(self.headers.get("Content-Length", 0))
        data = json.loads(self.rfile.read(length) or b"{}")
        if self.path.endswith("/chat/completions"):
            started = time.time()
            result = router.completion(data.pop("model"), data.pop("messages"), **data)
            result["_response_ms"] = int((time.time() - started) * 1000)
            return self.answer(200, result)
        return self.answer(404, {"error": "no such route"})

    def answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def run(model_list, host="0.0.0.0", port=4000):
    global router
    router = Router(model_list)
    ThreadingHTTPServer((host, port), Handler).serve_forever()


async def run_async(*args):
    await asyncio.get_running_loop().run_in_executor(None, run, *args)
