x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x, read()


def before():
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    x = 1


def make():
    x = "enclosing"

    class Inner:
        y = x
        x = "class"

        def get(self):
            return x

    return Inner


print(read(), shadow())
before()


def make2():
    x = "enclosing"

    class Inner:
        y = x + "!"

        def get(self):
            return x

    return Inner


I = make2()
print(I.y, I().get())
try:
    make()
except NameError as e:
    print(e)
funcs = [lambda: i for i in range(3)] + [lambda i=i: i for i in range(3)]
print([f() for f in funcs])
print([y for x in range(3) for y in (x, -x)], x)


class Scope:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    try:
        product = [i * j for i in items for j in items]
    except NameError as e:
        product = str(e)


print(Scope.doubled, Scope.product)


def nested():
    a = 1

    def level2():
        nonlocal a
        a += 1

        def level3():
            nonlocal a
            a *= 10
            return a

        return level3()

    return level2(), a


print(nested())


def deleter():
    v = 1
    del v
    try:
        v
    except NameError as e:
        return str(e)


print(deleter())
for i in range(3):
    pass
print(i, "x" in globals(), "i" in locals())
