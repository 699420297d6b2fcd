import left


def amount():
    return left.amount * 2
