# ~ 1e-11
import numpy as np

np.random.seed(3)
centers = np.array([[0.0, 0.0], [5.0, 5.0], [0.0, 5.0]])
points = np.concatenate([c + np.random.randn(20, 2) * 0.5 for c in centers])
means = points[np.random.permutation(len(points))[:3]].copy()
for step in range(10):
    distance = ((points[:, None, :] - means[None, :, :]) ** 2).sum(axis=2)
    label = np.argmin(distance, axis=1)
    new = np.array([points[label == k].mean(axis=0) if np.any(label == k) else means[k] for k in range(3)])
    moved = np.abs(new - means).max()
    means = new
    print(step, np.bincount(label, minlength=3), round(float(moved), 6))
    if moved < 1e-9:
        break
print(means[np.argsort(means[:, 0] + 10 * means[:, 1])])
