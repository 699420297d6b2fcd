def numbers():
    yield 1
    yield 1 / 0


def total(it):
    result = 0
    for x in it:
        result += x
    return result


total(numbers())
