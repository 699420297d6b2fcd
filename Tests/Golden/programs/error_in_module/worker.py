def invert(x):
    return 1 / x


def work(xs):
    return [invert(x) for x in xs]
