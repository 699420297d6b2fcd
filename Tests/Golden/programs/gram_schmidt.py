# ~ 1e-12
import numpy as np

A = np.array([[1.0, 1, 0], [1, 0, 1], [0, 1, 1]])
Q = np.zeros_like(A)
for i in range(3):
    v = A[:, i].copy()
    for j in range(i):
        v -= Q[:, j].dot(A[:, i]) * Q[:, j]
    Q[:, i] = v / np.sqrt(v @ v)
print(np.round(Q, 8))
print(np.allclose(Q.T @ Q, np.eye(3)))
R = Q.T @ A
print(np.round(np.triu(R), 8))
print(np.allclose(Q @ R, A))
