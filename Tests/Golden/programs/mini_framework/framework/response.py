class NotFound(Exception):
    pass


class Response:
    def __init__(self, body, status=200):
        self.body, self.status = body, status
