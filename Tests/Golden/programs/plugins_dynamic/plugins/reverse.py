from .upper import run as up


def run(text):
    return text[::-1] + "/" + up("x")
