def deco(f):
    def inner(*args):
        return f(*args)
    return inner


@deco
def g(x):
    return x.upper()


g("a")
g(1)
