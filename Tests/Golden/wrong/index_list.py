data = [1, 2, 3]
i = 0
while True:
    data[i]
    i += 1
