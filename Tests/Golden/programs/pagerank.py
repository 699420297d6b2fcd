# ~ 1e-13
import numpy as np

links = {0: [1, 2], 1: [2], 2: [0], 3: [0, 2]}
n = len(links)
M = np.zeros((n, n))
for source, targets in links.items():
    for target in targets:
        M[target, source] = 1 / len(targets)
print(M)
rank = np.ones(n) / n
for i in range(100):
    new = 0.85 * M @ rank + 0.15 / n
    if np.abs(new - rank).sum() < 1e-12:
        break
    rank = new
print(np.argsort(-rank), rank.sum())
print(np.round(rank, 6))
