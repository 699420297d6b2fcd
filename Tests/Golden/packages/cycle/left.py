import right

amount = 3


def total():
    return amount + right.amount()
