def g():
    try:
        yield 1
    finally:
        x = 1


it = g()
next(it)
it.throw(ValueError("thrown"))
