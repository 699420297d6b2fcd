# ~ 1e-13
import numpy as np

P = np.array([[0.9, 0.075, 0.025], [0.15, 0.8, 0.05], [0.25, 0.25, 0.5]])
print(P.sum(axis=1))
state = np.array([0.0, 1.0, 0.0])
for i in range(20):
    state = state @ P
    if i % 5 == 0:
        print(i, state)
np.random.seed(0)
names = ["bull", "bear", "flat"]
s = 0
path = [names[s]]
for _ in range(12):
    s = np.random.choice(3, p=P[s])
    path.append(names[s])
print(" ".join(path))
