def find(items, x):
    for item in items:
        if item == x:
            return item


print(find([1], 1).real)
print(find([1], 2).real)
