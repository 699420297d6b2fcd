# ~ 1e-12
import numpy as np

np.random.seed(2)
x = np.random.normal(5, 3, (6, 4))
gamma, beta = np.ones(4) * 2, np.zeros((1, 4)) + 0.5
mu = x.mean(axis=0, keepdims=True)
var = x.var(axis=0, keepdims=True)
xhat = (x - mu) / np.sqrt(var + 1e-5)
out = gamma * xhat + beta
print(out)
print(np.round(out.mean(axis=0), 8), np.round(out.std(axis=0), 4))
mask = (np.random.rand(*x.shape) < 0.5) / 0.5
print(mask)
print((out * mask).sum(axis=1))
