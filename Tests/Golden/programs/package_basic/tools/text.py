print("init text")


def shout(x):
    return x.upper() + "!"


def where():
    return __name__
