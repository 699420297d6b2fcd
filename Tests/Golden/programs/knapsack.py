import numpy as np

weights, values, capacity = [1, 3, 4, 5], [1, 4, 5, 7], 7
table = np.zeros((len(weights) + 1, capacity + 1), dtype=int)
for i, (w, v) in enumerate(zip(weights, values), start=1):
    for c in range(capacity + 1):
        table[i, c] = table[i - 1, c]
        if c >= w and table[i - 1, c - w] + v > table[i, c]:
            table[i, c] = table[i - 1, c - w] + v
print(table)
chosen, c = [], capacity
for i in range(len(weights), 0, -1):
    if table[i, c] != table[i - 1, c]:
        chosen.append(i - 1)
        c -= weights[i - 1]
print(table[-1, -1], chosen)
