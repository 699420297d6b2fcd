def ok(a, b=1):
    pass


def bad(a=1, b):
    pass
