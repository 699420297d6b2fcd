def f(x):
    assert x > 0
    return x


f(1)
f(0)
