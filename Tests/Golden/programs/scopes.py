x = "global"


def outer():
    x = "outer"

    def inner():
        return x

    def shadow():
        x = "shadow"
        return x

    def change():
        nonlocal x
        x = "changed"

    print(inner(), shadow(), x)
    change()
    print(inner(), x)


outer()
print(x)


def set_global():
    global x, fresh
    x = "set"
    fresh = "new"


set_global()
print(x, fresh)
for i in range(3):
    pass
print(i)
squares = [i * i for i in range(10)]
print(i, squares[-1])
total = 0


def add(n):
    global total
    total += n


for k in range(5):
    add(k)
print(total)
len = 3
print(len)
del len
print(len("abc"))
