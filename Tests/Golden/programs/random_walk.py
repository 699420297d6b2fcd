import numpy as np

np.random.seed(42)
position = np.array([0, 0])
moves = np.array([[0, 1], [1, 0], [0, -1], [-1, 0]])
for step in np.random.randint(0, 4, 20):
    position = position + moves[step]
    print(step, position)
walks = np.cumsum(np.random.choice([-1, 1], size=(5, 100)), axis=1)
print(walks[:, -1], walks.max(axis=1), walks.min(axis=1))
print(np.abs(walks).mean(), (walks == 0).sum(axis=1))
x = 0.0
path = []
for _ in range(5):
    x += np.random.normal(0, 0.5)
    path.append(round(float(x), 4))
print(path)
