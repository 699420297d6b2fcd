rows = [[1, 2], [3, "x"]]
print([
    [c * 2.0 for c in row]
    for row in rows
])
