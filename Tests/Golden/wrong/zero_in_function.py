def f(x):
    y = x - 1
    return 10 // y


print(f(2))
print(f(1))
