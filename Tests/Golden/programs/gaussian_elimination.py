# ~ 1e-13
import numpy as np


def solve(A, b):
    M = np.column_stack([A.astype(float), b])
    n = len(b)
    for i in range(n):
        pivot = i + np.argmax(np.abs(M[i:, i]))
        if pivot != i:
            M[[i, pivot]] = M[[pivot, i]]
        M[i] /= M[i, i]
        for j in range(n):
            if j != i:
                M[j] -= M[j, i] * M[i]
    return M[:, -1]


A = np.array([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
b = np.array([8, -11, -3])
x = solve(A, b)
print(np.round(x, 10) + 0.0, np.allclose(A @ x, b))


def lu(A):
    n = len(A)
    L, U = np.eye(n), A.astype(float).copy()
    for i in range(n):
        for j in range(i + 1, n):
            L[j, i] = U[j, i] / U[i, i]
            U[j] -= L[j, i] * U[i]
    return L, U


L, U = lu(np.array([[4.0, 3, 2], [8, 8, 5], [4, 7, 9]]))
print(L, U, L @ U, sep="\n")
print("determinant", np.prod(np.diag(U)))
