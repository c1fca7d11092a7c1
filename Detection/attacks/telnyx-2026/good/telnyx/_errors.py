class APIError(Exception):
    def __init__(self, status, body):
        super().__init__("the service answered %d" % status)
        self.status = status
        self.body = body


class APITimeout(APIError):
    def __init__(self):
        super().__init__(0, None)
