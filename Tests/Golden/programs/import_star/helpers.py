PUBLIC = 1
_secret = 2


def double(x):
    return x * 2
