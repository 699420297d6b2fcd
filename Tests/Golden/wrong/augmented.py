total = "a"
for x in ["b", 3]:
    total += x
