"""Metropolis sampling: a banana in two dimensions, an Ising lattice, a regression's posterior: `metropolis.py [STEPS]`."""

import sys

import numpy as np


def log_banana(x):
    return -0.5 * (x[0] ** 2 / 4.0 + (x[1] + 0.3 * x[0] ** 2 - 1.2) ** 2)


def metropolis(log_density, start, scale, steps):
    x = np.array(start, dtype=float)
    current = log_density(x)
    chain = np.empty((steps, len(x)))
    accepted = 0
    for i in range(steps):
        proposal = x + scale * np.random.randn(len(x))
        value = log_density(proposal)
        if np.log(np.random.rand()) < value - current:
            x, current = proposal, value
            accepted += 1
        chain[i] = x
    return chain, accepted / steps


def autocorrelation(series, lags):
    centered = series - series.mean()
    variance = np.dot(centered, centered)
    return np.array([np.dot(centered[:len(centered) - k], centered[k:]) / variance for k in lags])


def ising(size, temperature, sweeps):
    spins = np.random.choice([-1, 1], size=(size, size))
    black = np.indices((size, size)).sum(axis=0) % 2 == 0
    magnetization = []
    for _ in range(sweeps):
        for part in (black, ~black):
            around = np.roll(spins, 1, 0) + np.roll(spins, -1, 0) + np.roll(spins, 1, 1) + np.roll(spins, -1, 1)
            cost = 2 * spins * around
            flip = (np.random.rand(size, size) < np.exp(-cost / temperature)) & part
            spins[flip] *= -1
        magnetization.append(abs(spins.mean()))
    return np.mean(magnetization[sweeps // 2:])


def main(steps):
    np.random.seed(17)
    chain, rate = metropolis(log_banana, [0.0, 0.0], 1.0, steps)
    kept = chain[steps // 5:]
    print(f"banana: accepted {rate:.3f}, mean {kept.mean(axis=0).round(4)}, std {kept.std(axis=0).round(4)}")
    print("quantiles:", np.percentile(kept[:, 0], [5, 25, 50, 75, 95]).round(4))
    print("autocorrelation:", autocorrelation(kept[:, 0], [1, 2, 5, 10, 20]).round(4))
    counts, edges = np.histogram(kept[:, 1], bins=6)
    for count, left, right in zip(counts, edges[:-1], edges[1:]):
        print(f"  {left:7.3f} to {right:7.3f}: {count}")

    t = np.linspace(0, 1, 30)
    y = 1.5 - 2.0 * t + np.random.normal(0, 0.2, t.shape)

    def log_posterior(p):
        residuals = y - (p[0] + p[1] * t)
        return -np.sum(residuals ** 2) / (2 * 0.04) - np.sum(p ** 2) / 200

    chain, rate = metropolis(log_posterior, [0.0, 0.0], 0.08, steps)
    half = chain[steps // 2:]
    print(f"line: accepted {rate:.3f}, mean {half.mean(axis=0).round(3)}, correlation {np.corrcoef(half.T)[0, 1]:.4f}")
    for temperature in (1.5, 2.3, 4.0):
        print(f"Ising at {temperature}: |m| = {ising(16, temperature, steps // 20):.4f}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
