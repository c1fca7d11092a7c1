import base64
import json

from django.core.signing import BadSignature, Signer

from .signals import noted

HEADER = "X-Request-Notes"


class NotesMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.signer = Signer(salt="requestnotes")

    def __call__(self, request):
        request.notes = self.read(request.headers.get(HEADER, ""))
        response = self.get_response(request)
        if request.notes:
            noted.send(sender=type(self), notes=request.notes)
            response[HEADER] = self.signer.sign(base64.urlsafe_b64encode(json.dumps(request.notes).encode()).decode())
        return response

    def read(self, value):
        if len(value) > 4096:
            return {}
        try:
            return json.loads(base64.urlsafe_b64decode(self.signer.unsign(value)))
        except (BadSignature, ValueError):
            return {}
