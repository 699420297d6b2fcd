from ..catalog import PRICES


def plural(n, word):
    return f"{n} {word}{'s' * (n != 1)}" + ("" if word in PRICES else "?")
