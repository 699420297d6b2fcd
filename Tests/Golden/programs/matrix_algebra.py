import numpy as np

A = np.array([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
B = np.arange(9).reshape(3, 3)
I = np.eye(3)
print(A @ B)
print(A.dot(B) - B.dot(A))
print(A.T == A)
print((A @ A @ A).trace())
print(np.dot(A, I))
print(A * B + 2 * A - B / 2)
print(A.sum(axis=0), A.sum(axis=1), np.trace(A))
v = np.array([1, -1, 2])
print(A @ v, v @ A, v @ v, np.outer(v, v))
P = np.eye(3, dtype=int)
for k in range(5):
    P = P @ A
    print(k + 1, P[0], P.max())
print(np.tril(P), np.triu(A, 1), sep="\n")
