# ~ 1e-5 1e-7
"""Least squares and likelihoods with scipy.optimize.minimize."""
import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, logsumexp, softmax

x = np.linspace(0, 4, 25)
y = 2.5 * np.exp(-1.3 * x) + 0.5 + 0.02 * np.sin(40 * x)


def loss(p):
    return np.sum((p[0] * np.exp(-p[1] * x) + p[2] - y) ** 2)


result = minimize(loss, [1.0, 1.0, 0.0])
print(result.success, result.message)
print(np.round(result.x, 4), round(float(result.fun), 6))


def rosenbrock(v):
    return (1 - v[0]) ** 2 + 100 * (v[1] - v[0] ** 2) ** 2


def slope(v):
    return np.array([-2 * (1 - v[0]) - 400 * v[0] * (v[1] - v[0] ** 2), 200 * (v[1] - v[0] ** 2)])


for method in ("BFGS", "CG", "Nelder-Mead"):
    options = {} if method == "Nelder-Mead" else {"jac": slope}
    answer = minimize(rosenbrock, [-1.2, 1.0], method=method, **options)
    print(method, answer.success, np.round(answer.x, 2))

rng = np.random.RandomState(1)
features = np.c_[np.ones(80), rng.randn(80, 2)]
truth = np.array([0.3, 1.5, -2.0])
labels = (rng.rand(80) < expit(features @ truth)).astype(float)


def negative_likelihood(w):
    z = features @ w
    value = np.sum(np.logaddexp(0, z) - labels * z)
    return value, features.T @ (expit(z) - labels)


fit = minimize(negative_likelihood, np.zeros(3), jac=True, method="BFGS")
print(np.round(fit.x, 3), round(float(fit.fun), 4))
scores = features[:3] @ np.array([[1.0, 0.0, 2.0], [0.5, 1.0, 0.0], [0.0, 0.5, 1.0]])
print(np.round(softmax(scores, axis=1), 5))
print(np.round(logsumexp(scores, axis=1), 5))
