# ~ 1e-9 1e-9
"""A Kalman filter that follows a moving point from noisy positions."""
import numpy as np

np.random.seed(7)
dt = 0.1
F = np.array([[1, 0, dt, 0], [0, 1, 0, dt], [0, 0, 1, 0], [0, 0, 0, 1.0]])
H = np.array([[1.0, 0, 0, 0], [0, 1, 0, 0]])
Q = 0.01 * np.eye(4)
R = 0.25 * np.eye(2)

truth = np.array([0.0, 0.0, 1.0, 0.5])
x = np.zeros(4)
P = 10 * np.eye(4)
errors = []
for step in range(60):
    truth = F @ truth
    z = H @ truth + 0.5 * np.random.randn(2)
    x = F @ x
    P = F @ P @ F.T + Q
    S = H @ P @ H.T + R
    K = P @ H.T @ np.linalg.inv(S)
    x = x + K @ (z - H @ x)
    P = (np.eye(4) - K @ H) @ P
    errors.append(np.linalg.norm(x[:2] - truth[:2]))
    if step % 15 == 0:
        print(step, x.round(4), 'det', round(float(np.linalg.det(P)), 6))
print('mean error', np.mean(errors[20:]).round(4))
print('symmetric', np.allclose(P, P.T), 'positive', bool((np.linalg.eigvalsh(P) > 0).all()))
print(np.linalg.cholesky(P).round(5))
