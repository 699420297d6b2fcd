def place(n, row=0, columns=()):
    if row == n:
        return [columns]
    found = []
    for c in range(n):
        if all([c != q and abs(c - q) != row - r for r, q in enumerate(columns)]):
            found += place(n, row + 1, columns + (c,))
    return found


for n in range(1, 7):
    print(n, len(place(n)))
first = place(8)[0]
print(first)
for q in first:
    print(" ".join(["Q" if c == q else "." for c in range(8)]))
