"""A Kalman filter and smoother that follow a thrown ball through noisy sightings: `kalman.py [STEPS]`."""

import sys

import numpy as np


class KalmanFilter:
    def __init__(self, F, B, H, Q, R, x0, P0):
        self.F, self.B, self.H, self.Q, self.R = F, B, H, Q, R
        self.x, self.P = x0, P0
        self.log_likelihood = 0.0

    def predict(self, u):
        self.x = self.F @ self.x + self.B @ u
        self.P = self.F @ self.P @ self.F.T + self.Q
        return self.x

    def update(self, z):
        y = z - self.H @ self.x
        S = self.H @ self.P @ self.H.T + self.R
        K = self.P @ self.H.T @ np.linalg.inv(S)
        self.x = self.x + K @ y
        I = np.eye(len(self.x))
        self.P = (I - K @ self.H) @ self.P @ (I - K @ self.H).T + K @ self.R @ K.T
        self.log_likelihood -= 0.5 * (y @ np.linalg.solve(S, y) + np.log(np.linalg.det(2 * np.pi * S)))
        return self.x


def smooth(F, Q, means, covariances):
    xs, Ps = list(means), list(covariances)
    for t in range(len(xs) - 2, -1, -1):
        predicted = F @ covariances[t] @ F.T + Q
        C = covariances[t] @ F.T @ np.linalg.inv(predicted)
        xs[t] = means[t] + C @ (xs[t + 1] - F @ means[t])
        Ps[t] = covariances[t] + C @ (Ps[t + 1] - predicted) @ C.T
    return np.array(xs), np.array(Ps)


def main(steps):
    dt = 0.05
    F = np.array([[1, 0, dt, 0], [0, 1, 0, dt], [0, 0, 1, 0], [0, 0, 0, 1]])
    B = np.array([[0.5 * dt ** 2, 0], [0, 0.5 * dt ** 2], [dt, 0], [0, dt]])
    H = np.array([[1.0, 0, 0, 0], [0, 1.0, 0, 0]])
    Q = 0.01 * np.diag([dt ** 2, dt ** 2, 1, 1])
    R = np.diag([0.8, 0.8])
    rng = np.random.RandomState(8)
    state = np.array([0.0, 0.0, 12.0, 20.0])
    gravity = np.array([0.0, -9.81])
    kalman = KalmanFilter(F, B, H, Q, R, np.zeros(4), 100.0 * np.eye(4))
    truth, seen, means, covariances = [], [], [], []
    for _ in range(steps):
        state = F @ state + B @ gravity + rng.multivariate_normal(np.zeros(4), Q)
        if state[1] < 0:
            state[1], state[3] = -state[1], -0.8 * state[3]
            kalman.P += np.diag([0, 0, 0, 400.0])
        z = H @ state + rng.normal(0, np.sqrt(0.8), 2)
        kalman.predict(gravity)
        kalman.update(z)
        truth.append(state.copy())
        seen.append(z)
        means.append(kalman.x)
        covariances.append(kalman.P)
    truth, seen, means = np.array(truth), np.array(seen), np.array(means)
    xs, _ = smooth(F, Q, means, covariances)

    def error(a):
        return np.sqrt(((a[:, :2] - truth[:, :2]) ** 2).sum(axis=1).mean())

    print(f"errors: seen {error(seen):.4f}, filtered {error(means):.4f}, smoothed {error(xs):.4f}")
    print(f"log likelihood {kalman.log_likelihood:.3f}")
    print("last state   ", np.round(means[-1], 3))
    print("its deviation", np.sqrt(np.diag(kalman.P)).round(4))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
