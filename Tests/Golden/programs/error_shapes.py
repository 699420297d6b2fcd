import numpy as np

X = np.ones((5, 3))
W = np.ones((4, 2))
print(X.shape, W.shape)
scores = np.dot(X, W)
print(scores)
