data = [1, 2, 0]
print(max(
    10 / x for x in data
))
