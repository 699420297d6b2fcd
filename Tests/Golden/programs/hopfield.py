import numpy as np

patterns = np.array([[1, -1, 1, -1, 1, -1], [1, 1, 1, -1, -1, -1]])
W = np.zeros((6, 6), dtype=int)
for p in patterns:
    W += np.outer(p, p)
W -= np.diag(np.diag(W))
print(W)
state = np.array([1, -1, 1, -1, 1, 1])
for sweep in range(3):
    for i in range(6):
        state[i] = 1 if W[i] @ state >= 0 else -1
    print(state, "energy", -0.5 * (state @ W @ state))
print((state == patterns).all(axis=1))
