def first(x):
    return x[0]


first("abc")
first(7)
