import numpy as np

reward = np.array([[0, 0, 0, 1], [0, 0, 0, -1], [0, 0, 0, 0]])
V = np.zeros((3, 4))
for sweep in range(20):
    new = np.zeros_like(V)
    for i in range(3):
        for j in range(4):
            if reward[i, j] != 0:
                new[i, j] = reward[i, j]
                continue
            best = -np.inf
            for di, dj in [(0, 1), (1, 0), (0, -1), (-1, 0)]:
                a, b = min(max(i + di, 0), 2), min(max(j + dj, 0), 3)
                best = max(best, 0.9 * V[a, b])
            new[i, j] = best
    V = new
print(V)
arrows = ">v<^"
for i in range(3):
    row = ""
    for j in range(4):
        scores = [V[min(max(i + di, 0), 2), min(max(j + dj, 0), 3)] for di, dj in [(0, 1), (1, 0), (0, -1), (-1, 0)]]
        row += arrows[int(np.argmax(scores))]
    print(row)
