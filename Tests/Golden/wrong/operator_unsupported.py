class V:
    pass


def add(a, b):
    return (a
            + b)


add(V(), 1)
