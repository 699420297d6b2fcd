"""Assignments to several targets where the sum is stored in a dictionary, and named constants in chains."""


def several():
    d, k, x = {"a": 1}, "a", 4
    d[k] = y = d[k] + 1
    print(d, y)
    d[k] = z = d.get(k, 0) + 1
    print(d, z)
    k = "b"
    d[k] = z = d.get(k, 7) + x
    print(d, z)
    d[k] = d[k] = w = d[k] + x
    print(d, w)
    w = d[k] = d.get(k, 0) + 1
    print(d, w)
    d[k] = (v := d[k] + 1)
    print(d, v)
    d[k] = (v := d.get(k, 0) + 1)
    print(d, v)
    d[k] += (v := 2)
    print(d, v)
    d[k] = d.get(k, (u := 0)) + 1
    print(d, u)
    d[k] = q = d.get(k, 0) + 0.5
    print(d, q)
    return d


def named(a, b):
    c = a * b & (m := 0xFFFF)
    print(c, m)
    c = (a * b + (n := 5)) % (p := 2 ** 64)
    print(c, n, p)
    c = (t := a * b) + 1
    print(c, t)
    c = ((t := a * b + 1) ^ a) & 0xFFFFFFFFFFFFFFFF
    print(c, t)
    e = f = a * b + a
    e += a * b
    g = (a * b - (h := a * b)) + h
    print(e, f, g, h)
    return c


for _ in range(3):
    several()
    named(2 ** 63 + 12345, 2 ** 62 + 999)
named(-2 ** 60, 2 ** 61)


def tuples(n):
    d, o = {}, {}
    for i in range(n):
        k = (i % 3, "x")
        d[k] = y = d.get(k, 0) + 1
        d[k] = z = d[k] + 2
        o[i % 2, k] = t = o.get((i % 2, k), 10) + y + z
        d[k] += 3
        print(d, y, z, t)


tuples(8)
