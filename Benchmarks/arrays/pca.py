"""Principal components by the singular value decomposition, and by power iteration beside it: `pca.py [ROUNDS]`."""

import sys

import numpy as np


class PCA:
    def __init__(self, components):
        self.components = components

    def fit(self, X):
        self.mean = X.mean(axis=0)
        centered = X - self.mean
        U, s, Vt = np.linalg.svd(centered, full_matrices=False)
        # The largest weight of each component is positive.
        signs = np.sign(Vt[np.arange(len(Vt)), np.abs(Vt).argmax(axis=1)])
        Vt = Vt * signs[:, None]
        variance = s ** 2 / (len(X) - 1)
        self.ratio = variance / variance.sum()
        self.axes = Vt[:self.components]
        self.variance = variance[:self.components]
        return self

    def transform(self, X):
        return (X - self.mean) @ self.axes.T

    def inverse(self, Z):
        return Z @ self.axes + self.mean


def power_iteration(C, count, rng):
    values = []
    C = C.copy()
    for _ in range(count):
        v = rng.normal(size=len(C))
        for _ in range(200):
            w = C @ v
            w /= np.linalg.norm(w)
            done = np.abs(np.abs(w @ v) - 1) < 1e-13
            v = w
            if done:
                break
        value = v @ C @ v
        values.append(value)
        C -= value * np.outer(v, v)
    return np.array(values)


def main(rounds):
    rng = np.random.RandomState(0)
    worst = 0
    for round in range(rounds):
        samples, features, hidden = 120, 12, 3
        Z = rng.normal(size=(samples, hidden)) * np.array([5.0, 3.0, 1.5])
        W = rng.normal(size=(hidden, features))
        X = Z @ W + rng.normal(0, 0.3, (samples, features)) + rng.uniform(-3, 3, features)
        model = PCA(3).fit(X)
        scores = model.transform(X)
        error = np.sqrt(np.mean((X - model.inverse(scores)) ** 2))
        covariance = np.cov(X, rowvar=False)
        values = np.linalg.eigvalsh(covariance)[::-1]
        iterated = power_iteration(covariance, 3, rng)
        worst = max(worst, np.max(np.abs(values[:3] - model.variance)), np.max(np.abs(values[:3] - iterated) / values[:3]))
        if round % max(1, rounds // 3) == 0:
            print(f"round {round}: explained {model.ratio[:4].round(4)}, error {error:.4f}")
            print("  correlation of the scores:", np.abs(np.corrcoef(scores.T)).round(3).tolist())
            print("  biggest weights:", np.argsort(-np.abs(model.axes), axis=1)[:, :3].tolist())
    print("the three ways agree:", worst < 1e-5)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
