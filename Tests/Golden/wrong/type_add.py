def join(a, b):
    return a + b


print(join("a", "b"))
print(join("a", 1))
