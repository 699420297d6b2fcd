seen = set()
for x in [(1,), [1]]:
    seen.add(x)
