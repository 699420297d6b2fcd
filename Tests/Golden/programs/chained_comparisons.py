def show(x):
    print("show", x)
    return x


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(show(0) and show(1), show(0) or show(2))
print(1 < 2 > 1 == 1.0 != 2)
print([x for x in range(20) if 5 <= x < 10 or x == 15])
print(not 1 > 2, not (1 and 0), 1 if show("") else 2)
print("a" < "b" <= "b", [1, 2] < [1, 3], (1, "a") == (1, "a"))
print(1 in [1, 2] == True, (1 in [1, 2]) == True, None is None is None)
print(show(5) if show(True) else show(6))
