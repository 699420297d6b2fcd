from errors import AppError


def check(n):
    if n < 0:
        raise AppError(f"negative: {n}", code=-n)
    return n
