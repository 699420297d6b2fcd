def f(x):
    if x > 1:
        return 1
    elif x.real.foo:
        return 2


f(5)
f(0)
