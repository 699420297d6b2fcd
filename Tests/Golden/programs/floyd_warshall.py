import numpy as np

inf = np.inf
d = np.array([[0, 3, inf, 7], [8, 0, 2, inf], [5, inf, 0, 1], [2, inf, inf, 0]])
for k in range(4):
    d = np.minimum(d, d[:, k:k + 1] + d[k:k + 1, :])
    print(d)
print(np.isinf(d).any(), d.astype(int))
